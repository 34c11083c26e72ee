//! What becomes of a bad rating: the department answers for it, within a limit, and the person may say that the answer is none.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use fingertip_standard::LocalText;

/// Why a person rates as they do, of a list, so that it can be counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RatingReason {
    /// It went quickly.
    Fast,
    /// It was clear what to do.
    Clear,
    /// People were friendly.
    Friendly,
    /// Nothing was asked for that was known.
    NothingAskedTwice,
    /// It took long.
    Slow,
    /// It was not clear what to do.
    Unclear,
    /// People were unfriendly.
    Unfriendly,
    /// Something was asked for that was known.
    AskedTwice,
    /// The decision was not explained, or is wrong.
    DecisionUnexplained,
    /// The app or the network failed.
    TechnicalTrouble,
    /// What a newer platform knows; kept and written back as it came.
    #[serde(untagged)]
    Unknown(String),
}

impl RatingReason {
    /// Every reason that this version knows, in the order in which they are offered.
    pub const ALL: [Self; 10] = [
        Self::Fast,
        Self::Clear,
        Self::Friendly,
        Self::NothingAskedTwice,
        Self::Slow,
        Self::Unclear,
        Self::Unfriendly,
        Self::AskedTwice,
        Self::DecisionUnexplained,
        Self::TechnicalTrouble,
    ];

    /// Whether it speaks for the department.
    #[must_use]
    pub fn is_praise(&self) -> bool {
        matches!(self, Self::Fast | Self::Clear | Self::Friendly | Self::NothingAskedTwice)
    }
}

/// Where a follow-up stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FollowUpState {
    /// The department has to answer.
    Open,
    /// It has; the person may object once.
    Replied,
    /// The person objects; the operator of the platform looks at it.
    Appealed,
    /// Nothing more happens.
    Closed,
    /// What a newer platform knows; kept and written back as it came.
    #[serde(untagged)]
    Unknown(String),
}

/// What became of a bad rating.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FollowUp {
    /// Where it stands.
    pub state: FollowUpState,
    /// The last day on which the department answers in time.
    pub reply_by: Date,
    /// Whether it has not answered by then.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_late: bool,
    /// What the department answered last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<LocalText>,
    /// What the person said to that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appeal: Option<String>,
    /// What the operator said to the person's objection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appeal_answer: Option<LocalText>,
    /// Why the department would have the rating left out of the indicators.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exclusion: Option<LocalText>,
    /// What the operator said to that, with the reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exclusion_answer: Option<LocalText>,
    /// Whether it is left out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_excluded: bool,
}
