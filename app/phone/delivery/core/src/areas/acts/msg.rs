//! What happens in this area. Past tense: a message reports, `update` decides.

use fingertip_contract::ActKind;
use fingertip_standard::CaseId;

use crate::areas::acts::model::ActDraft;

/// What a person does in a case of theirs.
#[derive(Debug)]
pub enum ActsMsg {
    /// The person began to write.
    Began(CaseId, ActKind),
    /// The person changed what they are writing.
    Changed(CaseId, ActKind, ActChange),
    /// The person does not want it any more.
    PutAway(CaseId, ActKind),
    /// The person sent it.
    Sent(CaseId, ActKind),
    /// The person wants to write anew what was not accepted: its key in the outbox.
    Reopened(String),
    /// It is being written again: it was not accepted, or this device could not keep it.
    CameBack(Box<ActDraft>),
}

/// What changed in what a person is writing.
#[derive(Debug)]
pub enum ActChange {
    /// Their own words.
    Words(String),
    /// What they wrote to the thing that is asked under this id.
    Answered(String, String),
    /// They chose files that answer what is asked under this id, or nothing: name, media type, content.
    ChoseFiles(String, Vec<(String, String, Vec<u8>)>),
    /// They took a file away: the place of it among those with this key.
    RemovedFile(String, usize),
    /// They chose a document, or chose it no longer.
    TickedDocument(String, bool),
}
