//! What happens in this area. Past tense: a message reports, `update` decides.

use fingertip_bundles::WhyKept;

use crate::fault::ShownFault;

/// What the person is told, until they put it away.
#[derive(Debug)]
pub enum NoticesMsg {
    /// The person put away what they were told.
    PutAway(usize),
    /// Something on this device or the way failed.
    Failed(ShownFault),
    /// Something that waited to be sent was not accepted; the department's own words, if it has any.
    NotAccepted(Option<String>),
    /// A mini-app was opened as this device kept it, and why.
    OpenedAsKept(WhyKept),
    /// So many things that are kept on this device could not be read.
    LeftUnread(usize),
    /// A text was copied, or could not be.
    Copied(bool),
}
