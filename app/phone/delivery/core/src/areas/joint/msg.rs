//! What happens in this area. Past tense: a message reports, `update` decides.

use fingertip_contract::{JointCase, api::SubmitJointCase};
use fingertip_standard::{CaseId, LifeEventId, events::Input};

/// A life event with one form.
#[derive(Debug)]
pub enum JointMsg {
    /// The person changed something in the form of a life event.
    Changed(LifeEventId, JointChange),
    /// The person is done with the page on which they are.
    Continued(LifeEventId),
    /// The person wants the page before; from the first on none is left.
    WentBack(LifeEventId),
    /// The person wants to change what they answered on this page, counted from 0.
    WentTo(LifeEventId, usize),
    /// The person hands it in.
    HandedIn(LifeEventId),
    /// The person puts the form away.
    PutAway(LifeEventId),
    /// The person opens a form that was not accepted, by its key in the outbox.
    Reopened(String),
    /// What was not accepted is there to be written anew.
    CameBack(Box<SubmitJointCase>),
    /// The person's joint cases came.
    CasesCame(Vec<JointCase>),
    /// One of them came: it was handed in, or something of it was taken back.
    CaseCame {
        /// It.
        case: Box<JointCase>,
        /// Whether it was handed in just now.
        has_arrived: bool,
    },
    /// The person takes back a step, or all that is not decided yet.
    Withdrew(CaseId, Option<String>),
}

/// What the person changed in a form.
#[derive(Debug, Clone, PartialEq)]
pub enum JointChange {
    /// They typed or chose.
    Typed {
        /// In which field.
        field: String,
        /// What stands there now.
        input: Input,
    },
    /// They let a field be filled with what is known of them.
    FilledIn {
        /// Which field.
        field: String,
        /// What stands there now.
        input: Input,
    },
    /// They chose files for a field, besides those that it has: name, media type, content of each.
    ChoseFiles(String, Vec<(String, String, Vec<u8>)>),
}
