//! How a department works its cases: step by step at its pace, the place in each case kept over a restart.

use std::{sync::Arc, time::Duration};

use fingertip_contract::{
    CaseState,
    api::{self, AdvanceCase, DispatchedCase},
};
use fingertip_kit::clock;
use fingertip_standard::DepartmentId;
use fingertip_store::{
    StoreError, Transaction,
    sql::{OptionalExtension, params},
    values::json_of,
};
use reqwest::StatusCode;
use tokio::sync::watch;

use crate::{
    department::{Backend, Decision},
    said::said,
    standing,
};

const TABLE: &str = "department_cases";
/// The wait with nothing to do; a new case ends it.
const REST: Duration = Duration::from_secs(30);
/// The longest wait for a platform that does not answer.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// Stores a case to work on.
pub(crate) fn take(
    work: &Transaction<'_>,
    department: &DepartmentId,
    case: &DispatchedCase,
    due_ms: i64,
) -> Result<(), StoreError> {
    let body = serde_json::to_string(case).map_err(|_| StoreError::Damaged { table: TABLE })?;
    work.execute(
        "INSERT INTO department_cases (id, department, body, due_ms) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
        params![case.id.as_str(), department.as_str(), body, due_ms],
    )?;
    Ok(())
}

/// Works until `stop` turns true.
pub(crate) async fn run(backend: Arc<Backend>, mut stop: watch::Receiver<bool>) {
    loop {
        let wait = match work_due(&backend).await {
            Ok(wait) => wait,
            Err(error) => {
                tracing::error!(department = %backend.department.id(), %error, "cases cannot be worked on");
                REST
            }
        };
        tokio::select! {
            _ = stop.wait_for(|&is_stopping| is_stopping) => return,
            () = backend.wake.notified() => {}
            () = tokio::time::sleep(wait) => {}
        }
    }
}

struct Job {
    id: String,
    body: String,
    steps_done: u32,
    attempts: u32,
    due_ms: i64,
}

/// Does what is due; says how long there is nothing to do.
async fn work_due(backend: &Backend) -> Result<Duration, StoreError> {
    loop {
        let Some(job) = next_job(backend).await? else { return Ok(REST) };
        let early_ms = job.due_ms - clock::now().as_millisecond();
        if let Ok(wait) = u64::try_from(early_ms)
            && wait > 0
        {
            return Ok(Duration::from_millis(wait));
        }
        do_step(backend, job).await?;
    }
}

async fn next_job(backend: &Backend) -> Result<Option<Job>, StoreError> {
    let department = backend.department.id();
    let sql = "SELECT id, body, steps_done, attempts, due_ms FROM department_cases
               WHERE department = ?1 AND due_ms IS NOT NULL ORDER BY due_ms LIMIT 1";
    let find = move |work: &Transaction<'_>| {
        let job = work.query_row(sql, [department.as_str()], |row| {
            Ok(Job {
                id: row.get(0)?,
                body: row.get(1)?,
                steps_done: row.get(2)?,
                attempts: row.get(3)?,
                due_ms: row.get(4)?,
            })
        });
        Ok(job.optional()?)
    };
    backend.database.run(find).await
}

async fn do_step(backend: &Backend, job: Job) -> Result<(), StoreError> {
    let Ok(case) = json_of::<DispatchedCase>(TABLE, &job.body) else {
        tracing::error!(department = %backend.department.id(), "a stored case is damaged and is left");
        return finish(backend, job.id).await;
    };
    let plan = plan(backend, &case).await?;
    let is_last = job.steps_done as usize + 1 == plan.len();
    let Some(step) = plan.into_iter().nth(job.steps_done as usize) else {
        return finish(backend, job.id).await;
    };
    let address = format!("{}{}", backend.platform_url, api::advance(&backend.department.id(), &case.id));
    let sent = backend
        .client
        .post(address)
        .bearer_auth(&backend.token)
        .json(&step)
        .timeout(Duration::from_secs(10))
        .send()
        .await;
    match sent.map(|response| response.status()) {
        // A conflict means that the step was taken and its answer lost.
        Ok(status) if status.is_success() || status == StatusCode::CONFLICT => {
            if is_last {
                finish(backend, job.id).await
            } else {
                move_on(backend, job).await
            }
        }
        Ok(status) if status.is_client_error() => {
            tracing::error!(department = %backend.department.id(), %status, "platform refuses a step, the case is left");
            finish(backend, job.id).await
        }
        _ => postpone(backend, job).await,
    }
}

async fn move_on(backend: &Backend, job: Job) -> Result<(), StoreError> {
    let due_ms = clock::now().as_millisecond() + i64::try_from(backend.pace.as_millis()).unwrap_or(0);
    let sql =
        "UPDATE department_cases SET steps_done = steps_done + 1, attempts = 0, due_ms = ?2 WHERE id = ?1";
    backend.database.run(move |work| Ok(work.execute(sql, params![job.id, due_ms]).map(drop)?)).await
}

async fn postpone(backend: &Backend, job: Job) -> Result<(), StoreError> {
    let wait = Duration::from_millis(200).saturating_mul(1 << job.attempts.min(10)).min(LONGEST_WAIT);
    let due_ms = clock::now().as_millisecond() + i64::try_from(wait.as_millis()).unwrap_or(0);
    let sql = "UPDATE department_cases SET attempts = attempts + 1, due_ms = ?2 WHERE id = ?1";
    backend.database.run(move |work| Ok(work.execute(sql, params![job.id, due_ms]).map(drop)?)).await
}

/// A closed case keeps its reference, so that it is not worked on twice, and none of its content.
async fn finish(backend: &Backend, id: String) -> Result<(), StoreError> {
    let sql = "UPDATE department_cases SET due_ms = NULL, body = '' WHERE id = ?1";
    backend.database.run(move |work| Ok(work.execute(sql, [id]).map(drop)?)).await
}

/// Every step of a case, the same each time it is asked but for the moment of issue.
async fn plan(backend: &Backend, case: &DispatchedCase) -> Result<Vec<AdvanceCase>, StoreError> {
    let now = clock::now();
    let decision = backend.department.decide(case, now);
    let step = |state, id: &str| AdvanceCase { note: Some(said(id)), ..AdvanceCase::to(state) };
    let closed = || step(CaseState::Closed, "case-closed");
    let document = match decision {
        Decision::Refuse(reason) => return Ok(vec![step(CaseState::Refused, reason), closed()]),
        Decision::Grant(document) => document,
    };
    let mut delivered = step(CaseState::Delivered, "case-delivered");
    if let Some(mut document) = document {
        document.status = Some(standing::place(backend, &document.id).await?);
        delivered.documents = backend.key.sign("JWT", &document).into_iter().collect();
        delivered.note = Some(said("case-delivered-document"));
    }
    Ok(vec![
        step(CaseState::Accepted, "case-accepted"),
        step(CaseState::Review, "case-review"),
        step(CaseState::Approved, "case-approved"),
        delivered,
        closed(),
    ])
}
