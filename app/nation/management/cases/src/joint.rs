//! Joint cases: one form received once, its steps begun as cases of their departments when their turn has come, documents handed from one to
//! the next, all of it shown on one line.
//!
//! It promises that a step begins once and only after what it depends on was decided in the person's favour, that a department is given
//! those answers, files, facts and documents that its step names and no others, and that what the person said is forgotten when no step can
//! need it any more. Start reading at [`submission`], then [`settle`]; [`order`] has the rules.

mod begin;
mod content;
mod order;
pub mod settle;
pub mod submission;
pub mod sweep;
pub mod view;
pub mod withdrawal;

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
fn plan_of(joint: &Joint) -> Result<JointService, StoreError> {
    json_of("joint_cases", &joint.plan)
}
