//! Who may call an operation through the gateway: a mini-app of the same department, an operation that is registered.

use fingertip_standard::{DepartmentId, OperationId, RunningApp};

use crate::registered::{Departments, Registered};

/// Why a call does not go through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CallRefusal {
    /// The mini-app belongs to another department.
    #[error("the running mini-app belongs to another department")]
    WrongDepartment,
    /// There is no such department.
    #[error("there is no such department")]
    DepartmentUnknown,
    /// The department registered no such operation.
    #[error("the department has no such operation")]
    OperationUnknown,
}

impl Departments {
    /// The department that answers, when `app` may call this operation of it.
    ///
    /// # Errors
    /// [`CallRefusal`].
    pub fn may_call(
        &self,
        app: &RunningApp,
        department: &DepartmentId,
        operation: &OperationId,
    ) -> Result<&Registered, CallRefusal> {
        if app.department != *department {
            return Err(CallRefusal::WrongDepartment);
        }
        let registered = self.find(department).ok_or(CallRefusal::DepartmentUnknown)?;
        if registered.operations.contains(operation) {
            Ok(registered)
        } else {
            Err(CallRefusal::OperationUnknown)
        }
    }
}
