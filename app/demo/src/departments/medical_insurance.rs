//! Medical insurance: newborns, the allowance at a birth, and being treated elsewhere.

use fingertip_contract::api::{DispatchedAct, DispatchedCase};
use fingertip_standard::DepartmentId;
use jiff::Timestamp;

use super::{healthcare::BIRTH_CERTIFICATE, public_security::REGISTER_PAGE};
use crate::{
    department::{Decision, Department, id_of},
    paper::Paper,
    step::needed,
};

/// The department.
pub(crate) struct MedicalInsurance;

impl Department for MedicalInsurance {
    fn id(&self) -> DepartmentId {
        id_of("medical-insurance")
    }

    fn office(&self) -> &'static str {
        "office-insurance"
    }

    fn decide(&self, case: &DispatchedCase, acts: &[DispatchedAct], now: Timestamp) -> Decision {
        if case.joint.is_none() {
            return Decision::Grant(None);
        }
        let kind = match case.case.service.as_str() {
            "maternity-allowance" => BIRTH_CERTIFICATE,
            _ => REGISTER_PAGE,
        };
        let before = match needed(case, acts, kind) {
            Ok(before) => before,
            Err(ask) => return ask,
        };
        if case.case.service.as_str() != "newborn-insurance" {
            return Decision::Grant(None);
        }
        let paper = Paper {
            issuer: self.id(),
            kind: "insurance-certificate",
            title: "document-insurance",
            holder: before.holder,
            prefix: "I",
            fields: Vec::new(),
        };
        Decision::Grant(Some(Box::new(paper.write(case, now))))
    }
}
