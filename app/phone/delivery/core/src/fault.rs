//! An error as a screen needs it.

use std::io;

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
    /// Shows `fault`; it goes to the log, with the system's kind of error behind it. The words of other causes stay out: a parser
    /// quotes what it cannot read, an address holds parameters, and a department chooses the keys of its nodes.
    pub fn of(fault: &impl Fault) -> Self {
        let mut causes = std::iter::successors(fault.source(), |&cause| cause.source());
        let system = causes.find_map(|cause| cause.downcast_ref::<io::Error>()).map(io::Error::kind);
        tracing::warn!(fault = %fault, ?system, message_id = fault.message_id(), "shown to the person");
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

    /// Whoever runs the platform asks for a newer app.
    pub(crate) fn update_needed() -> Self {
        Self { class: FaultClass::Device, message_id: "fault-update-needed", can_retry: false, owner: None }
    }

    /// Whoever runs the platform has switched off what is done online.
    pub(crate) fn unavailable() -> Self {
        Self {
            class: FaultClass::Platform,
            message_id: "fault-app-unavailable",
            can_retry: true,
            owner: None,
        }
    }

    /// A mini-app that worked without end, and nobody had asked it to, was ended.
    pub(crate) fn runs_wild(department: &DepartmentId) -> Self {
        let owner = Some(department.clone());
        Self { class: FaultClass::Department, message_id: "fault-guest-runs-wild", can_retry: true, owner }
    }

    /// The person has not said where they live, and a case is handled somewhere.
    pub(crate) fn no_region() -> Self {
        Self { class: FaultClass::Person, message_id: "fault-no-region", can_retry: false, owner: None }
    }

    /// Nobody can say yet which office elsewhere would be told something: what is offered there is not on this device.
    pub(crate) fn unknown_office() -> Self {
        Self { class: FaultClass::Network, message_id: "fault-office-unknown", can_retry: true, owner: None }
    }

    /// Whoever acts for another may not do so at this department.
    pub(crate) fn beyond_mandate() -> Self {
        Self {
            class: FaultClass::Person,
            message_id: "fault-mandate-elsewhere",
            can_retry: false,
            owner: None,
        }
    }

    /// Whoever acts for another shows nothing of their own, and nothing of the other's is here.
    pub(crate) fn acts_for_another() -> Self {
        Self {
            class: FaultClass::Person,
            message_id: "fault-presentation-acting",
            can_retry: false,
            owner: None,
        }
    }

    /// What was to be shown is not at hand any more.
    pub(crate) fn presentation_over() -> Self {
        Self {
            class: FaultClass::Person,
            message_id: "fault-presentation-over",
            can_retry: false,
            owner: None,
        }
    }

    /// What was scanned or chosen is no document.
    pub(crate) fn no_document() -> Self {
        Self { class: FaultClass::Person, message_id: "fault-no-document", can_retry: false, owner: None }
    }

    /// A code says more than a code can.
    pub(crate) fn code_too_long() -> Self {
        Self { class: FaultClass::Person, message_id: "fault-code-long", can_retry: false, owner: None }
    }

    /// There is more than one code in the picture.
    pub(crate) fn several_codes() -> Self {
        Self { class: FaultClass::Person, message_id: "fault-code-several", can_retry: false, owner: None }
    }

    /// Names the department to turn to.
    #[must_use]
    pub fn owned_by(mut self, department: &DepartmentId) -> Self {
        self.owner = Some(department.clone());
        self
    }
}
