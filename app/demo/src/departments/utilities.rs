//! Utilities: water, electricity and gas of a household.

mod bills;
mod meters;

use async_trait::async_trait;
use fingertip_contract::ProblemCode;
use fingertip_kit::ApiError;
use fingertip_standard::{DepartmentId, OperationId};

use crate::department::{Backend, Call, Department, id_of};

/// The department.
pub(crate) struct Utilities;

#[async_trait]
impl Department for Utilities {
    fn id(&self) -> DepartmentId {
        id_of("utilities")
    }

    fn operations(&self) -> &'static [&'static str] {
        &["bills.household", "bills.pay"]
    }

    fn changing_operations(&self) -> &'static [&'static str] {
        &["bills.pay"]
    }

    async fn operate(
        &self,
        backend: &Backend,
        operation: &OperationId,
        call: Call,
    ) -> Result<String, ApiError> {
        match operation.as_str() {
            "bills.household" => bills::household(backend, call).await,
            "bills.pay" => bills::pay(backend, call).await,
            _ => Err(ProblemCode::OperationUnknown.into()),
        }
    }
}
