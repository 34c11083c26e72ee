//! What kinds of messages there are.

use serde::{Deserialize, Serialize};

/// What kinds of messages there are, for who does not want to be called for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MessageKind {
    /// A department moved a case on.
    Cases,
    /// A document was issued.
    Documents,
    /// A document ends soon.
    Endings,
    /// A mini-app reminds of something.
    Reminders,
}

impl MessageKind {
    /// All of them, as they are offered.
    pub const ALL: [Self; 4] = [Self::Cases, Self::Documents, Self::Endings, Self::Reminders];
}
