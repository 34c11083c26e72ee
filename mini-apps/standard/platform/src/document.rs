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

/// Where its issuer says whether a document still holds (the claim `status`, draft-ietf-oauth-status-list-21, 6.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DocumentStatus {
    /// Its place in a list; none where the issuer says it in a way that this version does not know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_list: Option<StatusPlace>,
}

/// A place in a status list (draft-ietf-oauth-status-list-21, 6.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StatusPlace {
    /// Which place, from nought.
    pub idx: u64,
    /// Where the list is fetched, whole: whoever asks says nothing of the place.
    pub uri: String,
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
    /// Where its issuer says whether it still holds; none where it is never taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<DocumentStatus>,
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

    /// Its place in a status list, where it has one.
    #[must_use]
    pub fn status_place(&self) -> Option<&StatusPlace> {
        self.status.as_ref()?.status_list.as_ref()
    }

    /// When it was issued.
    #[must_use]
    pub fn issued_at(&self) -> Timestamp {
        Timestamp::from_second(self.issued).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}
