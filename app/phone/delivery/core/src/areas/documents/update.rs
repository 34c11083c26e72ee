//! Documents come, are checked and shown, and one that somebody else shows is checked.

use fingertip_documents::parts::{Joined, Parts};
use fingertip_records::{KeptDocument, ShownAs};
use fingertip_standard::DepartmentId;
use jiff::Timestamp;

use crate::{
    areas::{
        documents::{
            effect::DocumentsEffect,
            model::{Verification, showing},
            msg::DocumentsMsg,
        },
        notices::model::Told,
    },
    effect::Effect,
    fault::ShownFault,
    model::Model,
};

/// The most departments whose keys are kept for a place without a network.
const MOST_DEPARTMENTS: usize = 64;
/// The longest time between two tries to find out whether documents hold, in ticks: ten minutes of a phone's two seconds.
const LONGEST_WAIT: u32 = 300;

pub(crate) fn update(model: &mut Model, msg: DocumentsMsg, now: Timestamp) -> Vec<Effect> {
    match msg {
        DocumentsMsg::DocumentsKept(documents) => on_kept(model, documents),
        DocumentsMsg::LookedAtDocuments => check(model, now),
        DocumentsMsg::DocumentsChecked(checks) => {
            model.checks.set(checks);
            Vec::new()
        }
        DocumentsMsg::AskedToShow { issuer, id, shown_as } => {
            on_asked_to_show(model, &issuer, &id, shown_as, now)
        }
        DocumentsMsg::ShowingsWritten(shown, all) => {
            model.showings.set(all);
            if shown.is_some() {
                model.shown.set(shown);
            }
            Vec::new()
        }
        DocumentsMsg::PutAway => {
            model.shown.set(None);
            Vec::new()
        }
        DocumentsMsg::LookedAtVerifier => keep_keys(model),
        // Whoever left meanwhile sees nothing of it later.
        DocumentsMsg::FileRead(_) if *model.verification == Verification::Idle => Vec::new(),
        DocumentsMsg::AskedToVerify(text) | DocumentsMsg::FileRead(Ok(text)) => on_text(model, &text),
        DocumentsMsg::ChoseFile(bytes) => {
            // The parts before it stay until it is read.
            if !matches!(*model.verification, Verification::Parts(_)) {
                model.verification.set(Verification::UnderWay);
            }
            vec![DocumentsEffect::ReadFile(bytes).into()]
        }
        DocumentsMsg::FileRead(Err(fault)) => {
            model.verification.set(Verification::Failed(fault));
            Vec::new()
        }
        DocumentsMsg::Verified(_) if *model.verification != Verification::UnderWay => Vec::new(),
        DocumentsMsg::Verified(outcome) => {
            let genuine = |(document, check)| Verification::Genuine(document, check);
            model.verification.set(outcome.map_or_else(Verification::Failed, genuine));
            Vec::new()
        }
        DocumentsMsg::LeftVerifier => {
            model.verification.set(Verification::Idle);
            Vec::new()
        }
    }
}

fn on_kept(model: &mut Model, documents: Vec<KeptDocument>) -> Vec<Effect> {
    let is_known = |id: &str| model.documents.iter().any(|known| known.document.id == id);
    let new: Vec<String> =
        documents.iter().map(|kept| kept.document.id.clone()).filter(|id| !is_known(id)).collect();
    model.documents.set(documents);
    if new.is_empty() {
        return Vec::new();
    }
    new.into_iter().for_each(|id| model.tell(Told::DocumentCame(id)));
    vec![DocumentsEffect::CheckDocuments { may_ask: true }.into()]
}

/// A code is a copy of the document: before it is on the screen it is in the ledger.
fn on_asked_to_show(
    model: &mut Model,
    issuer: &DepartmentId,
    id: &str,
    shown_as: ShownAs,
    now: Timestamp,
) -> Vec<Effect> {
    model.shown.set(None);
    let is_it = |kept: &&KeptDocument| kept.document.issuer == *issuer && kept.document.id == id;
    let asked = model.documents.iter().find(is_it);
    let showing = asked.map(|kept| showing(&kept.document, shown_as, now));
    showing.map(|showing| DocumentsEffect::WriteShowing(showing).into()).into_iter().collect()
}

fn on_text(model: &mut Model, text: &str) -> Vec<Effect> {
    let mut parts = match &*model.verification {
        Verification::Parts(parts) => parts.clone(),
        _ => Parts::default(),
    };
    match parts.take(text) {
        Joined::Whole(jws) => {
            model.verification.set(Verification::UnderWay);
            vec![DocumentsEffect::VerifyDocument(jws).into()]
        }
        Joined::Missing { .. } => {
            model.verification.set(Verification::Parts(parts));
            Vec::new()
        }
        Joined::Nonsense => {
            model.verification.set(Verification::Failed(ShownFault::no_document()));
            Vec::new()
        }
    }
}

fn keep_keys(model: &Model) -> Vec<Effect> {
    let departments = model.catalogue.ready().map(|catalogue| &catalogue.departments);
    let ids: Vec<DepartmentId> = departments
        .into_iter()
        .flatten()
        .map(|department| department.id.clone())
        .take(MOST_DEPARTMENTS)
        .collect();
    if ids.is_empty() { Vec::new() } else { vec![DocumentsEffect::KeepKeys(ids).into()] }
}

/// Departments are asked where the last answer is too old.
pub(crate) fn check(model: &Model, now: Timestamp) -> Vec<Effect> {
    if model.checks.are_current(&model.documents, now) {
        return Vec::new();
    }
    vec![DocumentsEffect::CheckDocuments { may_ask: true }.into()]
}

/// By what this device has: at a start, before anybody was asked.
pub(crate) fn check_as_kept(model: &Model) -> Vec<Effect> {
    let effect = DocumentsEffect::CheckDocuments { may_ask: false };
    if model.documents.is_empty() { Vec::new() } else { vec![effect.into()] }
}

/// What is known of documents grows old while the app is open: ever less is asked as long as no answer comes.
pub(crate) fn on_ticked(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    if model.checks.are_current(&model.documents, now) {
        model.checking.restart();
        return Vec::new();
    }
    let is_due = model.is_in_front && model.is_online && model.checking.tick(LONGEST_WAIT);
    if is_due { check(model, now) } else { Vec::new() }
}
