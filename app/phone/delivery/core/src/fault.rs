//! An error as a screen needs it.

use fingertip_host::Failure;
use fingertip_standard::{DepartmentId, Fault, FaultClass};

/// What a screen says of an error: whose it is, which message, whether to offer another try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownFault {
    /// Whose it is.
    pub class: FaultClass,
    /// The Fluent message.
    pub message_id: &'static str,
    /// Whether doing it again may help.
    pub can_retry: bool,
    /// The department to turn to, where it is one's.
    pub owner: Option<DepartmentId>,
}

impl From<Failure> for ShownFault {
    fn from(Failure { class, message_id, can_retry, owner }: Failure) -> Self {
        Self { class, message_id, can_retry, owner }
    }
}

impl From<ShownFault> for Failure {
    fn from(ShownFault { class, message_id, can_retry, owner }: ShownFault) -> Self {
        Self { class, message_id, can_retry, owner }
    }
}

impl ShownFault {
    /// Shows `fault`; its cause goes to the log.
    pub fn of(fault: &impl Fault) -> Self {
        let mut causes = String::new();
        let mut cause = fault.source();
        while let Some(next) = cause {
            causes.push_str(": ");
            causes.push_str(&next.to_string());
            cause = next.source();
        }
        tracing::warn!(fault = %fault, causes, message_id = fault.message_id(), "shown to the person");
        Self {
            class: fault.class(),
            message_id: fault.message_id(),
            can_retry: fault.can_retry(),
            owner: None,
        }
    }

    /// The department itself says that its service is out of order. No error of ours: nothing goes to the log.
    pub(crate) fn outage(department: &DepartmentId) -> Self {
        let owner = Some(department.clone());
        Self { class: FaultClass::Department, message_id: "fault-service-outage", can_retry: false, owner }
    }

    /// The person has not said where they live, and a case is handled somewhere.
    pub(crate) fn no_region() -> Self {
        Self { class: FaultClass::Person, message_id: "fault-no-region", can_retry: false, owner: None }
    }

    /// Names the department to turn to.
    #[must_use]
    pub fn owned_by(mut self, department: &DepartmentId) -> Self {
        self.owner = Some(department.clone());
        self
    }
}
