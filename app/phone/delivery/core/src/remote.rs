//! Something that comes from elsewhere.

use jiff::Timestamp;

use crate::fault::ShownFault;

/// Something that comes from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remote<T> {
    /// Not there yet.
    Loading,
    /// There, as it was at a time.
    Ready(T, Timestamp),
    /// Not to be had, and nothing kept from before.
    Failed(ShownFault),
}

impl<T> Remote<T> {
    /// The thing, if it is there.
    pub fn ready(&self) -> Option<&T> {
        match self {
            Self::Ready(value, _) => Some(value),
            Self::Loading | Self::Failed(_) => None,
        }
    }

    /// As of when it is there.
    pub fn as_of(&self) -> Option<Timestamp> {
        match self {
            Self::Ready(_, as_of) => Some(*as_of),
            Self::Loading | Self::Failed(_) => None,
        }
    }
}
