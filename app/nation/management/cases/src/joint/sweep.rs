//! What of joint cases is due without anybody's act: steps that could not begin are tried again, and what the person said is forgotten.

use std::{sync::Arc, time::Duration};

use fingertip_calendar::WorkingDays;
use fingertip_departments::Departments;
use fingertip_kit::ApiError;
use fingertip_standard::DepartmentId;
use fingertip_store::{Database, Transaction, joint};
use jiff::Timestamp;
use tokio::sync::watch;

use super::{around::Around, settle::settle};

/// How often it is looked.
const PERIOD: Duration = Duration::from_secs(5 * 60);
/// How many joint cases are looked at in one piece of work: others have their turn in between.
const AT_ONCE: u32 = 50;

/// With what it is looked.
#[derive(Debug, Clone)]
pub struct Sweep {
    /// Where joint cases are kept.
    pub database: Database,
    /// Who does the steps.
    pub departments: Arc<Departments>,
    /// The nation's working days.
    pub working_days: Arc<WorkingDays>,
    /// With which departments' names for persons are derived.
    pub pairwise_secret: String,
    /// Tells the time.
    pub now: fn() -> Timestamp,
}

/// Looks at the beginning and every five minutes until `stop` turns true.
pub async fn run(sweep: Sweep, mut stop: watch::Receiver<bool>) {
    loop {
        if let Err(error) = look(&sweep).await {
            tracing::error!(%error, "joint cases cannot be looked at");
        }
        tokio::select! {
            _ = stop.wait_for(|&is_stopping| is_stopping) => return,
            () = tokio::time::sleep(PERIOD) => {}
        }
    }
}

async fn look(sweep: &Sweep) -> Result<(), ApiError> {
    let mut after = String::new();
    loop {
        let (own, from) = (sweep.clone(), after.clone());
        let (last, woken) = sweep.database.run(move |work| begin_ready(work, &own, &from)).await?;
        for registered in woken.iter().filter_map(|id| sweep.departments.find(id)) {
            registered.wake.notify_one();
        }
        match last {
            Some(last) => after = last,
            None => break,
        }
    }
    loop {
        let now = (sweep.now)();
        let n_forgotten = sweep.database.run(move |work| forget_due(work, now)).await?;
        if n_forgotten < AT_ONCE as usize {
            break;
        }
    }
    // Also of what was forgotten meanwhile by an act: it is then on no page of the log either.
    // Where somebody reads that just now, the next round does it.
    sweep.database.empty_log().await?;
    Ok(())
}

/// Tries the next ready steps behind `after`; says behind which to go on, and which departments have something new.
fn begin_ready(
    work: &Transaction<'_>,
    sweep: &Sweep,
    after: &str,
) -> Result<(Option<String>, Vec<DepartmentId>), ApiError> {
    let around = Around {
        now: (sweep.now)(),
        departments: &sweep.departments,
        working_days: &sweep.working_days,
        pairwise_secret: &sweep.pairwise_secret,
    };
    let due = joint::with_ready_steps(work, after, AT_ONCE)?;
    let mut woken = Vec::new();
    for id in &due {
        woken.extend(settle(work, id, around)?);
    }
    Ok((due.last().map(ToString::to_string), woken))
}

/// Forgets what is due, at most fifty, and says how many.
///
/// # Errors
/// The database refuses.
pub fn forget_due(work: &Transaction<'_>, now: Timestamp) -> Result<usize, ApiError> {
    let due = joint::to_forget(work, now, AT_ONCE)?;
    for id in &due {
        joint::forget(work, id)?;
    }
    Ok(due.len())
}
