//! What is in a copy, version 1. Every field stands in `EXPORT.md` of `fingertip-records`; a change of any of them is a new version.
//!
//! What a row says (`content`) is the JSON of its kind as the device keeps it. It stays a value here: a row that this version does not
//! understand is carried as it stands.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::Bytes;

/// What every copy calls itself.
pub const FORMAT: &str = "fingertip-records";
/// The version that is written.
pub const VERSION: u32 = 2;

/// Whose records they are, told apart without being named: SHA-256 over the issuer and the subject of their session (OpenID Connect Core
/// 1.0, 2), in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnerMark(String);

impl OwnerMark {
    /// The mark of the person whom `issuer` calls `subject`.
    #[must_use]
    pub fn of(issuer: &str, subject: &str) -> Self {
        let mut hash = Sha256::new();
        hash.update(b"fingertip-records owner\0");
        // The length keeps the two apart: neither can take letters from the other.
        hash.update(u64::try_from(issuer.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(issuer);
        hash.update(subject);
        Self(hex::encode(hash.finalize()))
    }
}

/// Everything that is kept of a person, but keys, tokens, sessions and PINs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Carried {
    /// [`FORMAT`].
    pub format: String,
    /// [`VERSION`].
    pub version: u32,
    /// When it was written.
    pub written_at: Timestamp,
    /// Whose it is.
    pub owner: OwnerMark,
    /// Cases.
    pub cases: Vec<CaseRow>,
    /// Documents.
    pub documents: Vec<DocumentRow>,
    /// Standing consents.
    pub consents: Vec<ConsentRow>,
    /// The ledger, the oldest first.
    pub disclosures: Vec<LedgerRow>,
    /// When the person showed which document, the oldest first.
    pub showings: Vec<LedgerRow>,
    /// What the person paid, the oldest first. Version 1 knew none.
    #[serde(default)]
    pub payments: Vec<LedgerRow>,
    /// What was not sent yet or not accepted.
    pub outgoing: Vec<OutgoingRow>,
    /// Forms that were left in the middle.
    pub drafts: Vec<FormRow>,
    /// What the person chose, their family and helpers, by name.
    pub settings: BTreeMap<String, Value>,
    /// What mini-apps keep.
    pub stored: Vec<StoredRow>,
    /// What could not be read.
    pub unread: Vec<UnreadRow>,
    /// What was taken away: it stays away.
    pub gone: Vec<GoneRow>,
}

impl Carried {
    /// A copy of nothing yet.
    #[must_use]
    pub fn empty(owner: OwnerMark, written_at: Timestamp) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            written_at,
            owner,
            cases: Vec::new(),
            documents: Vec::new(),
            consents: Vec::new(),
            disclosures: Vec::new(),
            showings: Vec::new(),
            payments: Vec::new(),
            outgoing: Vec::new(),
            drafts: Vec::new(),
            settings: BTreeMap::new(),
            stored: Vec::new(),
            unread: Vec::new(),
            gone: Vec::new(),
        }
    }
}

/// A case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseRow {
    /// Its reference.
    pub id: String,
    /// When it was handed in.
    pub submitted_at: Timestamp,
    /// When it was so.
    pub as_of: Timestamp,
    /// The case.
    pub content: Value,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentRow {
    /// The department.
    pub issuer: String,
    /// Its id there.
    pub id: String,
    /// When it was last seen to be good.
    pub as_of: Timestamp,
    /// As it was signed: a compact JWS (RFC 7515, 7.1).
    pub jws: String,
    /// What it says.
    pub content: Value,
}

/// A standing consent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConsentRow {
    /// The mini-app.
    pub app: String,
    /// To what.
    pub subject: Value,
    /// The consent.
    pub content: Value,
}

/// A line of the ledger.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LedgerRow {
    /// When.
    pub at: Timestamp,
    /// The line.
    pub content: Value,
}

/// What is to be sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OutgoingRow {
    /// Its idempotency key: the same from every device.
    pub key: String,
    /// When the person handed it in.
    pub created_at: Timestamp,
    /// Failed attempts so far.
    pub attempts: u32,
    /// Why it was not accepted; none while it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Value>,
    /// What is sent, with its files.
    pub content: Value,
    /// The form that it was handed in from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<FormRow>,
}

/// A form as it was left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FormRow {
    /// The mini-app.
    pub app: String,
    /// The entry, with its parameters.
    pub route: String,
    /// The mini-app's version code.
    pub version: u64,
    /// What the mini-app keeps of itself to go on where it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub saved: Option<Bytes>,
    /// What was typed on the page that was open.
    pub inputs: Value,
    /// When it was last written.
    pub updated_at: Timestamp,
}

/// A value that a mini-app keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredRow {
    /// The mini-app.
    pub app: String,
    /// Under which name.
    pub name: String,
    /// The value.
    pub value: Bytes,
}

/// What the device could not read, as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadRow {
    /// What kind of record it is.
    pub kind: String,
    /// Which one, as far as that can be told.
    pub name: String,
    /// What stood there.
    pub content: Bytes,
}

/// What was taken away on the device: a consent that was withdrawn, a form that was discarded, an item that was sent or taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoneRow {
    /// What kind of record it was.
    pub kind: String,
    /// Which one.
    pub name: String,
    /// When what is gone was last written; something newer of this name is not gone.
    pub at: Timestamp,
}
