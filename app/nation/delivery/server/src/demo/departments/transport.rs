//! Transport: the bus card and the lines.

mod card;
mod lines;

use fingertip_standard::OperationId;

use super::{Backend, Call, reply};
use crate::http::problem::ApiError;

/// Operations that mini-apps may call.
pub(crate) const OPERATIONS: &[&str] =
    &["bus-card.balance", "bus-card.top-up", "lines.search", "lines.next-bus"];

/// Answers an operation.
pub(crate) async fn operate(
    backend: &Backend,
    operation: &OperationId,
    call: Call,
) -> Result<String, ApiError> {
    match operation.as_str() {
        "bus-card.balance" => card::balance(backend, call).await,
        "bus-card.top-up" => card::top_up(backend, call).await,
        "lines.search" => lines::search(&call),
        "lines.next-bus" => lines::next_bus(&call),
        _ => Err(ApiError::OperationUnknown),
    }
}
