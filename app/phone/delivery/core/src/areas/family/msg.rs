//! What happens in this area. Past tense: a message reports, `update` decides.

use fingertip_contract::{Case, HelperCode, Helpers, Mandate};
use fingertip_standard::HelperLinkId;

use crate::fault::ShownFault;

/// What happens between a person and those who help them, or whom they help.
#[derive(Debug)]
pub enum FamilyMsg {
    /// The person looked at their helpers.
    LookedAtHelpers,
    /// The person wants to be helped: a code is to be made, with what the helper may hand in for them.
    AskedForHelp(Option<Mandate>),
    /// The person put the code away.
    PutAwayCode,
    /// The person was told this code by somebody whom they shall help.
    GotCode(String),
    /// The person ended a link, on either side.
    EndedHelp(HelperLinkId),
    /// The person looked at the cases of somebody whom they help.
    LookedAtHelped(HelperLinkId),
    /// The person acts from now on for whom they help under this link.
    BeganActing(HelperLinkId),
    /// The person acts for themselves again.
    StoppedActing,
    /// A case that was handed in for another was received.
    HandedIn {
        /// Under which link.
        link: HelperLinkId,
        /// The other's name.
        name: String,
        /// Their case.
        case: Box<Case>,
        /// Whether it had to wait before it could be sent.
        has_waited: bool,
    },
    /// A code was made.
    CodeCame(HelperCode),
    /// The links and looks came.
    Came(Helpers),
    /// Cases of somebody came, or not.
    CasesCame(HelperLinkId, Result<Vec<Case>, ShownFault>),
    /// It was not done.
    Failed(ShownFault),
}
