//! Housing: the provident fund, which is paid out to who retires.

use fingertip_contract::api::{DispatchedAct, DispatchedCase};
use fingertip_standard::DepartmentId;
use jiff::Timestamp;

use super::human_resources::RETIREMENT_CERTIFICATE;
use crate::{
    department::{Decision, Department, id_of},
    step::needed,
};

/// The department.
pub(crate) struct Housing;

impl Department for Housing {
    fn id(&self) -> DepartmentId {
        id_of("housing")
    }

    fn office(&self) -> &'static str {
        "office-fund"
    }

    fn decide(&self, case: &DispatchedCase, acts: &[DispatchedAct], _: Timestamp) -> Decision {
        if case.joint.is_none() {
            return Decision::Grant(None);
        }
        needed(case, acts, RETIREMENT_CERTIFICATE).map_or_else(|ask| ask, |_| Decision::Grant(None))
    }
}
