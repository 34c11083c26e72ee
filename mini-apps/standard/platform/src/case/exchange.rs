//! What person and department say to each other in a case: what is asked, what was said, and what the person may do.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use fingertip_standard::LocalText;

/// One thing that a department asks of the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CaseAsk {
    /// Its id, of no other ask of this step: answers name it.
    pub id: String,
    /// How it is answered.
    pub kind: AskKind,
    /// What is asked for.
    pub label: LocalText,
    /// What helps to answer it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<LocalText>,
    /// Whether no answer is one without it.
    #[serde(default)]
    pub is_required: bool,
    /// Which document is asked for, as [`crate::Document::kind`] names it. None where any will do, and for another kind of ask.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document_kind: Option<String>,
}

impl CaseAsk {
    /// The most that may be asked at once.
    pub const MOST: usize = 20;
    /// The longest id of an ask, in bytes.
    pub const MOST_ID: usize = 64;
}

/// How an ask is answered.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AskKind {
    /// In words.
    Words,
    /// With a file of the person's, such as a photo.
    File,
    /// With a document that some department signed.
    Document,
    /// What a newer platform knows; kept and written back as it came.
    #[serde(untagged)]
    Unknown(String),
}

/// Who said something in a case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Party {
    /// The person whose case it is.
    Person,
    /// The department that handles it.
    Department,
    /// The platform between them.
    Platform,
    /// What a newer platform knows; kept and written back as it came.
    #[serde(untagged)]
    Unknown(String),
}

/// What an entry is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EntryKind {
    /// The person answered what was asked.
    Answer,
    /// The person added something unasked.
    Addition,
    /// The person took the case back.
    Withdrawal,
    /// The person objected to the decision.
    Appeal,
    /// The person asked something.
    Question,
    /// The department said something.
    Reply,
    /// The department is late, and an office above it was told.
    Escalation,
    /// The department does not take what was brought to it: it is put aside until somebody has looked.
    PutAside,
    /// What a newer platform knows; kept and written back as it came.
    #[serde(untagged)]
    Unknown(String),
}

/// A file or document that came with an entry. Its content is not in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Attachment {
    /// Its name; of a document, its kind.
    pub name: String,
    /// Its media type; of a document, `application/jose`.
    pub media_type: String,
    /// The size of its content, in bytes.
    pub bytes: u64,
}

/// Something that was said in a case, as its person sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CaseEntry {
    /// Its id, of no other entry of the case.
    pub id: String,
    /// Who said it.
    pub from: Party,
    /// What it is.
    pub kind: EntryKind,
    /// When.
    pub at: Timestamp,
    /// What was said, in every language in which it was; empty where nothing was.
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub words: LocalText,
    /// What came with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
}

/// What a person does in their case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ActKind {
    /// Answers what is asked of them.
    Answer,
    /// Adds something unasked.
    Add,
    /// Takes the case back.
    Withdraw,
    /// Objects to the decision.
    Appeal,
    /// Asks something.
    Ask,
    /// What a newer platform knows; kept and written back as it came.
    #[serde(untagged)]
    Unknown(String),
}

impl ActKind {
    /// Every act that this version knows, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Answer, Self::Add, Self::Ask, Self::Withdraw, Self::Appeal];
}
