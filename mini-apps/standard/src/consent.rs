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

/// A standing consent. It holds for what was shown: another purpose, another time of keeping or another test is asked for again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingConsent {
    /// For which mini-app.
    pub app: AppId,
    /// To what.
    pub subject: ConsentSubject,
    /// For what.
    pub purpose: LocalText,
    /// How long it is kept, as it was shown; none in a consent of an earlier version, which is asked for again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention: Option<LocalText>,
    /// Which test of the fact; none where the fact itself was agreed to. Agreeing to one is no agreeing to the other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub test: Option<String>,
    /// Since when.
    pub given_at: Timestamp,
}

/// One thing that left with a disclosure, beside the facts: what the person knows it by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Disclosed {
    /// A document, by its title.
    Document(LocalText),
    /// A file, by the name that the person gave it.
    File(String),
    /// A place that the person chose on a map.
    Place,
    /// A parameter of a link to another mini-app: its name, and its value as it went.
    Parameter(String, String),
    /// A page outside, with its whole address.
    Page(String),
    /// A text, shared or signed.
    Text,
}

/// One disclosure: what went where, when and why. Of facts it holds the names, never the facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosure {
    /// When.
    pub at: Timestamp,
    /// To which running mini-app.
    pub app: RunningApp,
    /// The capability used.
    pub capability: Capability,
    /// What was disclosed: names of claims, an operation, a case's service; of a payment the payee, the currency (ISO 4217) and the amount in
    /// minor units.
    pub items: Vec<String>,
    /// For what, where the manifest says.
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub purpose: LocalText,
    /// What else went along, piece by piece.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<Disclosed>,
    /// The name of the person for whom it was done, where the person at this device acted for another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acting_for: Option<String>,
}
