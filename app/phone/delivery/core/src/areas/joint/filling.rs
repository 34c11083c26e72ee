//! From what stands in the fields to what is handed in, and back.

use std::collections::BTreeMap;

use fingertip_contract::{FieldKind, JointService, api::SubmitJointCase};
use fingertip_standard::{ClaimName, RegionCode, events::Input, fill::fact_from_input};

use crate::areas::joint::{
    model::JointDraft,
    pages::{DESTINATION, input_of},
};

/// What the person answered, by the ids of the fields. What is asked no more, since another answer changed, is none of it.
#[must_use]
pub fn answers(service: &JointService, draft: &JointDraft) -> BTreeMap<String, String> {
    let mut given = BTreeMap::new();
    // In the order of the form: a condition is about a field that stands before.
    for field in service.fields().filter(|field| field.kind != FieldKind::File) {
        let answer = draft.inputs.get(&field.id).and_then(|input| match input {
            Input::Choice(id) => Some(id.clone()),
            input => fact_from_input(input),
        });
        if field.is_asked(&given)
            && let Some(answer) = answer.filter(|answer| !answer.is_empty())
        {
            given.insert(field.id.clone(), answer);
        }
    }
    given
}

/// Where the person moves to, as they said.
#[must_use]
pub fn destination(draft: &JointDraft) -> Option<RegionCode> {
    match draft.inputs.get(DESTINATION) {
        Some(Input::Choice(code)) => RegionCode::new(code.as_str()).ok(),
        _ => None,
    }
}

/// As it is handed in by a person of `region`, with their facts.
pub(crate) fn filled(
    service: &JointService,
    draft: &JointDraft,
    region: RegionCode,
    facts: &BTreeMap<ClaimName, String>,
) -> SubmitJointCase {
    let answers = answers(service, draft);
    let wanted = service.facts_for(&answers);
    let claims = facts.iter().filter(|(name, _)| wanted.contains(*name));
    let claims = claims.map(|(name, value)| (name.clone(), value.clone())).collect();
    let is_asked = |key: &str| service.field(key).is_some_and(|field| field.is_asked(&answers));
    let files = draft.chosen().filter(|file| is_asked(&file.key)).map(|file| (**file).clone()).collect();
    SubmitJointCase {
        life_event: draft.life_event.clone(),
        region,
        destination: destination(draft).filter(|_| service.needs_destination()),
        answers,
        files,
        claims,
        proof: None,
    }
}

/// What was handed in and not accepted, to be filled in anew; answers of fields that are asked no more are lost with them.
pub(crate) fn again(service: &JointService, case: SubmitJointCase) -> JointDraft {
    let mut draft = JointDraft::new(case.life_event);
    for (id, answer) in &case.answers {
        if let Some(input) = service.field(id).and_then(|field| input_of(field, answer)) {
            draft.inputs.insert(id.clone(), input);
        }
    }
    if let Some(destination) = &case.destination {
        draft.inputs.insert(DESTINATION.to_owned(), Input::Choice(destination.to_string()));
    }
    for file in case.files {
        let field = file.key.clone();
        draft.add_files(&field, vec![file]);
    }
    draft
}
