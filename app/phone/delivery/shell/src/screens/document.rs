//! One document, shown at a counter: its code, what it says, and the way to check somebody else's.

use dioxus::prelude::*;
use fingertip_core::KeptDocument;
use fingertip_ui::components::{Button, Code, EmptyState, IconName};

use super::{Back, records::DocumentView};
use crate::{
    route::Route,
    state::{use_model, use_words},
};

#[component]
pub(crate) fn Document(issuer: String, id: String) -> Element {
    let model = use_model!(documents);
    let words = use_words();
    let navigator = use_navigator();
    let is_it = |kept: &&KeptDocument| kept.document.issuer.as_str() == issuer && kept.document.id == id;
    let Some(kept) = model.documents.iter().find(is_it).cloned() else {
        return rsx! {
            Back { title: words.say("records-title") }
            h1 { class: "fi-visually-hidden", "{words.say(\"records-gone\")}" }
            EmptyState { icon: IconName::Card, title: words.say("records-gone") }
        };
    };
    let title = words.pick(&kept.document.title);
    rsx! {
        Back { title: words.say("records-title") }
        h1 { "{title}" }
        div { class: "fi-show-code",
            Code { data: kept.jws.clone().into_bytes(), label: words.say("mini-app-credential-code"), too_much: words.say("mini-app-code-too-much") }
            p { "{words.say(\"records-code-body\")}" }
        }
        DocumentView { kept, is_short: false }
        Button { label: words.say("verify-title"), icon: IconName::Scan, is_wide: true, on_press: move |()| drop(navigator.push(Route::Verify {})) }
    }
}
