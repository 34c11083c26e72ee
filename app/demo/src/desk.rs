//! What lies on a department's desk: the cases that it works on and what persons did in them, kept over a restart.

use std::{collections::HashSet, time::Duration};

use fingertip_contract::{
    Case, Party,
    api::{DispatchedAct, DispatchedCase},
};
use fingertip_kit::clock;
use fingertip_standard::DepartmentId;
use fingertip_store::{
    StoreError, Transaction,
    sql::{OptionalExtension, params},
    values::json_of,
};

const CASES: &str = "department_cases";
const ACTS: &str = "department_acts";
/// The longest wait for a platform that does not answer.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// A case on the desk.
pub(crate) struct Job {
    pub(crate) id: String,
    /// As the platform told it; none once the department needs it no more.
    pub(crate) case: Option<DispatchedCase>,
    /// What was done in it, oldest first.
    pub(crate) acts: Vec<DispatchedAct>,
    /// The ids of all that was ever told, also of what is kept no more.
    pub(crate) known: HashSet<String>,
    /// The first of these that nobody has looked at.
    pub(crate) new_act: Option<DispatchedAct>,
    attempts: u32,
    pub(crate) due_ms: i64,
}

impl Job {
    /// Whether the platform knows of something that the person did and that was not told here yet: it is on its way.
    pub(crate) fn is_behind(&self, now: &Case) -> bool {
        let mut said = now.entries.iter().filter(|entry| entry.from == Party::Person);
        said.any(|entry| !self.known.contains(&entry.id))
    }
}

/// Takes a case; one told twice is one.
pub(crate) fn take(
    work: &Transaction<'_>,
    department: &DepartmentId,
    case: &DispatchedCase,
    due_ms: i64,
) -> Result<(), StoreError> {
    let body = serde_json::to_string(case).map_err(|_| StoreError::Damaged { table: CASES })?;
    work.execute(
        "INSERT INTO department_cases (id, department, body, due_ms) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
        params![case.id.as_str(), department.as_str(), body, due_ms],
    )?;
    Ok(())
}

/// Takes what was done in a case; one told twice is one. False where the department has no such case.
pub(crate) fn take_act(
    work: &Transaction<'_>,
    department: &DepartmentId,
    act: &DispatchedAct,
    due_ms: i64,
) -> Result<bool, StoreError> {
    let sql = "UPDATE department_cases SET due_ms = coalesce(due_ms, ?3) WHERE id = ?1 AND department = ?2";
    if work.execute(sql, params![act.case.as_str(), department.as_str(), due_ms])? == 0 {
        return Ok(false);
    }
    let body = serde_json::to_string(act).map_err(|_| StoreError::Damaged { table: ACTS })?;
    work.execute(
        "INSERT INTO department_acts (id, case_id, body) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
        params![act.id, act.case.as_str(), body],
    )?;
    Ok(true)
}

/// The case that is due first.
pub(crate) fn next(work: &Transaction<'_>, department: &DepartmentId) -> Result<Option<Job>, StoreError> {
    let sql = "SELECT id, body, attempts, due_ms FROM department_cases
               WHERE department = ?1 AND due_ms IS NOT NULL ORDER BY due_ms LIMIT 1";
    let read = |row: &fingertip_store::sql::Row<'_>| -> Result<(String, String, u32, i64), _> {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    };
    let Some((id, body, attempts, due_ms)) = work.query_row(sql, [department.as_str()], read).optional()?
    else {
        return Ok(None);
    };
    let sql = "SELECT id, body, is_done FROM department_acts WHERE case_id = ?1 ORDER BY position";
    let statement = work.prepare(sql)?;
    let (mut acts, mut known, mut new_act) = (Vec::new(), HashSet::new(), None);
    for row in statement.query_map([&id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))? {
        let (act_id, body, is_done): (String, String, bool) = row?;
        known.insert(act_id);
        if body.is_empty() {
            continue;
        }
        let act: DispatchedAct = json_of(ACTS, &body)?;
        if !is_done && new_act.is_none() {
            new_act = Some(act.clone());
        }
        acts.push(act);
    }
    Ok(Some(Job { id, case: json_of(CASES, &body).ok(), acts, known, new_act, attempts, due_ms }))
}

/// Somebody has looked at an act.
pub(crate) fn settle(work: &Transaction<'_>, act: &str) -> Result<(), StoreError> {
    Ok(work.execute("UPDATE department_acts SET is_done = 1 WHERE id = ?1", [act]).map(drop)?)
}

/// It goes on after `pace`.
pub(crate) fn move_on(work: &Transaction<'_>, job: &Job, pace: Duration) -> Result<(), StoreError> {
    let sql = "UPDATE department_cases SET attempts = 0, due_ms = ?2 WHERE id = ?1";
    Ok(work.execute(sql, params![job.id, in_ms(pace)]).map(drop)?)
}

/// The platform did not answer: again after a while.
pub(crate) fn postpone(work: &Transaction<'_>, job: &Job) -> Result<(), StoreError> {
    let wait = Duration::from_millis(200).saturating_mul(1 << job.attempts.min(10)).min(LONGEST_WAIT);
    let sql = "UPDATE department_cases SET attempts = attempts + 1, due_ms = ?2 WHERE id = ?1";
    Ok(work.execute(sql, params![job.id, in_ms(wait)]).map(drop)?)
}

/// Nothing is to be done until its person does something. What came meanwhile is looked at first.
pub(crate) fn rest(work: &Transaction<'_>, job: &Job) -> Result<(), StoreError> {
    let sql = "UPDATE department_cases SET due_ms = NULL WHERE id = ?1 AND NOT EXISTS
               (SELECT 1 FROM department_acts WHERE case_id = ?1 AND is_done = 0)";
    Ok(work.execute(sql, [&job.id]).map(drop)?)
}

/// Nothing is ever to be decided any more: the reference stays, so that nothing is worked on twice, and none of the content.
pub(crate) fn finish(work: &Transaction<'_>, job: &Job) -> Result<(), StoreError> {
    rest(work, job)?;
    work.execute("UPDATE department_cases SET body = '' WHERE id = ?1", [&job.id])?;
    Ok(work
        .execute("UPDATE department_acts SET body = '' WHERE case_id = ?1 AND is_done = 1", [&job.id])
        .map(drop)?)
}

/// So long from now, in milliseconds since 1970.
pub(crate) fn in_ms(wait: Duration) -> i64 {
    clock::now().as_millisecond() + i64::try_from(wait.as_millis()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn nothing_is_decided_before_what_the_person_did_is_here() {
        let entry = |id: &str, from: &str| json!({"id": id, "from": from, "kind": "answer", "at": "2026-11-24T02:00:00Z"});
        let now: Case = serde_json::from_value(json!({
            "id": "HU-20261124-7KQ2X9", "service": "s", "department": "human-resources", "region": "440100", "app": "cn.example.card",
            "state": "received", "submitted_at": "2026-11-24T02:00:00Z", "steps": [],
            "entries": [entry("told", "person"), entry("own", "department"), entry("on-its-way", "person")]
        }))
        .expect("a case");
        let job = |known: &[&str]| Job {
            id: now.id.to_string(),
            case: None,
            acts: Vec::new(),
            known: known.iter().map(|id| (*id).to_owned()).collect(),
            new_act: None,
            attempts: 0,
            due_ms: 0,
        };
        assert!(job(&["told"]).is_behind(&now) && !job(&["told", "on-its-way"]).is_behind(&now));
    }
}
