//! What a department did not take: listed, and brought to it again.

use fingertip_contract::{
    ProblemCode,
    api::{DeadLetter, Operation},
};
use fingertip_kit::{ApiError, clock};
use fingertip_standard::DepartmentId;
use fingertip_store::{StoreError, Transaction, outbox};

use crate::{audit::Actor, platform::Platform};

/// What the department did not take, the oldest first.
pub(crate) async fn list(
    platform: &Platform,
    department: DepartmentId,
) -> Result<Vec<DeadLetter>, StoreError> {
    platform.database.run(move |work| outbox::dead_letters(work, &department)).await
}

/// Brings it to the department again.
pub(crate) async fn retry(
    platform: &Platform,
    department: DepartmentId,
    letter: String,
) -> Result<(), ApiError> {
    let (id, now_ms) = (department.clone(), clock::now().as_millisecond());
    let put_back = move |work: &Transaction<'_>| {
        let case = outbox::retry(work, &id, &letter, now_ms)?;
        if let Some(case) = &case {
            Actor::department(&id).note(work, Operation::RetryDeadLetter, case, "")?;
        }
        Ok(case)
    };
    let case: Result<Option<String>, StoreError> = platform.database.run(put_back).await;
    case?.ok_or(ProblemCode::DeadLetterUnknown)?;
    if let Some(registered) = platform.departments.find(&department) {
        registered.wake.notify_one();
    }
    Ok(())
}
