//! What is to be done in this area. Data: the runner does it and reports back with messages.

use fingertip_host::RequestNumber;
use fingertip_standard::RunningApp;

use crate::areas::links::model::Destination;

/// Everything that can be done.
#[derive(Debug)]
pub enum LinksEffect {
    /// Fetch and verify where a mini-app wants to go, and see whether it is open to it.
    CheckDestination {
        /// Which opening of a mini-app.
        instance: u64,
        /// Which request.
        request: RequestNumber,
        /// Who asks, as stamped.
        caller: RunningApp,
        /// Where to.
        destination: Box<Destination>,
    },
}
