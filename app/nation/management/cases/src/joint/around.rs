//! What joint cases are moved on with.

use fingertip_calendar::WorkingDays;
use fingertip_contract::JointService;
use fingertip_departments::Departments;
use fingertip_store::{StoreError, joint::Joint, values::json_of};
use jiff::Timestamp;

/// What joint cases are moved on with.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// When.
    pub now: Timestamp,
    /// Who does the steps, and signs their documents.
    pub departments: &'a Departments,
    /// The nation's working days.
    pub working_days: &'a WorkingDays,
    /// With which departments' names for persons are derived.
    pub pairwise_secret: &'a str,
}

/// The form and the steps as they were offered when it was handed in.
///
/// # Errors
/// [`StoreError::Damaged`].
pub(super) fn plan_of(joint: &Joint) -> Result<JointService, StoreError> {
    json_of("joint_cases", &joint.plan)
}
