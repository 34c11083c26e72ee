//! The life of a case: made, advanced by its department, rated by its person.

use fingertip_calendar::WorkingDays;
use fingertip_contract::{Case, CaseState, CaseStep, ProblemCode, Rating, Service, api::SubmitCase};
use fingertip_standard::{AppId, CaseId};
use jiff::Timestamp;

use fingertip_kit::ApiError;

use crate::promise::derive_promise;

/// The longest words with a rating, in characters.
const RATING_TEXT_CHARS: usize = 2000;

/// Why a case does not change as asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CaseRefusal {
    /// The state does not follow.
    #[error("a case in this state does not take that step")]
    State,
    /// The department has not done its part yet.
    #[error("a case is rated once it is handled")]
    NotHandled,
    /// Another rating was given.
    #[error("a case is rated once")]
    AlreadyRated,
    /// The level is none of the five.
    #[error("there is no such level of content")]
    LevelUnknown,
    /// The words are too long.
    #[error("the words of a rating are too long")]
    RatingTooLong,
}

impl From<CaseRefusal> for ApiError {
    fn from(refusal: CaseRefusal) -> Self {
        let code = match refusal {
            CaseRefusal::State => ProblemCode::CaseState,
            CaseRefusal::NotHandled => ProblemCode::CaseNotHandled,
            CaseRefusal::AlreadyRated => ProblemCode::AlreadyRated,
            CaseRefusal::LevelUnknown => ProblemCode::BodyMalformed,
            CaseRefusal::RatingTooLong => ProblemCode::RatingTooLong,
        };
        code.into()
    }
}

/// A case just received, from its person or from the helper `handed_in_by`.
#[must_use]
pub fn receive(
    id: CaseId,
    app: AppId,
    asked: &SubmitCase,
    service: &Service,
    handed_in_by: Option<String>,
    at: Timestamp,
) -> Case {
    Case {
        id,
        service: service.id.clone(),
        department: service.department.clone(),
        region: asked.region.clone(),
        app,
        state: CaseState::Received,
        submitted_at: at,
        promised_days: service.promised_days,
        promised_by: None,
        promise_may_move: false,
        is_late: false,
        escalated_to: None,
        office: None,
        asked: Vec::new(),
        answer_by: None,
        acts: Vec::new(),
        entries: Vec::new(),
        steps: vec![CaseStep { state: CaseState::Received, at, note: None }],
        documents: Vec::new(),
        rating: None,
        handed_in_by,
    }
}

/// Moves `case` on, and the day by which it is promised with it: `days` are the nation's working days.
///
/// # Errors
/// [`CaseRefusal::State`] when the state does not follow.
pub fn advance(
    case: &mut Case,
    step: CaseStep,
    documents: &[String],
    days: &WorkingDays,
) -> Result<(), CaseRefusal> {
    if !case.state.next().contains(&step.state) {
        return Err(CaseRefusal::State);
    }
    case.state = step.state.clone();
    case.steps.push(step);
    case.documents.extend_from_slice(documents);
    // What was promised before limits were kept stays as it was.
    if let Some(limit) = case.promised_days {
        let promise = derive_promise(&case.steps, limit, days);
        (case.promised_by, case.promise_may_move) =
            (promise.map(|promise| promise.day), promise.is_some_and(|promise| promise.may_move));
    }
    Ok(())
}

/// Rates `case`. The same rating again is the same request; another one is refused.
///
/// # Errors
/// [`CaseRefusal`]: not handled yet, rated before, too many words.
pub fn rate(case: &mut Case, rating: Rating) -> Result<(), CaseRefusal> {
    if rating.text.chars().count() > RATING_TEXT_CHARS {
        return Err(CaseRefusal::RatingTooLong);
    }
    if rating.level.score().is_none() {
        return Err(CaseRefusal::LevelUnknown);
    }
    if !case.state.is_handled() {
        return Err(CaseRefusal::NotHandled);
    }
    match &case.rating {
        Some(given) if *given != rating => Err(CaseRefusal::AlreadyRated),
        _ => {
            case.rating = Some(rating);
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use fingertip_contract::RatingLevel;
    use serde_json::json;

    use super::*;

    fn case(state: &CaseState) -> Case {
        serde_json::from_value(json!({
            "id": "HU-20261124-7KQ2X9", "service": "s", "department": "human-resources", "region": "440100",
            "app": "cn.example.card", "state": state, "submitted_at": "2026-11-24T02:00:00Z", "steps": []
        }))
        .expect("a case")
    }

    fn step(state: CaseState) -> CaseStep {
        CaseStep { state, at: Timestamp::UNIX_EPOCH, note: None }
    }

    fn rating(level: RatingLevel) -> Rating {
        Rating { level, text: String::new() }
    }

    #[test]
    fn only_a_following_state_is_taken() {
        let mut received = case(&CaseState::Received);
        assert_eq!(
            advance(&mut received, step(CaseState::Delivered), &[], &WorkingDays::built_in()),
            Err(CaseRefusal::State)
        );
        assert_eq!(received.state, CaseState::Received);
        assert_eq!(advance(&mut received, step(CaseState::Accepted), &[], &WorkingDays::built_in()), Ok(()));
        assert_eq!(
            advance(&mut received, step(CaseState::Accepted), &[], &WorkingDays::built_in()),
            Err(CaseRefusal::State)
        );
        assert_eq!(received.steps.len(), 1);
    }

    #[test]
    fn a_state_or_level_that_nobody_knows_is_not_taken() {
        let unknown = || CaseState::Unknown("on-the-moon".into());
        assert_eq!(
            advance(&mut case(&CaseState::Received), step(unknown()), &[], &WorkingDays::built_in()),
            Err(CaseRefusal::State)
        );
        assert_eq!(
            advance(&mut case(&unknown()), step(CaseState::Closed), &[], &WorkingDays::built_in()),
            Err(CaseRefusal::State)
        );
        let level = RatingLevel::Unknown("delighted".into());
        assert_eq!(rate(&mut case(&CaseState::Closed), rating(level)), Err(CaseRefusal::LevelUnknown));
    }

    #[test]
    fn a_case_is_rated_once_it_is_handled() {
        assert_eq!(
            rate(&mut case(&CaseState::Review), rating(RatingLevel::Satisfied)),
            Err(CaseRefusal::NotHandled)
        );
        let mut closed = case(&CaseState::Closed);
        assert_eq!(rate(&mut closed, rating(RatingLevel::Satisfied)), Ok(()));
        assert_eq!(rate(&mut closed, rating(RatingLevel::Satisfied)), Ok(()));
        assert_eq!(rate(&mut closed, rating(RatingLevel::Dissatisfied)), Err(CaseRefusal::AlreadyRated));
        assert_eq!(closed.rating, Some(rating(RatingLevel::Satisfied)));
    }
}
