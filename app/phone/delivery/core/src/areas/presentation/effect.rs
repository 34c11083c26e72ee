//! What is to be done in this area. Data: the runner does it and reports back with messages.

use fingertip_presentation::{Invitation, Pick};
use fingertip_standard::Disclosure;

/// Everything that can be done.
#[derive(Debug)]
pub enum PresentationEffect {
    /// Fetch a request, find out who asks, and what of it can be answered.
    Look(u64, Invitation),
    /// Write down what goes, then answer.
    Answer {
        /// Which showing.
        number: u64,
        /// What goes.
        picks: Vec<Pick>,
        /// Its line in the ledger.
        disclosure: Box<Disclosure>,
    },
    /// Tell who asks that nothing is shown, where they were found to be who they say.
    Decline(u64),
}
