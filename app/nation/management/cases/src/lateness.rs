//! Cases whose promised day has passed without a decision: marked, told to an office above the department once, and said to the person.

use std::{sync::Arc, time::Duration};

use fingertip_contract::{CaseEntry, EntryKind, Party};
use fingertip_departments::Departments;
use fingertip_kit::secrets;
use fingertip_standard::DepartmentId;
use fingertip_store::{
    Database, StoreError, Transaction,
    audit::{self, Note},
    entries, queue,
};
use jiff::Timestamp;
use tokio::sync::watch;

use crate::{promise::day_of, words::say_late};

/// Who does it, in the audit log.
const PLATFORM: &str = "platform";
/// How often it is looked: a day begins once, and a department that is told some minutes later is told early enough.
const PERIOD: Duration = Duration::from_secs(5 * 60);
/// How many cases are marked in one piece of work: others have their turn in between.
const AT_ONCE: u32 = 100;

/// Looks for late cases until `stop` turns true; `now` tells the time.
pub async fn run(
    database: Database,
    departments: Arc<Departments>,
    now: fn() -> Timestamp,
    mut stop: watch::Receiver<bool>,
) {
    loop {
        match mark_all(&database, &departments, now()).await {
            Ok(0) => {}
            Ok(n_late) => tracing::warn!(n_late, "cases are late"),
            Err(error) => tracing::error!(%error, "late cases cannot be looked for"),
        }
        tokio::select! {
            _ = stop.wait_for(|&is_stopping| is_stopping) => return,
            () = tokio::time::sleep(PERIOD) => {}
        }
    }
}

async fn mark_all(
    database: &Database,
    departments: &Arc<Departments>,
    now: Timestamp,
) -> Result<u32, StoreError> {
    let mut n_late = 0;
    loop {
        let known = Arc::clone(departments);
        let n_marked = database.run(move |work| mark_late(work, &known, now)).await?;
        n_late += n_marked;
        if n_marked < AT_ONCE {
            return Ok(n_late);
        }
    }
}

/// Marks the cases that are late at `now` and were not so before, at most a hundred, and says how many.
///
/// # Errors
/// The database refuses or a row is damaged.
pub fn mark_late(
    work: &Transaction<'_>,
    departments: &Departments,
    now: Timestamp,
) -> Result<u32, StoreError> {
    let late = queue::newly_late(work, day_of(now), AT_ONCE)?;
    let mut n_marked = 0;
    for case in late {
        queue::mark_late(work, &case.id)?;
        n_marked += 1;
        if case.is_escalated {
            continue;
        }
        let department = DepartmentId::new(case.department).ok();
        let registered = department.and_then(|id| departments.find(&id));
        let office = registered.and_then(|registered| registered.supervisor.as_ref());
        queue::mark_escalated(work, &case.id, office, now.as_millisecond())?;
        let entry = CaseEntry {
            id: secrets::make_token(16).map_err(|_| StoreError::Ended)?,
            from: Party::Platform,
            kind: EntryKind::Escalation,
            at: now,
            words: say_late(office),
            attachments: Vec::new(),
        };
        entries::append(work, &case.id, &entry)?;
        let note = Note { actor: PLATFORM, action: "escalate-case", object: &case.id, detail: "" };
        audit::note(work, &note, now.as_millisecond())?;
    }
    Ok(n_marked)
}
