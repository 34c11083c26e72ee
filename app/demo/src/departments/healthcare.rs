//! Health: the birth certificate. The hospital has told it who was born; what the parents say is compared with that by the record's number.

use fingertip_contract::{
    AskKind, CaseAsk,
    api::{DispatchedAct, DispatchedCase},
    document::DocumentField,
};
use fingertip_standard::DepartmentId;
use jiff::Timestamp;

use crate::{
    department::{Decision, Department, id_of},
    paper::{NAME_UNPROVEN, Paper, proven_name},
    said::said,
    step::{answer, answered, is_step_of},
};

/// The kind of document, as the steps of other departments name it.
pub(crate) const BIRTH_CERTIFICATE: &str = "birth-certificate";
/// The question for the number of the hospital's record.
const RECORD: &str = "birth-record";

/// The department.
pub(crate) struct Healthcare;

impl Department for Healthcare {
    fn id(&self) -> DepartmentId {
        id_of("healthcare")
    }

    fn office(&self) -> &'static str {
        "office-birth"
    }

    fn decide(&self, case: &DispatchedCase, acts: &[DispatchedAct], now: Timestamp) -> Decision {
        if !is_step_of(case, BIRTH_CERTIFICATE) {
            return Decision::Grant(None);
        }
        if !answered(case, acts, RECORD).is_some_and(|number| is_record(&number)) {
            return Decision::Ask(vec![CaseAsk {
                id: RECORD.to_owned(),
                kind: AskKind::Words,
                label: said("ask-birth-record"),
                hint: Some(said("ask-birth-record-hint")),
                is_required: true,
                document_kind: None,
            }]);
        }
        let Some(parent) = proven_name(case, acts) else { return Decision::Refuse(NAME_UNPROVEN) };
        let (Some(child), Some(born)) = (answer(case, "child-name"), answer(case, "child-born")) else {
            return Decision::Refuse("refused-unreadable");
        };
        let field = |label, value| DocumentField { label: said(label), value };
        let paper = Paper {
            issuer: self.id(),
            kind: BIRTH_CERTIFICATE,
            title: "document-birth-certificate",
            holder: child,
            prefix: "B",
            fields: vec![field("field-born", born), field("field-parent", parent)],
        };
        Decision::Grant(Some(Box::new(paper.write(case, now))))
    }
}

/// A hospital's record is B and eight digits.
fn is_record(number: &str) -> bool {
    number
        .trim()
        .strip_prefix('B')
        .is_some_and(|digits| digits.len() == 8 && digits.bytes().all(|digit| digit.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hospitals_record_is_b_and_eight_digits() {
        assert!(is_record("B20261120") && is_record(" B00000000 "));
        for wrong in ["", "B", "B2026112", "B202611200", "C20261120", "B2026112x", "B２０２６１１２０"]
        {
            assert!(!is_record(wrong), "{wrong}");
        }
    }
}
