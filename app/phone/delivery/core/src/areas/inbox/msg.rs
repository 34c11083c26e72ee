//! What happens in this area. Past tense: a message reports, `update` decides.

use fingertip_standard::{AlertId, AppId};

use crate::areas::inbox::kind::MessageKind;

/// What departments told the person.
#[derive(Debug)]
pub enum InboxMsg {
    /// The person wants to be called for a kind of messages, or not.
    ChoseMessages(MessageKind, bool),
    /// The person looked at their messages.
    LookedAtMessages,
    /// The person put an alert away.
    PutAwayAlert(AlertId),
    /// The person does not want to be reminded of the form that they left in a mini-app.
    PutAwayForm(AppId),
}
