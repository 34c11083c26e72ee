//! Transport: the bus card, the lines, the pass for seniors.

mod card;
mod lines;

use async_trait::async_trait;
use fingertip_contract::{
    ProblemCode,
    api::{DispatchedAct, DispatchedCase},
};
use fingertip_kit::ApiError;
use fingertip_standard::{DepartmentId, OperationId};
use jiff::Timestamp;

use super::human_resources::RETIREMENT_CERTIFICATE;
use crate::{
    department::{Backend, Call, Decision, Department, id_of},
    step::{is_step_of, needed},
};

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

    fn has_page(&self) -> bool {
        true
    }

    fn decide(&self, case: &DispatchedCase, acts: &[DispatchedAct], _: Timestamp) -> Decision {
        if !is_step_of(case, "senior-bus-pass") {
            return Decision::Grant(None);
        }
        needed(case, acts, RETIREMENT_CERTIFICATE).map_or_else(|ask| ask, |_| Decision::Grant(None))
    }
}
