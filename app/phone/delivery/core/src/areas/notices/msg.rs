//! What happens in this area. Past tense: a message reports, `update` decides.

use crate::fault::ShownFault;

/// What the person is told, until they put it away.
#[derive(Debug)]
pub enum NoticesMsg {
    /// The person put away what they were told.
    PutAway(usize),
    /// Something on this device or the way failed.
    Failed(ShownFault),
    /// A mini-app was opened as this device kept it: the message that says why.
    OpenedAsKept(&'static str),
    /// So many things that are kept on this device could not be read.
    LeftUnread(usize),
}
