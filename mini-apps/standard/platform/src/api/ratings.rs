//! Ratings as they are given, answered and reviewed, and what is published of them.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use fingertip_standard::{CaseId, LocalText, RegionCode, ServiceId};

use crate::case::{FollowUp, Rating, RatingReason};

/// A rating as the person gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GivenRating {
    /// How content, and why in their own words.
    #[serde(flatten)]
    pub rating: Rating,
    /// Why, of the list; each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<RatingReason>,
    /// Whether the department is not told of which case it is.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_anonymous: bool,
}

impl From<Rating> for GivenRating {
    /// No reason of the list, and the department is told of which case it is.
    fn from(rating: Rating) -> Self {
        Self { rating, reasons: Vec::new(), is_anonymous: false }
    }
}

/// What the person says to the answer that their bad rating got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RatingAppeal {
    /// Why the answer is none; at most [`crate::api::CaseAct::MOST_WORDS`] characters.
    pub words: String,
}

/// A rating as its department sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DepartmentRating {
    /// Its id.
    pub id: String,
    /// Of which case; none where the person does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
    /// Of which service.
    pub service: ServiceId,
    /// Where.
    pub region: RegionCode,
    /// On which day.
    pub on: Date,
    /// How content, and why in their own words.
    #[serde(flatten)]
    pub rating: Rating,
    /// Why, of the list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<RatingReason>,
    /// What became of it, where it is bad.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_up: Option<FollowUp>,
}

/// A department's ratings, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DepartmentRatings {
    /// These, at most [`DepartmentRatings::MOST`].
    pub ratings: Vec<DepartmentRating>,
    /// What is sent as `after` for those that follow; none where none does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl DepartmentRatings {
    /// The most ratings of one answer.
    pub const MOST: usize = 50;
}

/// Why a department would have a rating left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ExclusionRequest {
    /// The reason, which the person reads.
    pub reason: LocalText,
}

/// What is reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewKind {
    /// The department would have the rating left out.
    Exclusion,
    /// The person objects to the department's answer.
    Appeal,
}

/// A decision of the operator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReviewDecision {
    /// On what.
    pub kind: ReviewKind,
    /// Whether who asked gets what they ask: the rating is left out, or the department has to answer anew.
    pub is_granted: bool,
    /// Why, for both sides.
    pub reason: LocalText,
}

/// Of what an indicator is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum IndicatorKind {
    /// Of a service.
    Service,
    /// Of a department.
    Department,
    /// Of a region.
    Region,
}

/// What people think of a service, a department, or what is done in a region: every rating that counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Indicator {
    /// Of what.
    pub kind: IndicatorKind,
    /// Its id or code.
    pub of: String,
    /// How many rated it; at least [`crate::ServiceRating::LEAST`], or it is not published.
    pub count: u32,
    /// How many of these gave each of [`crate::RatingLevel::ALL`], from best to worst.
    pub levels: [u32; 5],
}
