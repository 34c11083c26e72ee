//! Documents come, and one that somebody shows is checked.

use crate::{
    areas::{
        documents::{effect::DocumentsEffect, model::Verification, msg::DocumentsMsg},
        notices::model::Told,
    },
    effect::Effect,
    model::Model,
};

pub(crate) fn update(model: &mut Model, msg: DocumentsMsg) -> Vec<Effect> {
    match msg {
        DocumentsMsg::DocumentsKept(documents) => {
            let is_known = |id: &str| model.documents.iter().any(|known| known.document.id == id);
            let new: Vec<String> =
                documents.iter().map(|kept| kept.document.id.clone()).filter(|id| !is_known(id)).collect();
            model.documents.set(documents);
            new.into_iter().for_each(|id| model.tell(Told::DocumentCame(id)));
            Vec::new()
        }
        DocumentsMsg::AskedToVerify(text) => {
            model.verification.set(Verification::UnderWay);
            vec![DocumentsEffect::VerifyDocument(text).into()]
        }
        DocumentsMsg::Verified(outcome) => {
            model.verification.set(outcome.map_or_else(Verification::Failed, Verification::Genuine));
            Vec::new()
        }
    }
}
