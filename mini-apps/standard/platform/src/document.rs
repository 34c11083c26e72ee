//! Documents issued to a person: compact JWS (RFC 7515) signed by the department with ES256.
//! This module holds what is inside; checking the signature belongs to whoever holds the department's keys.

use jiff::{Timestamp, civil::Date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use fingertip_standard::{DepartmentId, LocalText};

/// One line of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DocumentField {
    /// What it says.
    pub label: LocalText,
    /// Its value, in the department's language.
    pub value: String,
}

/// The payload of a document's JWS.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Document {
    /// The document's own id, unique with its issuer (RFC 7519 `jti`).
    #[serde(rename = "jti")]
    pub id: String,
    /// Who issued it (`iss`); its keys are published under this id.
    #[serde(rename = "iss")]
    pub issuer: DepartmentId,
    /// The pairwise subject of the person it was issued to (`sub`).
    #[serde(rename = "sub")]
    pub subject: String,
    /// What kind of document it is, a stable id: `social-security-card`.
    pub kind: String,
    /// Its title.
    pub title: LocalText,
    /// The name on it.
    pub holder: String,
    /// The number on it.
    pub number: String,
    /// When it was issued, whole seconds since 1970 (`iat`).
    #[serde(rename = "iat")]
    pub issued: i64,
    /// The last day it is valid; none where it does not end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Date>,
    /// Everything else it says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<DocumentField>,
}

impl Document {
    /// Whether it is valid no more: `today` is the nation's day, and its last day still counts.
    #[must_use]
    pub fn has_ended(&self, today: Date) -> bool {
        self.valid_until.is_some_and(|day| day < today)
    }

    /// When it was issued.
    #[must_use]
    pub fn issued_at(&self) -> Timestamp {
        Timestamp::from_second(self.issued).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}
