//! Those who help the person, and those whom the person helps.

use fingertip_contract::{Case, HelperCode, Helpers};
use fingertip_records::AsOf;
use fingertip_standard::HelperLinkId;
use jiff::Timestamp;

use crate::{fault::ShownFault, remote::Remote};

/// What is known of helpers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Help {
    /// The links and the looks; none before the first answer.
    pub helpers: Option<AsOf<Helpers>>,
    /// The code that the person tells somebody now.
    pub code: Option<HelperCode>,
    /// The cases of somebody whom the person helps. They are another person's: they are not kept on this device.
    pub helped: Option<(HelperLinkId, Remote<Vec<Case>>)>,
    /// Whether an answer is waited for.
    pub is_busy: bool,
    /// Why the last thing was not done.
    pub fault: Option<ShownFault>,
}

impl Help {
    /// The code, while it is taken.
    #[must_use]
    pub fn live_code(&self, now: Timestamp) -> Option<&HelperCode> {
        self.code.as_ref().filter(|code| code.expires_at > now)
    }
}
