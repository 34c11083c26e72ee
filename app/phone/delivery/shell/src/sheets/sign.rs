//! Signing a text, which is shown word for word.

use dioxus::prelude::*;
use fingertip_core::SheetId;

use super::asking::Asking;
use crate::state::use_words;

#[component]
pub(super) fn Sign(id: SheetId, text: String) -> Element {
    let words = use_words();
    rsx! {
        Asking {
            id,
            about: "sign",
            title: words.say("sheet-sign-title"),
            agree: words.say("sheet-sign-agree"),
            decline: words.say("sheet-sign-decline"),
            p { {words.say("sheet-sign-body")} }
            pre { class: "fi-sign-text", dir: "auto", "{text}" }
        }
    }
}
