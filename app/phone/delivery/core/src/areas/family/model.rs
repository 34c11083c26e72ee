//! Those who help the person, and those whom the person helps.

use fingertip_contract::{Case, HelperCode, HelperLink, Helpers, Mandate};
use fingertip_records::AsOf;
use fingertip_standard::HelperLinkId;
use jiff::{Timestamp, civil::Date};

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

/// For whom the person acts, and how far they may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acting {
    /// Under which link.
    pub link: HelperLinkId,
    /// The other's name.
    pub name: String,
    /// What may be handed in for them.
    pub mandate: Mandate,
}

impl Acting {
    /// Acting under `link` on the nation's day `today`; none where it gives no mandate that holds.
    #[must_use]
    pub fn under(link: &HelperLink, today: Date) -> Option<Self> {
        let mandate = link.mandate.clone().filter(|mandate| mandate.holds(today))?;
        Some(Self { link: link.id.clone(), name: link.name.clone(), mandate })
    }
}
