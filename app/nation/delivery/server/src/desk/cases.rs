//! A department looks at its cases, moves them on, and says something in them.

use std::sync::Arc;

use fingertip_cases::{
    documents::{Owner, check_result},
    joint::settle::settle_of,
    replies, state,
};
use fingertip_contract::{
    Case, CaseState, ProblemCode,
    api::{AdvanceCase, CaseQueue, CaseReply, Operation},
};
use fingertip_kit::ApiError;
use fingertip_standard::{CaseId, DepartmentId};
use fingertip_store::{StoreError, Transaction, cases, persons, queue, values::text_of};

use crate::{audit::Actor, platform::Platform};

/// The department's cases under way, from behind the place `after` on.
pub(crate) async fn list(
    platform: &Platform,
    department: DepartmentId,
    after: Option<&str>,
) -> Result<CaseQueue, ApiError> {
    // A place that nobody gave is the beginning: it may be one of another version.
    let after = after.and_then(queue::Place::read).unwrap_or_else(queue::Place::first);
    let list = move |work: &Transaction<'_>| {
        let mut cases = queue::list(work, &department, &after, CaseQueue::MOST + 1)?;
        let has_more = cases.len() > CaseQueue::MOST;
        cases.truncate(CaseQueue::MOST);
        let next = if has_more { cases.last().map(|case| queue::Place::of(case).written()) } else { None };
        Ok(CaseQueue { cases, next })
    };
    platform.database.run(list).await
}

/// How many of the department's cases under way are in each state, and how many of them are late.
pub(crate) async fn count(
    platform: &Platform,
    department: DepartmentId,
) -> Result<(Vec<(CaseState, u32)>, u32), StoreError> {
    platform.database.run(move |work| queue::count(work, &department)).await
}

/// One of the department's cases; who looks is noted.
pub(crate) async fn show(
    platform: &Platform,
    department: DepartmentId,
    id: CaseId,
) -> Result<Case, ApiError> {
    let find = move |work: &Transaction<'_>| {
        let found = cases::of_department(work, &department, id.as_str())?;
        let (_, case) = found.ok_or(ProblemCode::CaseNotFound)?;
        Actor::department(&department).note(work, Operation::ShowDepartmentCase, id.as_str(), "")?;
        Ok(case)
    };
    platform.database.run(find).await
}

/// Moves one of the department's cases on.
pub(crate) async fn advance(
    platform: &Arc<Platform>,
    department: DepartmentId,
    id: CaseId,
    asked: AdvanceCase,
) -> Result<Case, ApiError> {
    // What reads newer states is the phone; here nobody could say what follows one.
    if let CaseState::Unknown(_) = asked.state {
        return Err(ProblemCode::InputInvalid.into());
    }
    let at = Arc::clone(platform);
    let change = move |work: &Transaction<'_>| -> Result<_, ApiError> {
        let registered = at.departments.find(&department).ok_or(ProblemCode::DepartmentUnknown)?;
        let (subject, mut case) =
            cases::of_department(work, &department, id.as_str())?.ok_or(ProblemCode::CaseNotFound)?;
        let names = persons::names(work, &subject)?;
        let owner = Owner { names: &names, pairwise_secret: &at.pairwise_secret };
        check_result(&asked.documents, &department, &registered.keys, owner)?;
        let step = state::advance(&mut case, &asked, (at.now)(), &at.working_days)?;
        cases::advance(work, &case, Some(&step), &asked.documents)?;
        let actor = Actor::department(&department);
        actor.note(work, Operation::AdvanceCase, id.as_str(), &text_of(&case.state))?;
        // What was waiting for it begins, or will not.
        let told = settle_of(work, &case, at.around_joint())?;
        Ok((case, told))
    };
    let (case, told) = platform.database.run(change).await?;
    platform.wake(&told);
    Ok(case)
}

/// Says something in one of the department's cases, once under `key`; the case as JSON.
pub(crate) async fn reply(
    platform: &Platform,
    department: DepartmentId,
    id: CaseId,
    (key, asked): (String, CaseReply),
) -> Result<String, ApiError> {
    let say = move |work: &Transaction<'_>| {
        let said = replies::reply(work, (&department, &id), &key, asked)?;
        if said.is_new {
            Actor::department(&department).note(work, Operation::ReplyInCase, id.as_str(), "")?;
        }
        Ok(said.response)
    };
    platform.database.run(say).await
}
