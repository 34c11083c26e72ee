//! A department reads what people think of how it handled their cases, and answers for it.

use fingertip_cases::ratings as rules;
use fingertip_contract::api::{
    CaseReply, DepartmentRating, DepartmentRatings, ExclusionRequest, Indicator, IndicatorKind, Operation,
};
use fingertip_kit::ApiError;
use fingertip_standard::DepartmentId;
use fingertip_store::{StoreError, Transaction, ratings as kept};

use crate::{audit::Actor, platform::Platform};

/// The department's ratings, the newest first, from behind the place `after` on.
pub(crate) async fn list(
    platform: &Platform,
    department: DepartmentId,
    after: Option<&str>,
) -> Result<DepartmentRatings, ApiError> {
    let before = after.and_then(|text| text.parse().ok()).unwrap_or(i64::MAX);
    let at = (platform.now)();
    let list = move |work: &Transaction<'_>| {
        let mut found = kept::list(work, &department, before, DepartmentRatings::MOST + 1)?;
        let has_more = found.len() > DepartmentRatings::MOST;
        found.truncate(DepartmentRatings::MOST);
        let next = if has_more { found.last().map(|rating| rating.position.to_string()) } else { None };
        let ratings = found.iter().map(|rating| rules::show(rating, at)).collect();
        Ok(DepartmentRatings { ratings, next })
    };
    platform.database.run(list).await
}

/// How many gave which level, where anybody did.
pub(crate) async fn levels(
    platform: &Platform,
    department: DepartmentId,
) -> Result<Option<Indicator>, StoreError> {
    let find = move |work: &Transaction<'_>| {
        let all = kept::indicators(work, 1)?;
        let is_own = |one: &Indicator| one.kind == IndicatorKind::Department && one.of == department.as_str();
        Ok(all.into_iter().find(is_own))
    };
    platform.database.run(find).await
}

/// Answers for a bad rating.
pub(crate) async fn reply(
    platform: &Platform,
    department: DepartmentId,
    id: String,
    asked: CaseReply,
) -> Result<DepartmentRating, ApiError> {
    let at = (platform.now)();
    let reply = move |work: &Transaction<'_>| {
        let rating = rules::reply(work, (&department, &id), asked, at)?;
        Actor::department(&department).note(work, Operation::ReplyToRating, &id, "")?;
        Ok(rating)
    };
    platform.database.run(reply).await
}

/// Would have a bad rating left out.
pub(crate) async fn ask_for_exclusion(
    platform: &Platform,
    department: DepartmentId,
    id: String,
    asked: ExclusionRequest,
) -> Result<DepartmentRating, ApiError> {
    let at = (platform.now)();
    let ask = move |work: &Transaction<'_>| {
        let rating = rules::ask_for_exclusion(work, (&department, &id), asked, at)?;
        Actor::department(&department).note(work, Operation::AskForExclusion, &id, "")?;
        Ok(rating)
    };
    platform.database.run(ask).await
}
