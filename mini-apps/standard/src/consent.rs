//! What a person agreed to and what was disclosed: kept on the device, readable and revocable by the person.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{AppId, Capability, ClaimName, LocalText, RunningApp};

/// What a consent is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConsentSubject {
    /// A fact about the person.
    Claim(ClaimName),
    /// A capability that is asked for once per purpose.
    Capability(Capability),
}

/// A standing consent. It holds for the purpose that was shown; another purpose is asked for again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingConsent {
    /// For which mini-app.
    pub app: AppId,
    /// To what.
    pub subject: ConsentSubject,
    /// For what.
    pub purpose: LocalText,
    /// Since when.
    pub given_at: Timestamp,
}

/// One disclosure: what went where, when and why. Holds the names of facts, never the facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosure {
    /// When.
    pub at: Timestamp,
    /// To which running mini-app.
    pub app: RunningApp,
    /// The capability used.
    pub capability: Capability,
    /// What was disclosed: names of claims, an operation, a case's service.
    pub items: Vec<String>,
    /// For what, where the manifest says.
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub purpose: LocalText,
}
