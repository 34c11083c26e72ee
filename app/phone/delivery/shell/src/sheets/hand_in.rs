//! Handing in a case that the person has not pressed a button for just now.

use dioxus::prelude::*;
use fingertip_core::{MiniAppMsg, Model, SheetId};
use fingertip_standard::requests::CaseDraft;
use fingertip_ui::{
    Said,
    components::{Button, Sheet, Weight},
};

use super::CloseService;
use crate::{
    state::{Words, department_name, use_model, use_say, use_words},
    wording,
};

#[component]
pub(super) fn HandIn(id: SheetId, draft: CaseDraft) -> Element {
    let model = use_model!(catalogue, open, preferences, documents);
    let say = use_say();
    let words = use_words();
    let open = model.open.as_ref();
    let department =
        open.map(|open| department_name(&model, &words, &open.place().department)).unwrap_or_default();
    let facts = handed_in(&model, &words, &draft);
    let (agree, decline, close) = (say.clone(), say.clone(), say);
    rsx! {
        Sheet {
            id: "fi-sheet-hand-in",
            title: words.say("sheet-hand-in-title"),
            close_label: words.say("sheet-hand-in-decline"),
            on_close: move |()| close.that(MiniAppMsg::AnsweredSheet { sheet: id, has_agreed: false }),
            seal: department,
            actions: rsx! {
                Button { label: words.say("sheet-hand-in-agree"), weight: Weight::Primary, is_wide: true, on_press: move |()| agree.that(MiniAppMsg::AnsweredSheet { sheet: id, has_agreed: true }) }
                Button { label: words.say("sheet-hand-in-decline"), is_wide: true, on_press: move |()| decline.that(MiniAppMsg::AnsweredSheet { sheet: id, has_agreed: false }) }
                CloseService {}
            },
            p { {words.say("sheet-hand-in-body")} }
            dl { class: "fi-facts",
                for (label, values) in facts {
                    div { class: "fi-facts__item", key: "{label}",
                        dt { {words.say(label)} }
                        for value in values {
                            dd { bdi { {value} } }
                        }
                    }
                }
            }
        }
    }
}

/// What goes with the case, line by line.
fn handed_in(model: &Model, words: &Words, draft: &CaseDraft) -> Vec<(&'static str, Vec<Said>)> {
    let catalogue = model.catalogue.ready();
    let service = draft.service.id().map(|id| {
        let known = catalogue.and_then(|catalogue| catalogue.service(id));
        known.map_or_else(|| id.as_str().into(), |service| words.name(&service.name, service.id.as_str()))
    });
    let region = draft.region.id().or(model.preferences.region.as_ref()).map(|code| {
        let known = catalogue.and_then(|catalogue| catalogue.region(code));
        known.map_or_else(|| code.as_str().into(), |region| words.name(&region.name, code.as_str()))
    });
    let own = model.open.as_ref().and_then(|open| open.running());
    let claims =
        draft.claims.iter().filter(|name| own.is_some_and(|own| own.claims.contains_key(name.as_str())));
    let claims = claims.map(|name| wording::claim_name(words, name.as_str()).into());
    let files = draft
        .files
        .iter()
        .filter_map(|handle| own?.chosen.get(handle))
        .map(|chosen| (&*chosen.file.name).into());
    let documents = draft.documents.iter().map(|jws| {
        let known = model.documents.iter().find(|kept| kept.jws == *jws);
        known.map_or_else(
            || words.say("sheet-hand-in-document").into(),
            |kept| words.pick(&kept.document.title),
        )
    });
    let lines: [(&'static str, Vec<Said>); 5] = [
        ("sheet-hand-in-service", service.into_iter().collect()),
        ("sheet-hand-in-region", region.into_iter().collect()),
        ("sheet-hand-in-facts", claims.collect()),
        ("sheet-hand-in-documents", documents.collect()),
        ("sheet-hand-in-files", files.collect()),
    ];
    lines.into_iter().filter(|(_, values)| !values.is_empty()).collect()
}
