//! Calling an operation that changes something, for which nobody has pressed a button just now.

use dioxus::prelude::*;
use fingertip_core::SheetId;
use fingertip_standard::requests::Call;

use super::asking::{Asking, Facts, told};
use crate::state::use_words;

#[component]
pub(super) fn Change(id: SheetId, call: Call) -> Element {
    let words = use_words();
    let lines = vec![
        (words.say("sheet-change-operation"), vec![call.operation.to_string().into()]),
        (words.say("sheet-change-told"), told(&words, &call.body)),
    ];
    rsx! {
        Asking {
            id,
            about: "change",
            title: words.say("sheet-change-title"),
            agree: words.say("sheet-change-agree"),
            decline: words.say("sheet-change-decline"),
            p { {words.say("sheet-change-body")} }
            Facts { lines }
        }
    }
}
