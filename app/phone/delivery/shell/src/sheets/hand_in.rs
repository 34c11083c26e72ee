//! Handing in a case that the person has not pressed a button for just now.

use std::collections::BTreeMap;

use dioxus::prelude::*;
use fingertip_core::SheetId;
use fingertip_standard::{ClaimName, events::File, requests::CaseDraft};

use super::asking::{Asking, Facts, told};
use crate::{
    state::{region_name, use_model, use_words},
    wording,
};

#[component]
pub(super) fn HandIn(
    id: SheetId,
    draft: CaseDraft,
    claims: BTreeMap<ClaimName, String>,
    files: Vec<File>,
) -> Element {
    let model = use_model!(catalogue, preferences, documents, acting_for);
    let words = use_words();
    let catalogue = model.catalogue.ready();
    let service = draft.service.id().map(|id| {
        let known = catalogue.and_then(|catalogue| catalogue.service(id));
        known.map_or_else(|| id.as_str().into(), |service| words.name(&service.name, service.id.as_str()))
    });
    let region = draft.region.id().or(model.preferences.region.as_ref());
    let region = region.map(|code| region_name(&model, &words, code));
    let facts = claims.iter().map(|(name, value)| {
        let name = wording::claim_name(&words, name.as_str());
        format!("{name}: {}", words.0.isolate(value)).into()
    });
    let documents = draft.documents.iter().map(|jws| {
        let known = model.documents.iter().find(|kept| kept.jws == *jws);
        known.map_or_else(
            || words.say("sheet-hand-in-document").into(),
            |kept| words.pick(&kept.document.title),
        )
    });
    let acting_for = model.acting_for.iter().map(|acting| words.0.isolate(&acting.name).to_string().into());
    let lines = vec![
        (words.say("sheet-hand-in-for"), acting_for.collect()),
        (words.say("sheet-hand-in-service"), service.into_iter().collect()),
        (words.say("sheet-hand-in-region"), region.into_iter().collect()),
        (words.say("sheet-hand-in-body"), told(&words, &draft.body)),
        (words.say("sheet-hand-in-facts"), facts.collect()),
        (words.say("sheet-hand-in-documents"), documents.collect()),
        (words.say("sheet-hand-in-files"), files.iter().map(|file| file.name.as_str().into()).collect()),
    ];
    rsx! {
        Asking {
            id,
            about: "hand-in",
            title: words.say("sheet-hand-in-title"),
            agree: words.say("sheet-hand-in-agree"),
            decline: words.say("sheet-hand-in-decline"),
            p { {words.say("sheet-hand-in-lead")} }
            Facts { lines }
        }
    }
}
