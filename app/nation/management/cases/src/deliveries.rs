//! Brings what is on its way to the departments: one task a department, so that one which is down delays no other, and several deliveries at
//! a time, so that one which hangs delays no other case. What a department does not take is put aside.

use std::{sync::Arc, time::Duration};

use fingertip_contract::{CaseEntry, EntryKind, Party, ProblemCode};
use fingertip_departments::Departments;
use fingertip_kit::{ApiError, body::LIMIT, clock, secrets};
use fingertip_standard::{
    DepartmentId,
    limits::{BODY_BYTES, CASE_FILES_BYTES},
};
use fingertip_store::{
    Database, StoreError, Transaction,
    audit::{self, Note},
    entries,
    outbox::{self, NewParcel, Parcel},
};
use tokio::{sync::watch, task::JoinSet};

use crate::words::say_put_aside;

/// How long a department may take to accept a delivery.
const PATIENCE: Duration = Duration::from_secs(10);
/// After how long a delivery is due again of which nobody said what came: longer than it can take.
const LEASE: Duration = Duration::from_secs(60);
/// The first wait after a failure; doubled with each.
const FIRST_WAIT: Duration = Duration::from_millis(100);
/// The longest wait.
const LONGEST_WAIT: Duration = Duration::from_secs(30);
/// How many deliveries to a department go out at a time.
const AT_ONCE: usize = 4;
/// How many others a department must have taken meanwhile before the fault is that of a delivery and not of the department.
const LEAST_PASSED_BY: u32 = 2;
/// How often a delivery is tried that fails while others are taken: some minutes.
pub const MOST_ATTEMPTS: u32 = 12;

/// Puts a delivery on its way.
///
/// # Errors
/// `upload-too-large` for more than a department's door takes, which would be told again and again, or the database refuses.
pub(crate) fn put(work: &Transaction<'_>, parcel: &NewParcel<'_>, at_ms: i64) -> Result<(), ApiError> {
    if parcel.body.len() > LIMIT {
        let title = format!("{LIMIT} bytes in base64 at most");
        return Err(ApiError::titled(ProblemCode::UploadTooLarge, title));
    }
    Ok(outbox::put(work, parcel, at_ms)?)
}

// What a device lets a person hand in goes through: the files in base64, the form escaped in JSON in JSON.
const _: () = assert!(CASE_FILES_BYTES as usize / 3 * 4 + 2 * BODY_BYTES < LIMIT);

/// What deliveries are made with.
#[derive(Debug, Clone)]
pub struct Deliveries {
    /// Holds what is on its way.
    pub database: Database,
    /// Whom to bring it to.
    pub departments: Arc<Departments>,
    /// Brings it.
    pub client: reqwest::Client,
    /// How often a delivery is tried that fails while others are taken; see [`MOST_ATTEMPTS`].
    pub most_attempts: u32,
}

/// Brings what is for `department` to it until `stop` turns true.
pub async fn run(deliveries: Deliveries, department: DepartmentId, mut stop: watch::Receiver<bool>) {
    let Some(registered) = deliveries.departments.find(&department) else { return };
    let mut on_the_way = JoinSet::new();
    loop {
        let wait = match send_due(&deliveries, &department, &mut on_the_way).await {
            Ok(wait) => wait,
            Err(error) => {
                tracing::error!(%department, %error, "outbox cannot be read");
                LONGEST_WAIT
            }
        };
        tokio::select! {
            _ = stop.wait_for(|&is_stopping| is_stopping) => return,
            () = registered.wake.notified() => {}
            Some(_) = on_the_way.join_next() => {}
            () = tokio::time::sleep(wait) => {}
        }
    }
}

/// Sends what is due, as much as may go at a time; says how long there is nothing more to send.
async fn send_due(
    deliveries: &Deliveries,
    department: &DepartmentId,
    on_the_way: &mut JoinSet<()>,
) -> Result<Duration, StoreError> {
    let most = AT_ONCE.saturating_sub(on_the_way.len());
    if most == 0 {
        return Ok(LONGEST_WAIT);
    }
    let now_ms = clock::now().as_millisecond();
    let (id, until_ms) = (department.clone(), now_ms + ms(LEASE));
    let take = move |work: &Transaction<'_>| {
        let due = outbox::take_due(work, id.as_str(), most, (now_ms, until_ms))?;
        Ok::<_, StoreError>((due, outbox::next_due_ms(work, id.as_str())?))
    };
    let (due, next_ms) = deliveries.database.run(take).await?;
    for parcel in due {
        let (deliveries, department) = (deliveries.clone(), department.clone());
        on_the_way.spawn(async move {
            if let Err(error) = send(&deliveries, &department, parcel).await {
                tracing::error!(%department, %error, "what became of a delivery cannot be kept");
            }
        });
    }
    let wait = next_ms.map(|due_ms| u64::try_from(due_ms - clock::now().as_millisecond()).unwrap_or(0));
    Ok(wait.map_or(LONGEST_WAIT, Duration::from_millis))
}

/// Brings one delivery and keeps what became of it.
async fn send(deliveries: &Deliveries, department: &DepartmentId, parcel: Parcel) -> Result<(), StoreError> {
    let outcome = deliver(deliveries, department, &parcel).await;
    let fate = judge(outcome, &parcel, deliveries.most_attempts);
    let (id, now) = (department.clone(), clock::now());
    let attempts = parcel.attempts + 1;
    let settle = move |work: &Transaction<'_>| match fate {
        Fate::Delivered => outbox::delivered(work, id.as_str(), &parcel.id),
        Fate::Again => {
            let due_ms = now.as_millisecond() + ms(derive_wait(parcel.attempts));
            outbox::postpone(work, &parcel.id, due_ms)
        }
        Fate::Aside(status) => {
            outbox::put_aside(work, &parcel.id, status, now.as_millisecond())?;
            let entry = CaseEntry {
                id: secrets::make_token(16).map_err(|_| StoreError::Ended)?,
                from: Party::Platform,
                kind: EntryKind::PutAside,
                at: now,
                words: say_put_aside(parcel.id == parcel.case_id),
                attachments: Vec::new(),
            };
            entries::append(work, &parcel.case_id, &entry)?;
            let note = Note { actor: "platform", action: "put-aside", object: &parcel.case_id, detail: "" };
            audit::note(work, &note, now.as_millisecond())
        }
    };
    deliveries.database.run(settle).await?;
    match fate {
        Fate::Delivered => deliveries.database.empty_log().await?,
        Fate::Again => {
            tracing::warn!(%department, attempts, "department did not take a delivery, trying again later")
        }
        Fate::Aside(status) => {
            tracing::error!(%department, attempts, status = status.unwrap_or_default(), "department takes a delivery not at all, it is put aside")
        }
    }
    Ok(())
}

/// What came of a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// An answer with this HTTP status.
    Answered(u16),
    /// No answer, though somebody was there.
    NoAnswer,
    /// Nobody was there.
    NobodyThere,
}

async fn deliver(deliveries: &Deliveries, department: &DepartmentId, parcel: &Parcel) -> Outcome {
    let Some(registered) = deliveries.departments.find(department) else { return Outcome::NobodyThere };
    let sent = deliveries
        .client
        .post(format!("{}{}", registered.backend, parcel.path))
        .bearer_auth(&registered.token)
        .header("content-type", "application/json")
        .timeout(PATIENCE)
        .body(parcel.body.clone())
        .send()
        .await;
    match sent {
        Ok(response) => Outcome::Answered(response.status().as_u16()),
        Err(error) if error.is_connect() => Outcome::NobodyThere,
        Err(_) => Outcome::NoAnswer,
    }
}

/// What becomes of a delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// The department has it.
    Delivered,
    /// It goes out again later.
    Again,
    /// It is put aside; with the status of a refusal.
    Aside(Option<u16>),
}

/// A refusal is one of the delivery where it is a client's error that another try does not mend (RFC 9110, 15.5; 408, RFC 8470 425, RFC 6585
/// 429), but for what is about the department's and the platform's token. Other failures are the department's, and it is waited for however
/// long it is down, unless it takes others all the while.
fn judge(outcome: Outcome, parcel: &Parcel, most_attempts: u32) -> Fate {
    let status = match outcome {
        Outcome::Answered(200..300) => return Fate::Delivered,
        Outcome::Answered(status @ 400..500) if !matches!(status, 401 | 407 | 408 | 425 | 429) => {
            return Fate::Aside(Some(status));
        }
        Outcome::Answered(status) => Some(status),
        Outcome::NoAnswer => None,
        Outcome::NobodyThere => return Fate::Again,
    };
    let has_failed_alone = parcel.attempts + 1 >= most_attempts && parcel.passed_by >= LEAST_PASSED_BY;
    if has_failed_alone { Fate::Aside(status) } else { Fate::Again }
}

/// The wait before the next attempt.
fn derive_wait(attempts: u32) -> Duration {
    FIRST_WAIT.saturating_mul(1 << attempts.min(16)).min(LONGEST_WAIT)
}

fn ms(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_a_bound() {
        assert_eq!(derive_wait(0), Duration::from_millis(100));
        assert_eq!(derive_wait(3), Duration::from_millis(800));
        assert_eq!(derive_wait(400), Duration::from_secs(30));
    }

    #[test]
    fn what_is_refused_is_put_aside_and_a_department_that_is_down_is_waited_for() {
        let parcel = |attempts, passed_by| Parcel {
            id: "a".into(),
            case_id: "HU-20261124-7KQ2X9".into(),
            path: "/cases".into(),
            body: String::new(),
            attempts,
            passed_by,
        };
        let fate = |outcome, attempts, passed_by| judge(outcome, &parcel(attempts, passed_by), 12);
        assert_eq!(fate(Outcome::Answered(202), 0, 0), Fate::Delivered);
        for status in [400, 403, 404, 409, 413, 422] {
            assert_eq!(fate(Outcome::Answered(status), 0, 0), Fate::Aside(Some(status)));
        }
        for status in [302, 401, 407, 408, 425, 429, 500, 503] {
            assert_eq!(fate(Outcome::Answered(status), 3, 9), Fate::Again, "{status}");
            assert_eq!(fate(Outcome::Answered(status), 1000, 0), Fate::Again, "it takes nothing else either");
            assert_eq!(fate(Outcome::Answered(status), 11, 2), Fate::Aside(Some(status)));
        }
        assert_eq!(fate(Outcome::NoAnswer, 11, 2), Fate::Aside(None));
        assert_eq!(fate(Outcome::NobodyThere, 1000, 1000), Fate::Again);
    }
}
