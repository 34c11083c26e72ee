//! What a department reads of a step of a joint case: the answers that it was given, and the documents that the platform handed on.

use std::collections::BTreeMap;

use fingertip_contract::{
    ActKind, AskKind, CaseAsk, Document,
    api::{DispatchedAct, DispatchedCase},
};

use crate::{department::Decision, said::said};

/// Whether `case` is a step of a joint case, and of this service.
pub(crate) fn is_step_of(case: &DispatchedCase, service: &str) -> bool {
    case.joint.is_some() && case.case.service.as_str() == service
}

/// What the person answered in the form.
pub(crate) fn answer(case: &DispatchedCase, id: &str) -> Option<String> {
    let answers: BTreeMap<String, String> = serde_json::from_str(&case.case.body).ok()?;
    answers.get(id).cloned()
}

/// What the person answered last: when they were asked anew, or in the form.
pub(crate) fn answered(case: &DispatchedCase, acts: &[DispatchedAct], id: &str) -> Option<String> {
    let anew = acts.iter().rev().filter(|act| act.act.kind == ActKind::Answer);
    anew.filter_map(|act| act.act.answers.get(id).cloned()).next().or_else(|| answer(case, id))
}

/// The document of this kind that came with the case, or that the person handed in since; else what asks them for it. The platform has checked
/// whose it is and who signed it.
pub(crate) fn needed(
    case: &DispatchedCase,
    acts: &[DispatchedAct],
    kind: &str,
) -> Result<Document, Decision> {
    let handed_in = acts.iter().rev().flat_map(|act| &act.act.documents).chain(&case.case.documents);
    let read = |jws: &String| jsonwebtoken::dangerous::insecure_decode_claims::<Document>(jws).ok();
    handed_in.filter_map(read).find(|document| document.kind == kind).ok_or_else(|| {
        Decision::Ask(vec![CaseAsk {
            id: kind.to_owned(),
            kind: AskKind::Document,
            label: said(&format!("ask-{kind}")),
            hint: None,
            is_required: true,
            document_kind: Some(kind.to_owned()),
        }])
    })
}
