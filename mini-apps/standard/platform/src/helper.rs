//! Helpers: a person lets somebody whom they trust follow their cases, and sees each time that this was done.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use fingertip_standard::HelperLinkId;

/// What a person tells to the one who shall help them: once, and soon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HelperCode {
    /// [`HelperCode::DIGITS`] digits.
    pub code: String,
    /// When it is no longer taken.
    pub expires_at: Timestamp,
}

impl HelperCode {
    /// How long a code is.
    pub const DIGITS: usize = 8;
}

/// One person helps another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HelperLink {
    /// Its id.
    pub id: HelperLinkId,
    /// The other one's name, as their identity provider says it.
    pub name: String,
    /// Since when.
    pub since: Timestamp,
}

/// A helper looked at a person's cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HelperLook {
    /// When.
    pub at: Timestamp,
    /// The helper's name, as it was then.
    pub name: String,
}

/// Everything between a person and those who help them, or whom they help.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Helpers {
    /// Those who help this person.
    pub helpers: Vec<HelperLink>,
    /// Those whom this person helps.
    pub helped: Vec<HelperLink>,
    /// When this person's cases were looked at by a helper, the newest first; also by those who are none any more.
    pub looks: Vec<HelperLook>,
}
