//! The person's documents, readable without a connection.

use dioxus::prelude::*;
use fingertip_contract::Document;
use fingertip_core::KeptDocument;
use fingertip_locale::Args;
use fingertip_ui::components::{Button, DocumentCard, EmptyState, IconName};

use super::{Head, date};
use crate::{
    route::Route,
    state::{department_name, use_model, use_words},
};

#[component]
pub(crate) fn Records() -> Element {
    let model = use_model!(documents);
    let words = use_words();
    let navigator = use_navigator();
    rsx! {
        Head { title: words.say("records-title") }
        if model.documents.is_empty() {
            EmptyState { icon: IconName::Card, title: words.say("home-documents-empty"), body: words.say("home-documents-empty-body") }
        }
        for kept in model.documents.iter() {
            DocumentView { key: "{kept.document.id}", kept: kept.clone(), is_short: true }
        }
        // The oldest of their times: none of them was seen to be good before it.
        if let Some(as_of) = model.documents.iter().map(|kept| kept.as_of).min() {
            p { class: "fi-muted", {words.with("records-as-of", &Args::new().text("time", words.0.instant(as_of.as_millisecond())))} }
        }
        Button { label: words.say("verify-title"), icon: IconName::Scan, is_wide: true, on_press: move |()| drop(navigator.push(Route::Verify {})) }
    }
}

/// A document as a card; a short one is only its face, and opens it.
#[component]
pub(super) fn DocumentView(kept: KeptDocument, is_short: bool) -> Element {
    let words = use_words();
    let navigator = use_navigator();
    let to = Route::document(&kept);
    rsx! {
        DocumentFace {
            document: kept.document.clone(),
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
                p { class: "fi-muted", {words.with("records-as-of", &Args::new().text("time", words.0.instant(kept.as_of.as_millisecond())))} }
            }
        }
    }
}

/// What every document says of itself: its kind, whose it is, its number, who issued it and until when it holds.
#[component]
pub(super) fn DocumentFace(
    document: Document,
    #[props(default)] on_press: Option<EventHandler<()>>,
    #[props(default)] children: Element,
) -> Element {
    let model = use_model!(catalogue);
    let words = use_words();
    let validity = document
        .valid_until
        .map(|day| words.with("records-valid-until", &Args::new().text("day", words.0.date(date(day)))));
    rsx! {
        DocumentCard {
            kind: words.pick(&document.title),
            holder: words.0.isolate(&document.holder),
            number: words.0.isolate(&document.number),
            issuer: department_name(&model, &words, &document.issuer),
            validity,
            holder_label: words.say("records-holder"),
            number_label: words.say("records-number"),
            on_press,
            {children}
        }
    }
}
