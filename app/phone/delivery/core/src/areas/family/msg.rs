//! What happens in this area. Past tense: a message reports, `update` decides.

use fingertip_contract::{Case, HelperCode, Helpers};
use fingertip_standard::HelperLinkId;

use crate::fault::ShownFault;

/// What happens between a person and those who help them, or whom they help.
#[derive(Debug)]
pub enum FamilyMsg {
    /// The person looked at their helpers.
    LookedAtHelpers,
    /// The person wants to be helped: a code is to be made.
    AskedForHelp,
    /// The person put the code away.
    PutAwayCode,
    /// The person was told this code by somebody whom they shall help.
    GotCode(String),
    /// The person ended a link, on either side.
    EndedHelp(HelperLinkId),
    /// The person looked at the cases of somebody whom they help.
    LookedAtHelped(HelperLinkId),
    /// A code was made.
    CodeCame(HelperCode),
    /// The links and looks came.
    Came(Helpers),
    /// Cases of somebody came, or not.
    CasesCame(HelperLinkId, Result<Vec<Case>, ShownFault>),
    /// It was not done.
    Failed(ShownFault),
}
