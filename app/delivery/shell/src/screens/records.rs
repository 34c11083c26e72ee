//! The person's documents, readable without a connection.

use dioxus::prelude::*;
use fingertip_headless::KeptDocument;
use fingertip_locale::Args;
use fingertip_ui::components::{DocumentCard, EmptyState, IconName};

use super::date;
use crate::state::{Words, department_name, use_model};

#[component]
pub(crate) fn Records() -> Element {
    let model = use_model();
    let words = Words::of(&model);
    rsx! {
        h1 { "{words.say(\"records-title\")}" }
        if model.documents.is_empty() {
            EmptyState { icon: IconName::Card, title: words.say("home-documents-empty"), body: words.say("home-documents-empty-body") }
        }
        for kept in model.documents.iter() {
            DocumentView { key: "{kept.document.id}", kept: kept.clone() }
        }
    }
}

/// A document as a card.
#[component]
pub(super) fn DocumentView(kept: KeptDocument) -> Element {
    let model = use_model();
    let words = Words::of(&model);
    let document = &kept.document;
    let validity = document.valid_until.map(|day| words.with("records-valid-until", &Args::new().text("day", words.0.date(date(day)))));
    rsx! {
        DocumentCard {
            kind: words.pick(&document.title),
            holder: document.holder.clone(),
            number: document.number.clone(),
            issuer: department_name(&model, &words, &document.issuer),
            validity,
            holder_label: words.say("records-holder"),
            number_label: words.say("records-number"),
            dl { class: "fi-facts",
                for field in document.fields.iter() {
                    div { class: "fi-facts__item",
                        dt { {words.pick(&field.label)} }
                        dd { bdi { "{field.value}" } }
                    }
                }
            }
            p { class: "fi-muted", {words.with("records-as-of", &Args::new().text("time", words.0.instant(kept.as_of.as_millisecond())))} }
        }
    }
}
