//! What happens in this area. Past tense: a message reports, `update` decides.

use fingertip_host::RequestNumber;

use crate::{areas::links::model::Destination, fault::ShownFault};

/// Links, from outside and from mini-apps.
#[derive(Debug)]
pub enum LinksMsg {
    /// The person followed a link: to a place in a mini-app, or of somebody who asks to be shown something.
    FollowedLink(String),
    /// Where a mini-app wants to go is there and open to it, or not: the fault, and the code that the mini-app is told.
    DestinationChecked {
        /// Which opening of a mini-app.
        instance: u64,
        /// Which request.
        request: RequestNumber,
        /// The entry.
        destination: Box<Destination>,
        /// What is wrong.
        refused: Option<(ShownFault, &'static str)>,
    },
}
