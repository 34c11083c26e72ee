//! What is written in a case is kept, and goes once nothing that is asked is missing.

use std::sync::Arc;

use fingertip_contract::{ActKind, Case};
use fingertip_standard::{Capability, CaseId, Disclosed, Disclosure, LocalText, RunningApp};
use jiff::Timestamp;

use crate::{
    areas::{
        acts::{
            effect::ActsEffect,
            model::ActDraft,
            msg::{ActChange, ActsMsg},
        },
        outbox::upload::submitted,
    },
    effect::Effect,
    model::Model,
};

pub(crate) fn update(model: &mut Model, msg: ActsMsg, now: Timestamp) -> Vec<Effect> {
    match msg {
        ActsMsg::Began(case, kind) => {
            model.acts.begin(&case, &kind);
            model.acts.is_unkept = true;
            Vec::new()
        }
        ActsMsg::Changed(case, kind, change) => {
            apply(model.acts.begin(&case, &kind), change);
            model.acts.is_unkept = true;
            Vec::new()
        }
        ActsMsg::PutAway(case, kind) => {
            model.acts.take(&case, &kind);
            vec![keep(model)]
        }
        ActsMsg::Sent(case, kind) => send(model, &case, &kind, now).into_iter().collect(),
        ActsMsg::Reopened(key) => vec![ActsEffect::Reopen(key).into()],
        ActsMsg::CameBack(draft) => {
            let (case, kind) = (draft.case.clone(), draft.kind.clone());
            *model.acts.begin(&case, &kind) = *draft;
            vec![keep(model)]
        }
    }
}

fn apply(draft: &mut ActDraft, change: ActChange) {
    match change {
        ActChange::Words(words) => draft.words = words,
        ActChange::Answered(ask, words) => drop(draft.answers.insert(ask, words)),
        ActChange::ChoseFiles(ask, files) => {
            let given = |(name, media_type, content): (_, _, Vec<u8>)| {
                Arc::new(submitted(ask.clone(), name, media_type, &content))
            };
            draft.files.extend(files.into_iter().map(given));
        }
        ActChange::RemovedFile(ask, place) => {
            let of_ask = draft.files.iter().enumerate().filter(|(_, file)| file.key == ask);
            let at = of_ask.map(|(at, _)| at).nth(place);
            drop(at.map(|at| draft.files.remove(at)));
        }
        ActChange::TickedDocument(jws, is_ticked) => {
            draft.documents.retain(|chosen| *chosen != jws);
            if is_ticked {
                draft.documents.push(jws);
            }
        }
    }
}

/// What is being written goes where the platform takes it now and nothing is missing. A second press finds nothing to send. Whose session
/// has ended finds it in the outbox, which waits for them.
fn send(model: &mut Model, id: &CaseId, kind: &ActKind, now: Timestamp) -> Option<Effect> {
    let case = model.case(id)?.value.clone();
    if !case.acts.contains(kind) {
        return None;
    }
    let documents = model.documents.clone();
    let kind_of =
        |jws: &str| documents.iter().find(|kept| kept.jws == jws).map(|kept| kept.document.kind.clone());
    let draft = model.acts.begin(id, kind);
    if !draft.missing(&case, kind_of).is_empty() {
        // One summary of what is missing at a time.
        model.acts.drafts.iter_mut().for_each(|draft| draft.says_missing = false);
        model.acts.begin(id, kind).says_missing = true;
        return None;
    }
    let draft = model.acts.take(id, kind)?;
    model.acts.is_unkept = false;
    let disclosure = disclosed(model, &case, &draft, now);
    Some(
        ActsEffect::Send {
            draft: Box::new(draft),
            disclosure: Box::new(disclosure),
            left: model.acts.drafts.clone(),
        }
        .into(),
    )
}

/// What goes to the department with it. No mini-app does it, so its stamp has no version and no hash.
fn disclosed(model: &Model, case: &Case, draft: &ActDraft, now: Timestamp) -> Disclosure {
    let title = |jws: &String| {
        let kept = model.documents.iter().find(|kept| kept.jws == *jws);
        Disclosed::Document(kept.map_or_else(LocalText::default, |kept| kept.document.title.clone()))
    };
    let documents = draft.documents.iter().map(title);
    let files = draft.files.iter().map(|file| Disclosed::File(file.name.clone()));
    let says = draft.says_something();
    Disclosure {
        at: now,
        app: RunningApp {
            department: case.department.clone(),
            app: case.app.clone(),
            version: 0,
            sha256: String::new(),
        },
        capability: Capability::SubmitCase,
        items: vec![case.service.to_string()],
        purpose: LocalText::default(),
        with: documents.chain(files).chain(says.then_some(Disclosed::Text)).collect(),
        acting_for: None,
    }
}

/// What is being written is written down: from time to time, and when the person leaves the app.
pub(crate) fn keep_what_changed(model: &mut Model) -> Option<Effect> {
    model.acts.is_unkept.then(|| keep(model))
}

fn keep(model: &mut Model) -> Effect {
    model.acts.is_unkept = false;
    ActsEffect::Keep(model.acts.drafts.clone()).into()
}
