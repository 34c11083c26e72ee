//! The person's documents, readable without a connection.

use dioxus::prelude::*;
use fingertip_contract::Document;
use fingertip_core::{Check, DocumentsMsg, KeptDocument};
use fingertip_locale::Args;
use fingertip_ui::components::{DocumentCard, EmptyState, IconName, List, ListRow};
use jiff::Timestamp;

use super::{
    Head, date,
    standing::{LastChecked, state},
};
use crate::{
    route::Route,
    state::{department_name, use_model, use_say, use_words},
};

#[component]
pub(crate) fn Records() -> Element {
    let model = use_model!(documents, checks);
    let say = use_say();
    let words = use_words();
    let navigator = use_navigator();
    use_effect(move || say.that(DocumentsMsg::LookedAtDocuments));
    // The oldest of their looks: since then nobody was asked of that one.
    let oldest =
        model.documents.iter().map(|kept| model.checks.of(&kept.document)).min_by_key(|check| check.as_of);
    rsx! {
        Head { title: words.say("records-title") }
        if model.documents.is_empty() {
            EmptyState { icon: IconName::Card, title: words.say("home-documents-empty"), body: words.say("home-documents-empty-body") }
        }
        for kept in model.documents.iter() {
            DocumentView { key: "{kept.document.id}", kept: kept.clone(), is_short: true }
        }
        if let Some(check) = oldest {
            LastChecked { check }
        }
        List { label: words.say("records-more"),
            ListRow { title: words.say("payments-title"), icon: IconName::Receipt, action: "payments", on_press: move |()| drop(navigator.push(Route::Payments {})) }
            ListRow { title: words.say("verify-title"), icon: IconName::Scan, on_press: move |()| drop(navigator.push(Route::Verify {})) }
        }
    }
}

/// A document as a card; a short one is only its face, and opens it.
#[component]
pub(super) fn DocumentView(kept: KeptDocument, is_short: bool) -> Element {
    let model = use_model!(checks);
    let words = use_words();
    let navigator = use_navigator();
    let to = Route::document(&kept);
    let check = model.checks.of(&kept.document);
    rsx! {
        DocumentFace {
            document: kept.document.clone(),
            check,
            on_press: is_short.then(|| EventHandler::new(move |()| drop(navigator.push(to.clone())))),
            if !is_short {
                dl { class: "fi-facts",
                    for field in kept.document.fields.iter() {
                        div { class: "fi-facts__item",
                            dt { {words.pick(&field.label)} }
                            dd { bdi { {words.0.isolate(&field.value)} } }
                        }
                    }
                }
                LastChecked { check }
            }
        }
    }
}

/// What every document says of itself: its kind, whose it is, its number, who issued it and until when it holds; and whether it still
/// does, on the nation's day.
#[component]
pub(super) fn DocumentFace(
    document: Document,
    check: Check,
    #[props(default)] on_press: Option<EventHandler<()>>,
    #[props(default)] children: Element,
) -> Element {
    let model = use_model!(catalogue, rules);
    let words = use_words();
    let validity = document
        .valid_until
        .map(|day| words.with("records-valid-until", &Args::new().text("day", words.0.date(date(day)))));
    let (state, tone) = state(&document, &check, model.rules.today(Timestamp::now()));
    rsx! {
        DocumentCard {
            kind: words.pick(&document.title),
            holder: words.0.isolate(&document.holder),
            number: words.0.isolate(&document.number),
            issuer: department_name(&model, &words, &document.issuer),
            validity,
            state: (words.say(state), tone),
            holder_label: words.say("records-holder"),
            number_label: words.say("records-number"),
            on_press,
            {children}
        }
    }
}
