//! A case: what a person asked for and what became of it, from submission to rating.

mod exchange;
mod follow_up;
mod rating;
mod state;

use jiff::{Timestamp, civil::Date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use fingertip_standard::{AppId, CaseId, DepartmentId, LocalText, RegionCode, ServiceId};

use crate::CaseOfJoint;

pub use exchange::{ActKind, AskKind, Attachment, CaseAsk, CaseEntry, EntryKind, Party};
pub use follow_up::{FollowUp, FollowUpState, RatingReason};
pub use rating::{Rating, RatingLevel, ServiceRating};
pub use state::CaseState;

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
    /// The mini-app it was submitted with; of a step of a joint case, [`crate::joint::form_app`].
    pub app: AppId,
    /// Where it stands.
    pub state: CaseState,
    /// When it was received.
    pub submitted_at: Timestamp,
    /// In how many working days it is promised, counted from the day after its acceptance; as the service said when it was received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised_days: Option<u16>,
    /// The day by which it is promised, all of it. None before it is accepted, and while the clock stands still ([`CaseState::stops_clock`]).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised_by: Option<Date>,
    /// Whether that day may still move: it lies behind days of a year whose holidays are not announced yet.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub promise_may_move: bool,
    /// Whether that day has passed without a decision.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_late: bool,
    /// The office that was told that the department is late, by its name. None where none was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub escalated_to: Option<LocalText>,
    /// Who has it now, by name of office; none where its department says no more than that it has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<LocalText>,
    /// What is asked of the person now, all of it at once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<CaseAsk>,
    /// The last day on which an answer to [`asked`](Self::asked) is looked for, all of it. None where the department names none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_by: Option<Date>,
    /// What the platform takes from the person now. A device offers these and nothing else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acts: Vec<ActKind>,
    /// All that happened, oldest first.
    pub steps: Vec<CaseStep>,
    /// What was said in it by either side, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<CaseEntry>,
    /// The documents that came of it, each a compact JWS (see [`crate::document`]).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<String>,
    /// The person's rating, once given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
    /// What became of the rating, where it is bad.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_up: Option<FollowUp>,
    /// The name of the helper who handed it in for the person, as it was then: told to these two and to nobody else. None where the
    /// person did it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handed_in_by: Option<String>,
    /// Of which joint case it is a step. None where it is a case by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joint: Option<CaseOfJoint>,
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
