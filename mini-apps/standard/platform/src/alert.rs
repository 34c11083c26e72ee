//! What everybody in a region has to know now (Common Alerting Protocol, OASIS CAP 1.2: the fields that a shell shows).

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use fingertip_standard::{AlertId, DepartmentId, LocalText, RegionCode};

/// How bad it is (CAP 1.2, 3.2.2 `severity`), the worst first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Extraordinary threat to life or property.
    Extreme,
    /// Significant threat.
    Severe,
    /// Possible threat.
    Moderate,
    /// Little or no threat.
    Minor,
    /// What a newer platform knows; kept and written back as it came.
    #[serde(untagged)]
    Unknown(String),
}

/// An alert.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Alert {
    /// Its id; a person who put it away does not see it again.
    pub id: AlertId,
    /// How bad it is.
    pub severity: Severity,
    /// What happens, in a line.
    pub headline: LocalText,
    /// What to do.
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub instruction: LocalText,
    /// Where: this region and all below it; none for everybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionCode>,
    /// Who says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<DepartmentId>,
    /// From when.
    pub effective: Timestamp,
    /// Until when; none until it is taken out of the catalogue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Timestamp>,
    /// Whom to call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Where to read more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

impl Alert {
    /// Whether it holds now.
    #[must_use]
    pub fn is_in_force(&self, now: Timestamp) -> bool {
        self.effective <= now && self.expires.is_none_or(|expires| now < expires)
    }
}
