//! Transport: the bus card and the lines.

mod card;
mod lines;

use async_trait::async_trait;
use fingertip_contract::ProblemCode;
use fingertip_kit::ApiError;
use fingertip_standard::{DepartmentId, OperationId};

use crate::department::{Backend, Call, Department, id_of};

/// The department.
pub(crate) struct Transport;

#[async_trait]
impl Department for Transport {
    fn id(&self) -> DepartmentId {
        id_of("transport")
    }

    fn operations(&self) -> &'static [&'static str] {
        &["bus-card.balance", "bus-card.top-up", "lines.search", "lines.next-bus"]
    }

    fn changing_operations(&self) -> &'static [&'static str] {
        &["bus-card.top-up"]
    }

    async fn operate(
        &self,
        backend: &Backend,
        operation: &OperationId,
        call: Call,
    ) -> Result<String, ApiError> {
        match operation.as_str() {
            "bus-card.balance" => card::balance(backend, call).await,
            "bus-card.top-up" => card::top_up(backend, call).await,
            "lines.search" => lines::search(&call),
            "lines.next-bus" => lines::next_bus(&call),
            _ => Err(ProblemCode::OperationUnknown.into()),
        }
    }
}
