//! Whether a document that somebody shows is genuine: its code, checked against the department's published keys.

use dioxus::prelude::*;
use fingertip_core::{DocumentsMsg, Verification};
use fingertip_locale::Args;
use fingertip_ui::components::{Button, FieldText, IconName, Notice, Skeleton, TextAreaField, Tone, Weight};
use jiff::Timestamp;

use super::{Back, records::DocumentFace};
use crate::{
    state::{department_name, use_model, use_say, use_words},
    wording,
};

/// The most that a code can hold (ISO/IEC 18004, version 40, level L).
const MOST: u32 = 2953;

#[component]
pub(crate) fn Verify() -> Element {
    let say = use_say();
    let words = use_words();
    let mut text = use_signal(String::new);
    let formatter = words.clone();
    let count = use_callback(move |(used, most): (u32, u32)| {
        formatter.with("mini-app-text-count", &Args::new().number("used", used).number("most", most))
    });
    rsx! {
        Back { title: words.say("records-title") }
        h1 { "{words.say(\"verify-title\")}" }
        TextAreaField {
            id: "fi-verify",
            text: FieldText { label: words.say("verify-code"), hint: Some(words.say("verify-code-hint")), ..FieldText::default() },
            max_chars: MOST,
            count,
            on_input: move |typed| text.set(typed),
        }
        Button {
            label: words.say("verify-go"),
            icon: IconName::Verified,
            weight: Weight::Primary,
            is_wide: true,
            is_disabled: text.read().trim().is_empty(),
            on_press: move |()| say.that(DocumentsMsg::AskedToVerify(text())),
        }
        Outcome {}
    }
}

#[component]
fn Outcome() -> Element {
    let model = use_model!(catalogue, verification, rules);
    let words = use_words();
    match &*model.verification {
        Verification::Idle => rsx! {},
        Verification::UnderWay => rsx! { Skeleton { label: words.say("shell-loading") } },
        Verification::Failed(fault) => rsx! {
            Notice { tone: Tone::Urgent, tone_label: words.say("tone-urgent"), title: words.say("verify-failed"), is_announced: true,
                p { {wording::fault(&words, fault)} }
            }
        },
        Verification::Genuine(document) => {
            let issuer = department_name(&model, &words, &document.issuer);
            let has_ended = document.has_ended(model.rules.today(Timestamp::now()));
            let (tone, label) =
                if has_ended { (Tone::Warning, "tone-warning") } else { (Tone::Success, "tone-success") };
            let title = words.with(
                if has_ended { "verify-ended" } else { "verify-genuine" },
                &Args::new().text("department", issuer),
            );
            rsx! {
                Notice { tone, tone_label: words.say(label), title, is_announced: true, p { "{words.say(\"verify-compare\")}" } }
                DocumentFace { document: (**document).clone() }
            }
        }
    }
}
