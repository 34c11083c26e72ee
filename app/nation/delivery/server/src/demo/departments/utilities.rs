//! Utilities: water, electricity and gas of a household.

mod bills;
mod meters;

use fingertip_standard::OperationId;

use super::{Backend, Call, receipt, reply};
use crate::http::problem::ApiError;

/// Operations that mini-apps may call.
pub(crate) const OPERATIONS: &[&str] = &["bills.household", "bills.pay"];

/// Answers an operation.
pub(crate) async fn operate(
    backend: &Backend,
    operation: &OperationId,
    call: Call,
) -> Result<String, ApiError> {
    match operation.as_str() {
        "bills.household" => bills::household(backend, call).await,
        "bills.pay" => bills::pay(backend, call).await,
        _ => Err(ApiError::OperationUnknown),
    }
}
