//! Ratings that change something: a bad one has to be answered within working days, its person may object to the answer once, and it counts
//! until the operator has decided, with a reason, that it does not.

use std::collections::BTreeSet;

use fingertip_calendar::WorkingDays;
use fingertip_contract::{
    Case, FollowUp, FollowUpState, ProblemCode, RatingReason,
    api::{CaseAct, CaseReply, DepartmentRating, ExclusionRequest, GivenRating, ReviewDecision, ReviewKind},
};
use fingertip_kit::{ApiError, secrets};
use fingertip_standard::{CaseId, DepartmentId, LocalText};
use fingertip_store::{
    StoreError, Transaction, cases,
    ratings::{self, Kept, New},
};
use jiff::{Timestamp, civil::Date};

use crate::{asks::is_within, promise::day_of, state};

/// Within how many working days a bad rating is answered, where a nation does not say otherwise.
pub const FOLLOW_UP_DAYS: u16 = 5;

/// By when a department has to answer.
#[derive(Debug, Clone, Copy)]
pub struct Limit<'a> {
    /// In how many working days.
    pub days: u16,
    /// The nation's working days.
    pub working_days: &'a WorkingDays,
}

impl Limit<'_> {
    fn after(&self, at: Timestamp) -> Date {
        let today = day_of(at);
        self.working_days.after(today, self.days).map_or(today, |promise| promise.day)
    }
}

/// Rates the person's case and says it, and whether this is new: the same rating again is the same request.
///
/// # Errors
/// `case-not-found`, `case-not-handled`, `already-rated`, `rating-too-long`, `input-invalid`, or the database refuses.
pub fn rate(
    work: &Transaction<'_>,
    (subject, id): (&str, &CaseId),
    given: &GivenRating,
    at: Timestamp,
    limit: Limit<'_>,
) -> Result<(Case, bool), ApiError> {
    let reasons: BTreeSet<&RatingReason> = given.reasons.iter().collect();
    let are_known = given.reasons.iter().all(|reason| RatingReason::ALL.contains(reason));
    if reasons.len() != given.reasons.len() || !are_known {
        return Err(ProblemCode::InputInvalid.into());
    }
    let mut case = cases::of_person(work, subject, id.as_str())?.ok_or(ProblemCode::CaseNotFound)?;
    state::rate(&mut case, given.rating.clone())?;
    if let Some(kept) = ratings::of_case(work, id.as_str())? {
        let is_same = kept.reasons == given.reasons && kept.is_anonymous == given.is_anonymous;
        return if is_same { Ok((case, false)) } else { Err(ProblemCode::AlreadyRated.into()) };
    }
    let reply_by = given.rating.level.is_bad().then(|| limit.after(at));
    let id = secrets::make_token(16).map_err(|_| StoreError::Ended)?;
    let new = New {
        id: &id,
        case: &case,
        rating: &given.rating,
        reasons: &given.reasons,
        is_anonymous: given.is_anonymous,
        at_ms: at.as_millisecond(),
        reply_by,
    };
    ratings::insert(work, &new)?;
    Ok((case, true))
}

/// `case` with what became of its rating.
///
/// # Errors
/// The database refuses or a row is damaged.
pub fn with_follow_up(work: &Transaction<'_>, case: Case, at: Timestamp) -> Result<Case, StoreError> {
    if !case.rating.as_ref().is_some_and(|rating| rating.level.is_bad()) {
        return Ok(case);
    }
    let kept = ratings::of_case(work, case.id.as_str())?;
    Ok(Case { follow_up: kept.and_then(|kept| follow_up(&kept, at)), ..case })
}

/// What became of a rating; none where nothing has to.
fn follow_up(kept: &Kept, at: Timestamp) -> Option<FollowUp> {
    let reply_by = kept.reply_by?;
    let state = state_of(kept);
    Some(FollowUp {
        is_late: state == FollowUpState::Open && reply_by < day_of(at),
        state,
        reply_by,
        reply: kept.reply.clone(),
        appeal: kept.appeal.clone(),
        appeal_answer: kept.appeal_answer.clone(),
        exclusion: kept.exclusion.clone(),
        exclusion_answer: kept.exclusion_answer.clone(),
        is_excluded: kept.is_excluded,
    })
}

fn state_of(kept: &Kept) -> FollowUpState {
    let is_answered_anew = kept.replied_ms > kept.appeal_answered_ms;
    match (&kept.reply, &kept.appeal, &kept.appeal_answer) {
        _ if kept.is_excluded => FollowUpState::Closed,
        (_, Some(_), None) => FollowUpState::Appealed,
        (_, Some(_), Some(_)) if kept.is_appeal_granted && !is_answered_anew => FollowUpState::Open,
        (_, Some(_), Some(_)) => FollowUpState::Closed,
        (Some(_), None, _) => FollowUpState::Replied,
        (None, None, _) => FollowUpState::Open,
    }
}

/// The rating as its department and the operator see it.
#[must_use]
pub fn show(kept: &Kept, at: Timestamp) -> DepartmentRating {
    DepartmentRating {
        id: kept.id.clone(),
        case: (!kept.is_anonymous).then(|| kept.case.clone()),
        service: kept.service.clone(),
        region: kept.region.clone(),
        on: day_of(kept.at),
        rating: kept.rating.clone(),
        reasons: kept.reasons.clone(),
        follow_up: follow_up(kept, at),
    }
}

/// The person objects to the answer; the same again is the same request.
///
/// # Errors
/// `case-not-found`, `rating-state` where there is no answer or they objected before, `act-incomplete`, `words-too-long`, or the database
/// refuses.
pub fn appeal(work: &Transaction<'_>, (subject, id): (&str, &CaseId), words: &str) -> Result<Case, ApiError> {
    if words.chars().count() > CaseAct::MOST_WORDS {
        return Err(ProblemCode::WordsTooLong.into());
    }
    if words.trim().is_empty() {
        return Err(ProblemCode::ActIncomplete.into());
    }
    let case = cases::of_person(work, subject, id.as_str())?.ok_or(ProblemCode::CaseNotFound)?;
    let kept = ratings::of_case(work, id.as_str())?.ok_or(ProblemCode::RatingState)?;
    if kept.appeal.as_deref() == Some(words) {
        return Ok(case);
    }
    let now = Kept { appeal: Some(words.to_owned()), ..kept.clone() };
    change(work, &kept, now, &FollowUpState::Replied)?;
    Ok(case)
}

/// The department answers for the rating; the same again is the same request.
///
/// # Errors
/// `rating-unknown`, `rating-state`, `act-incomplete`, `words-too-long`, or the database refuses.
pub fn reply(
    work: &Transaction<'_>,
    (department, id): (&DepartmentId, &str),
    asked: CaseReply,
    at: Timestamp,
) -> Result<DepartmentRating, ApiError> {
    check_words(&asked.words)?;
    let kept = of_department(work, department, id)?;
    if state_of(&kept) != FollowUpState::Open && kept.reply.as_ref() == Some(&asked.words) {
        return Ok(show(&kept, at));
    }
    let now = Kept { reply: Some(asked.words), replied_ms: Some(at.as_millisecond()), ..kept.clone() };
    Ok(show(&change(work, &kept, now, &FollowUpState::Open)?, at))
}

/// The department would have the rating left out; the same again is the same request.
///
/// # Errors
/// `rating-unknown`, `rating-state` where it asked before or the follow-up is over, `act-incomplete`, `words-too-long`, or the database refuses.
pub fn ask_for_exclusion(
    work: &Transaction<'_>,
    (department, id): (&DepartmentId, &str),
    asked: ExclusionRequest,
    at: Timestamp,
) -> Result<DepartmentRating, ApiError> {
    check_words(&asked.reason)?;
    let kept = of_department(work, department, id)?;
    if kept.exclusion.as_ref() == Some(&asked.reason) {
        return Ok(show(&kept, at));
    }
    let state = state_of(&kept);
    if kept.exclusion.is_some() || state == FollowUpState::Closed {
        return Err(ProblemCode::RatingState.into());
    }
    let now = Kept { exclusion: Some(asked.reason), ..kept.clone() };
    Ok(show(&change(work, &kept, now, &state)?, at))
}

/// The operator decides.
///
/// # Errors
/// `rating-unknown`, `rating-state` where nothing of that kind is to be decided, `act-incomplete` without a reason, `words-too-long`, or the
/// database refuses.
pub fn decide(
    work: &Transaction<'_>,
    id: &str,
    decision: ReviewDecision,
    at: Timestamp,
    limit: Limit<'_>,
) -> Result<DepartmentRating, ApiError> {
    check_words(&decision.reason)?;
    let kept = ratings::find(work, id)?.ok_or(ProblemCode::RatingUnknown)?;
    let mut now = kept.clone();
    match decision.kind {
        ReviewKind::Exclusion if kept.exclusion.is_some() && kept.exclusion_answer.is_none() => {
            now.exclusion_answer = Some(decision.reason);
            now.is_excluded = decision.is_granted;
        }
        ReviewKind::Appeal if kept.appeal.is_some() && kept.appeal_answer.is_none() => {
            now.appeal_answer = Some(decision.reason);
            now.appeal_answered_ms = Some(at.as_millisecond());
            now.is_appeal_granted = decision.is_granted;
            if decision.is_granted {
                now.reply_by = Some(limit.after(at));
            }
        }
        ReviewKind::Exclusion | ReviewKind::Appeal => return Err(ProblemCode::RatingState.into()),
    }
    ratings::update(work, &kept, &now)?;
    Ok(show(&now, at))
}

fn of_department(work: &Transaction<'_>, department: &DepartmentId, id: &str) -> Result<Kept, ApiError> {
    let kept = ratings::find(work, id)?.filter(|kept| kept.department == *department);
    kept.ok_or_else(|| ProblemCode::RatingUnknown.into())
}

/// Keeps `now`, where there is a follow-up in this state.
fn change(work: &Transaction<'_>, kept: &Kept, now: Kept, state: &FollowUpState) -> Result<Kept, ApiError> {
    if kept.reply_by.is_none() || state_of(kept) != *state {
        return Err(ProblemCode::RatingState.into());
    }
    ratings::update(work, kept, &now)?;
    Ok(now)
}

fn check_words(words: &LocalText) -> Result<(), ApiError> {
    if words.is_empty() {
        return Err(ProblemCode::ActIncomplete.into());
    }
    if is_within(words, CaseAct::MOST_WORDS) { Ok(()) } else { Err(ProblemCode::WordsTooLong.into()) }
}
