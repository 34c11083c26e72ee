//! The life of a case: made, advanced by its department, rated by its person.

use fingertip_calendar::WorkingDays;
use fingertip_contract::{ActKind, Case, CaseOfJoint, CaseState, CaseStep, Rating, api::AdvanceCase};
use fingertip_standard::{AppId, CaseId, DepartmentId, RegionCode, ServiceId};
use jiff::Timestamp;

use crate::{
    asks,
    promise::{day_of, derive_promise},
    refusal::CaseRefusal,
};

/// The longest words with a rating, in characters.
const RATING_TEXT_CHARS: usize = 2000;

/// What a case is of from its beginning on; each as [`Case`] says.
#[derive(Debug, Clone)]
pub struct NewCase {
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
    /// In how many working days it is promised.
    pub promised_days: Option<u16>,
    /// The helper who handed it in, by name.
    pub handed_in_by: Option<String>,
    /// Of which joint case it is a step.
    pub joint: Option<CaseOfJoint>,
}

/// A case just received.
#[must_use]
pub fn receive(new: NewCase, at: Timestamp) -> Case {
    let NewCase { id, service, department, region, app, promised_days, handed_in_by, joint } = new;
    Case {
        id,
        service,
        department,
        region,
        app,
        state: CaseState::Received,
        submitted_at: at,
        promised_days,
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
        follow_up: None,
        handed_in_by,
        joint,
    }
}

/// Moves `case` on as its department asks, and the day by which it is promised with it: `days` are the nation's working days. Says the step.
///
/// # Errors
/// [`CaseRefusal::State`] when the state does not follow, [`CaseRefusal::Asks`], [`CaseRefusal::WordsTooLong`].
pub fn advance(
    case: &mut Case,
    asked: &AdvanceCase,
    at: Timestamp,
    days: &WorkingDays,
) -> Result<CaseStep, CaseRefusal> {
    if !case.state.next().contains(&asked.state) {
        return Err(CaseRefusal::State);
    }
    asks::check(asked)?;
    let step = CaseStep { state: asked.state.clone(), at, note: asked.note.clone() };
    enter(case, step.clone(), days);
    case.asked.clone_from(&asked.asks);
    case.answer_by = asked.answer_by;
    if let Some(office) = &asked.office {
        case.office = Some(office.clone());
    }
    case.documents.extend_from_slice(&asked.documents);
    Ok(step)
}

/// Moves `case` on by an act of its person, where the act does; says the step if there is one.
///
/// # Errors
/// [`CaseRefusal::State`] when the case does not take the act now.
pub(crate) fn act(
    case: &mut Case,
    kind: &ActKind,
    at: Timestamp,
    days: &WorkingDays,
) -> Result<Option<CaseStep>, CaseRefusal> {
    if !takes(case, kind) {
        return Err(CaseRefusal::State);
    }
    let after = case.state.after(kind).ok_or(CaseRefusal::State)?;
    if after == case.state {
        return Ok(None);
    }
    let step = CaseStep { state: after, at, note: None };
    enter(case, step.clone(), days);
    case.asked.clear();
    case.answer_by = None;
    Ok(Some(step))
}

fn enter(case: &mut Case, step: CaseStep, days: &WorkingDays) {
    let today = day_of(step.at);
    case.state = step.state.clone();
    case.steps.push(step);
    // What was promised before limits were kept stays as it was.
    if let Some(limit) = case.promised_days {
        let promise = derive_promise(&case.steps, limit, days);
        (case.promised_by, case.promise_may_move) =
            (promise.map(|promise| promise.day), promise.is_some_and(|promise| promise.may_move));
    }
    case.is_late &= runs_clock(&case.state) && case.promised_by.is_some_and(|day| day < today);
}

/// Whether the department's time runs in this state.
fn runs_clock(state: &CaseState) -> bool {
    matches!(state, CaseState::Accepted | CaseState::Review | CaseState::Appealed)
}

/// The most entries of a case: whoever writes for ever is heard no more, and can still answer, object and take the case back.
pub(crate) const MOST_ENTRIES: usize = 200;

/// `case` with what the platform takes from its person now.
#[must_use]
pub fn with_acts(case: Case) -> Case {
    let acts = ActKind::ALL.into_iter().filter(|kind| takes(&case, kind)).collect();
    Case { acts, ..case }
}

/// Whether `case` takes an act of its person now.
pub(crate) fn takes(case: &Case, kind: &ActKind) -> bool {
    case.state.after(kind).is_some()
        && match kind {
            ActKind::Appeal => may_appeal(case),
            ActKind::Add | ActKind::Ask => case.entries.len() < MOST_ENTRIES,
            _ => true,
        }
}

/// Whether the last decision was against the person and they have not objected yet: once a case.
fn may_appeal(case: &Case) -> bool {
    use CaseState::{Appealed, Approved, Delivered, Refused, Rejected};
    let decision =
        case.steps.iter().rev().find(|step| matches!(step.state, Refused | Rejected | Approved | Delivered));
    decision.is_some_and(|step| matches!(step.state, Refused | Rejected))
        && !case.steps.iter().any(|step| step.state == Appealed)
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

    fn step(case: &mut Case, state: CaseState) -> Result<CaseStep, CaseRefusal> {
        advance(case, &AdvanceCase::to(state), Timestamp::UNIX_EPOCH, &WorkingDays::built_in())
    }

    fn done(case: &mut Case, kind: &ActKind) -> Result<Option<CaseStep>, CaseRefusal> {
        act(case, kind, Timestamp::UNIX_EPOCH, &WorkingDays::built_in())
    }

    fn rating(level: RatingLevel) -> Rating {
        Rating { level, text: String::new() }
    }

    #[test]
    fn only_a_following_state_is_taken() {
        let mut received = case(&CaseState::Received);
        assert_eq!(step(&mut received, CaseState::Delivered), Err(CaseRefusal::State));
        assert_eq!(received.state, CaseState::Received);
        assert!(step(&mut received, CaseState::Accepted).is_ok());
        assert_eq!(step(&mut received, CaseState::Accepted), Err(CaseRefusal::State));
        assert_eq!(received.steps.len(), 1);
    }

    #[test]
    fn a_state_or_level_that_nobody_knows_is_not_taken() {
        let unknown = || CaseState::Unknown("on-the-moon".into());
        assert_eq!(step(&mut case(&CaseState::Received), unknown()), Err(CaseRefusal::State));
        assert_eq!(step(&mut case(&unknown()), CaseState::Closed), Err(CaseRefusal::State));
        let level = RatingLevel::Unknown("delighted".into());
        assert_eq!(rate(&mut case(&CaseState::Closed), rating(level)), Err(CaseRefusal::LevelUnknown));
    }

    #[test]
    fn what_is_asked_is_asked_until_it_is_answered() {
        let mut asked = case(&CaseState::Received);
        let ask = json!({"id": "photo", "kind": "file", "label": {"en": "A photo"}, "is_required": true});
        let more: AdvanceCase = serde_json::from_value(json!({
            "state": "correction-asked", "asks": [ask], "answer_by": "2026-12-04", "office": {"en": "Card office"}
        }))
        .expect("a step");
        advance(&mut asked, &more, Timestamp::UNIX_EPOCH, &WorkingDays::built_in()).expect("asked");
        assert_eq!((asked.asked.len(), asked.answer_by.is_some()), (1, true));
        let taken = done(&mut asked, &ActKind::Answer).expect("answered").expect("a step");
        assert_eq!((taken.state, &asked.state), (CaseState::Received, &CaseState::Received));
        assert_eq!((asked.asked.len(), asked.answer_by), (0, None));
        step(&mut asked, CaseState::Accepted).expect("accepted");
        assert_eq!(asked.office.expect("an office").in_language("en"), "Card office", "until another has it");
    }

    #[test]
    fn a_person_objects_once_and_only_to_what_was_decided_against_them() {
        use CaseState::{Accepted, Approved, Closed, Delivered, Refused, Rejected, Review};
        let through = |states: &[CaseState]| {
            let mut now = case(&CaseState::Received);
            states.iter().for_each(|state| drop(step(&mut now, state.clone()).expect("follows")));
            now
        };
        let may = |case: &Case| with_acts(case.clone()).acts.contains(&ActKind::Appeal);
        assert!(may(&through(&[Refused])) && may(&through(&[Refused, Closed])));
        assert!(may(&through(&[Accepted, Review, Rejected, Closed])));
        assert!(
            !may(&through(&[Accepted])) && !may(&through(&[Accepted, Review, Approved, Delivered, Closed]))
        );
        let mut appealed = through(&[Refused, Closed]);
        done(&mut appealed, &ActKind::Appeal).expect("taken");
        for state in [Review, Rejected, Closed] {
            step(&mut appealed, state).expect("follows");
        }
        assert!(!may(&appealed));
        assert_eq!(done(&mut appealed, &ActKind::Appeal), Err(CaseRefusal::State));
    }

    #[test]
    fn what_is_offered_is_what_is_taken() {
        let offered = |state| with_acts(case(&state)).acts;
        use ActKind::{Add, Answer, Ask, Withdraw};
        assert_eq!(offered(CaseState::Received), [Add, Ask, Withdraw]);
        assert_eq!(offered(CaseState::SupplementAsked), [Answer, Add, Ask, Withdraw]);
        assert_eq!(offered(CaseState::Approved), [Add, Ask]);
        assert_eq!(offered(CaseState::Withdrawn), [Ask]);
        assert_eq!(offered(CaseState::Unknown("on-the-moon".into())), []);
        let mut endless = case(&CaseState::CorrectionAsked);
        let entry = json!({"id": "e", "from": "person", "kind": "question", "at": "2026-11-24T02:00:00Z"});
        endless.entries = vec![serde_json::from_value(entry).expect("an entry"); MOST_ENTRIES];
        assert_eq!(with_acts(endless).acts, [Answer, Withdraw]);
    }

    #[test]
    fn what_is_late_is_so_no_more_once_it_is_decided_or_the_clock_stands() {
        let late = Case {
            is_late: true,
            promised_days: Some(1),
            promised_by: Some("1970-01-02".parse().expect("a day")),
            ..case(&CaseState::Review)
        };
        let after = |state: CaseState| {
            let mut late = late.clone();
            let asked = AdvanceCase::to(state);
            let at = "1970-02-01T00:00:00Z".parse().expect("a time");
            advance(&mut late, &asked, at, &WorkingDays::built_in()).expect("follows");
            late.is_late
        };
        assert!(
            !after(CaseState::Approved) && !after(CaseState::SupplementAsked) && !after(CaseState::Suspended)
        );
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
