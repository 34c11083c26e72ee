//! Brings the cases of the outbox to their departments: one task a department, so that one which is down delays no
//! other.

use std::{sync::Arc, time::Duration};

use fingertip_departments::{Departments, Registered};
use fingertip_kit::clock;
use fingertip_standard::DepartmentId;
use fingertip_store::{Database, StoreError, Transaction, outbox};
use tokio::sync::watch;

/// How long a department may take to accept a case.
const PATIENCE: Duration = Duration::from_secs(10);
/// The first wait after a failure; doubled with each.
const FIRST_WAIT: Duration = Duration::from_millis(100);
/// The longest wait.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// What deliveries are made with.
#[derive(Debug, Clone)]
pub struct Deliveries {
    /// Holds what is on its way.
    pub database: Database,
    /// Whom to bring it to.
    pub departments: Arc<Departments>,
    /// Brings it.
    pub client: reqwest::Client,
}

/// Brings the cases of `department` to it until `stop` turns true.
pub async fn run(deliveries: Deliveries, department: DepartmentId, mut stop: watch::Receiver<bool>) {
    let Some(registered) = deliveries.departments.find(&department) else { return };
    loop {
        let wait = match deliver_due(&deliveries, &department, registered).await {
            Ok(wait) => wait,
            Err(error) => {
                tracing::error!(%department, %error, "outbox cannot be read");
                LONGEST_WAIT
            }
        };
        tokio::select! {
            _ = stop.wait_for(|&is_stopping| is_stopping) => return,
            () = registered.wake.notified() => {}
            () = tokio::time::sleep(wait) => {}
        }
    }
}

/// Delivers everything due; says how long there is nothing to do.
async fn deliver_due(
    deliveries: &Deliveries,
    department: &DepartmentId,
    registered: &Registered,
) -> Result<Duration, StoreError> {
    let mut has_delivered = false;
    loop {
        let (id, now_ms) = (department.clone(), clock::now().as_millisecond());
        let due: Option<outbox::Parcel> =
            deliveries.database.run(move |work| outbox::next_due(work, id.as_str(), now_ms)).await?;
        let Some(parcel) = due else { break };
        let is_delivered = deliver(deliveries, registered, parcel.body).await;
        has_delivered |= is_delivered;
        if !is_delivered {
            tracing::warn!(%department, attempts = parcel.attempts + 1, "department did not take a case, trying again later");
        }
        let due_ms = clock::now().as_millisecond()
            + i64::try_from(derive_wait(parcel.attempts).as_millis()).unwrap_or(i64::MAX / 2);
        let settle = move |work: &Transaction<'_>| match is_delivered {
            true => outbox::delivered(work, &parcel.case_id),
            false => outbox::postpone(work, &parcel.case_id, due_ms),
        };
        deliveries.database.run(settle).await?;
    }
    if has_delivered {
        deliveries.database.empty_log().await?;
    }
    let id = department.clone();
    let next: Option<i64> =
        deliveries.database.run(move |work| outbox::next_due_ms(work, id.as_str())).await?;
    let wait_ms = next.map(|due| due - clock::now().as_millisecond()).and_then(|ms| u64::try_from(ms).ok());
    Ok(if next.is_some() { Duration::from_millis(wait_ms.unwrap_or(0)) } else { LONGEST_WAIT })
}

async fn deliver(deliveries: &Deliveries, registered: &Registered, body: String) -> bool {
    let sent = deliveries
        .client
        .post(format!("{}/cases", registered.backend))
        .bearer_auth(&registered.token)
        .header("content-type", "application/json")
        .timeout(PATIENCE)
        .body(body)
        .send()
        .await;
    sent.is_ok_and(|response| response.status().is_success())
}

/// The wait before the next attempt.
fn derive_wait(attempts: u32) -> Duration {
    FIRST_WAIT.saturating_mul(1 << attempts.min(16)).min(LONGEST_WAIT)
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
}
