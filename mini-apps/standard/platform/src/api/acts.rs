//! What a person and a department send in a case that is under way, and what a department is shown of its cases.

use std::collections::BTreeMap;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use fingertip_standard::{CaseId, LocalText};

use super::SubmittedFile;
use crate::case::{ActKind, Case};

/// What a person does in their case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CaseAct {
    /// What it is.
    pub kind: ActKind,
    /// What they say; at most [`CaseAct::MOST_WORDS`] characters. A question, an appeal and an addition without a file or document say
    /// something.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// Their answers in words, by the ids of the asks; each at most [`CaseAct::MOST_WORDS`] characters.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<String, String>,
    /// Documents handed in with it, each a compact JWS.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<String>,
    /// Files handed in with it: the key of each is the id of the ask that it answers, or empty. One that was uploaded before was uploaded
    /// under the act's idempotency key.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<SubmittedFile>,
}

impl CaseAct {
    /// The longest words, in characters.
    pub const MOST_WORDS: usize = 2000;

    /// An act with nothing said yet.
    #[must_use]
    pub fn new(kind: ActKind) -> Self {
        Self {
            kind,
            words: String::new(),
            answers: BTreeMap::new(),
            documents: Vec::new(),
            files: Vec::new(),
        }
    }
}

/// The platform tells a department what the person did in a case: `POST {backend}/cases/{case}/acts`, with the department's token, after
/// the case itself and in the order in which it was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DispatchedAct {
    /// The act's id: what is told twice is one act. It is also the id of its [`crate::CaseEntry`].
    pub id: String,
    /// In which case.
    pub case: CaseId,
    /// The person, pairwise for this department.
    pub subject: String,
    /// What they did, with the content of its files in place.
    pub act: CaseAct,
}

/// What a department says in a case without moving it on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CaseReply {
    /// What the person is told, in every language in which it can be; at most [`CaseAct::MOST_WORDS`] characters in each.
    pub words: LocalText,
}

/// A department's cases under way, the oldest promise first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CaseQueue {
    /// These, at most [`CaseQueue::MOST`].
    pub cases: Vec<Case>,
    /// What is sent as `after` for those that follow; none where none does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl CaseQueue {
    /// The most cases of one answer.
    pub const MOST: usize = 50;
}

/// What a department did not take, put aside so that it holds up nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DeadLetter {
    /// The delivery's id: of a case, its reference; of an act, the act's id.
    pub id: String,
    /// In which case.
    pub case: CaseId,
    /// How often it was tried.
    pub attempts: u32,
    /// When it was put aside.
    pub at: Timestamp,
    /// The HTTP status with which the department refused it; none where it could not be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
}
