//! A case: what a person asked for and what became of it, from submission to rating.

use jiff::{Timestamp, civil::Date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use fingertip_standard::{AppId, CaseId, DepartmentId, LocalText, RegionCode, ServiceId};

/// Where a case stands (states in use under the Administrative Licensing Law and national case-data practice).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CaseState {
    /// The platform has it; the department has not looked yet.
    Received,
    /// The department takes it on; its time runs.
    Accepted,
    /// The department does not take it on, with a reason.
    Refused,
    /// Something is missing; the person is told all of it at once.
    CorrectionAsked,
    /// Being examined.
    Review,
    /// Decided in the person's favour.
    Approved,
    /// Decided against, with a reason.
    Rejected,
    /// The result has reached the person.
    Delivered,
    /// Nothing more happens.
    Closed,
    /// Taken back by the person.
    Withdrawn,
    /// What a newer platform knows; kept and written back as it came.
    #[serde(untagged)]
    Unknown(String),
}

impl CaseState {
    /// The states that may follow this one.
    #[must_use]
    pub fn next(&self) -> &'static [Self] {
        use CaseState::{
            Accepted, Approved, Closed, CorrectionAsked, Delivered, Received, Refused, Rejected, Review,
            Withdrawn,
        };
        match self {
            Received => &[Accepted, Refused, CorrectionAsked, Withdrawn],
            CorrectionAsked => &[Received, Refused, Withdrawn],
            Accepted => &[Review, Withdrawn],
            Review => &[Approved, Rejected, CorrectionAsked, Withdrawn],
            Approved => &[Delivered],
            Delivered | Rejected | Refused => &[Closed],
            Closed | Withdrawn | Self::Unknown(_) => &[],
        }
    }

    /// Whether the case may be rated: the department has done its part.
    #[must_use]
    pub fn is_handled(&self) -> bool {
        matches!(self, Self::Refused | Self::Rejected | Self::Delivered | Self::Closed)
    }
}

/// One thing that happened to a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CaseStep {
    /// The state it then was in.
    pub state: CaseState,
    /// When.
    pub at: Timestamp,
    /// What the department said, in its own words and in every language in which it said it.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "said::read")]
    pub note: Option<LocalText>,
}

/// How content a person is (国务院办公厅 好差评: five levels, the last two are bad).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RatingLevel {
    /// 非常满意, 5.
    VerySatisfied,
    /// 满意, 4.
    Satisfied,
    /// 基本满意, 3.
    FairlySatisfied,
    /// 不满意, 2.
    Dissatisfied,
    /// 非常不满意, 1.
    VeryDissatisfied,
    /// What a newer platform knows; kept and written back as it came.
    #[serde(untagged)]
    Unknown(String),
}

impl RatingLevel {
    /// From best to worst.
    pub const ALL: [Self; 5] = [
        Self::VerySatisfied,
        Self::Satisfied,
        Self::FairlySatisfied,
        Self::Dissatisfied,
        Self::VeryDissatisfied,
    ];

    /// The score, 5 the best; none of a level that this version does not know.
    #[must_use]
    pub fn score(&self) -> Option<u8> {
        match self {
            Self::VerySatisfied => Some(5),
            Self::Satisfied => Some(4),
            Self::FairlySatisfied => Some(3),
            Self::Dissatisfied => Some(2),
            Self::VeryDissatisfied => Some(1),
            Self::Unknown(_) => None,
        }
    }

    /// Whether the department must follow it up.
    #[must_use]
    pub fn is_bad(&self) -> bool {
        self.score().is_some_and(|score| score <= 2)
    }
}

/// A person's rating of a handled case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Rating {
    /// How content.
    pub level: RatingLevel,
    /// Why, if the person says.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// What people think of a service: every rating of its cases together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ServiceRating {
    /// Which service.
    pub service: ServiceId,
    /// How many rated it.
    pub count: u32,
    /// How many of these gave each of [`RatingLevel::ALL`], from best to worst.
    pub levels: [u32; 5],
}

impl ServiceRating {
    /// Fewer than so many say nothing of the service and could say something of a person; they are not published.
    pub const LEAST: u32 = 5;

    /// The mean score in tenths: 47 for 4.7 of 5. None without ratings.
    #[must_use]
    pub fn tenths(&self) -> Option<u32> {
        let sum: u64 = RatingLevel::ALL
            .iter()
            .zip(self.levels)
            .map(|(level, count)| u64::from(level.score().unwrap_or_default()) * u64::from(count))
            .sum();
        let count: u64 = self.levels.iter().map(|&count| u64::from(count)).sum();
        // Rounded to the nearest tenth.
        (count > 0).then(|| u32::try_from((sum * 20 + count) / (2 * count)).unwrap_or(50))
    }
}

/// A case as its person sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Case {
    /// Its reference.
    pub id: CaseId,
    /// The service asked for.
    pub service: ServiceId,
    /// Who handles it.
    pub department: DepartmentId,
    /// Where.
    pub region: RegionCode,
    /// The mini-app it was submitted with.
    pub app: AppId,
    /// Where it stands.
    pub state: CaseState,
    /// When it was received.
    pub submitted_at: Timestamp,
    /// In how many working days it is promised, counted from the day after its acceptance; as the service said when it was received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised_days: Option<u16>,
    /// The day by which it is promised, all of it. None before it is accepted, and while a correction is asked: the clock stands still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised_by: Option<Date>,
    /// Whether that day may still move: it lies behind days of a year whose holidays are not announced yet.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub promise_may_move: bool,
    /// All that happened, oldest first.
    pub steps: Vec<CaseStep>,
    /// The documents that came of it, each a compact JWS (see [`crate::document`]).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<String>,
    /// The person's rating, once given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
    /// The name of the helper who handed it in for the person, as it was then: told to these two and to nobody else. None where the
    /// person did it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handed_in_by: Option<String>,
}

/// What a department says: in several languages, or, from an earlier one, as one text in a language that it did not name.
pub(crate) mod said {
    use fingertip_standard::LocalText;
    use serde::{Deserialize, Deserializer};

    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either {
        Local(LocalText),
        Text(String),
    }

    pub(crate) fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Option<LocalText>, D::Error> {
        Ok(Option::<Either>::deserialize(from)?.map(|said| match said {
            Either::Local(text) => text,
            Either::Text(text) => LocalText::unnamed(text),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_leads_to_an_end() {
        fn ends(state: CaseState, seen: &mut Vec<CaseState>) -> bool {
            if state.next().is_empty() {
                return true;
            }
            let next = state.next();
            seen.push(state);
            next.iter().any(|next| !seen.contains(next) && ends(next.clone(), seen))
        }
        use CaseState::{
            Accepted, Approved, CorrectionAsked, Delivered, Received, Refused, Rejected, Review,
        };
        for state in [Received, Accepted, Refused, CorrectionAsked, Review, Approved, Rejected, Delivered] {
            assert!(!state.next().contains(&state), "{state:?}");
            assert!(ends(state.clone(), &mut Vec::new()), "{state:?}");
        }
    }

    #[test]
    fn a_services_score_is_the_mean_of_its_ratings() {
        let of = |levels| {
            ServiceRating { service: ServiceId::new("s").expect("an id"), count: 0, levels }.tenths()
        };
        assert_eq!(of([0; 5]), None);
        assert_eq!(of([1, 0, 0, 0, 0]), Some(50));
        assert_eq!(of([2, 1, 0, 0, 0]), Some(47));
        assert_eq!(of([1, 0, 0, 0, 1]), Some(30));
        assert_eq!(of([u32::MAX; 5]), Some(30));
    }

    #[test]
    fn only_the_last_two_levels_are_bad() {
        assert_eq!(
            RatingLevel::ALL.each_ref().map(|level| level.is_bad()),
            [false, false, false, true, true]
        );
    }

    #[test]
    fn a_note_of_an_earlier_department_is_one_text() {
        let step = |note: serde_json::Value| {
            let read = serde_json::from_value(
                serde_json::json!({"state": "closed", "at": "2026-11-24T02:00:00Z", "note": note}),
            );
            read.map(|step: CaseStep| step.note)
        };
        assert_eq!(step("Done.".into()).expect("a step"), Some(LocalText::single("und", "Done.")));
        let both = serde_json::json!({"en": "Done.", "zh-Hans": "办结"});
        assert_eq!(step(both).expect("a step").expect("a note").pick("zh-HK").0, "办结");
        assert_eq!(step(serde_json::Value::Null).expect("a step"), None);
        assert!(step(7.into()).is_err());
    }

    #[test]
    fn a_state_of_a_newer_platform_is_kept_and_written_back_as_it_came() {
        let step = serde_json::json!({"state": "on-the-moon", "at": "2026-11-24T02:00:00Z"});
        let read: CaseStep = serde_json::from_value(step.clone()).expect("a step");
        assert_eq!(read.state, CaseState::Unknown("on-the-moon".into()));
        assert!(!read.state.is_handled() && read.state.next().is_empty());
        assert_eq!(serde_json::to_value(&read).expect("JSON"), step);
        assert!(serde_json::from_value::<CaseState>(serde_json::json!(7)).is_err(), "a number is no state");
    }
}
