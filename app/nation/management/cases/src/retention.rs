//! What is over goes, once an hour.

use std::time::Duration;

use fingertip_store::{
    Database, StoreError, Transaction,
    audit::{self, Note},
    retention::{Gone, Retention, forget},
};
use jiff::Timestamp;
use tokio::sync::watch;

/// Who does it, in the audit log.
const PLATFORM: &str = "platform";
/// How often: a date is a day's, not a minute's.
const PERIOD: Duration = Duration::from_secs(60 * 60);
/// How many cases go in one piece of work: others have their turn in between.
const AT_ONCE: u32 = 100;

/// The fewest days that a handled case stays: as long as the person may rate it, object, and be answered.
pub const LEAST_DAYS: u32 = 90;

/// Removes what is over until `stop` turns true; `now` tells the time.
pub async fn run(
    database: Database,
    retention: Retention,
    now: fn() -> Timestamp,
    mut stop: watch::Receiver<bool>,
) {
    loop {
        match forget_all(&database, retention, now()).await {
            Ok(Gone { cases: 0, joint_cases: 0 }) => {}
            Ok(gone) => tracing::info!(gone.cases, gone.joint_cases, "cases have had their time"),
            Err(error) => tracing::error!(%error, "what is over cannot be removed"),
        }
        tokio::select! {
            _ = stop.wait_for(|&is_stopping| is_stopping) => return,
            () = tokio::time::sleep(PERIOD) => {}
        }
    }
}

/// All that is over at `now`, piece by piece. The audit log says how many cases went; what was noted of them stays in it.
async fn forget_all(database: &Database, retention: Retention, now: Timestamp) -> Result<Gone, StoreError> {
    let mut all = Gone::default();
    loop {
        let gone = database.run(move |work| forget_some(work, retention, now)).await?;
        all.cases += gone.cases;
        all.joint_cases += gone.joint_cases;
        if gone.cases < AT_ONCE && gone.joint_cases < AT_ONCE {
            return Ok(all);
        }
    }
}

fn forget_some(work: &Transaction<'_>, retention: Retention, now: Timestamp) -> Result<Gone, StoreError> {
    let gone = forget(work, now, retention, AT_ONCE)?;
    if gone != Gone::default() {
        let detail = format!("{} cases, {} joint cases", gone.cases, gone.joint_cases);
        let note = Note { actor: PLATFORM, action: "forget-cases", object: "", detail: &detail };
        audit::note(work, &note, now.as_millisecond())?;
    }
    Ok(gone)
}
