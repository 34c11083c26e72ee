//! Whether a document that somebody shows is genuine and still holds: what its code says, typed, scanned, in a file or a photo, checked
//! against the department's keys as this device has them or fetches them. Nothing of it is kept.

use dioxus::prelude::*;
use fingertip_core::{DocumentsMsg, Verification, photo};
use fingertip_locale::Args;
use fingertip_ui::components::{
    Button, ChosenFile, Details, FieldText, FileField, FileLabels, FileLimits, IconName, Notice, Skeleton,
    TextAreaField, Tone, Weight,
};
use jiff::Timestamp;

use super::{Back, records::DocumentFace, standing};
use crate::{
    kept::use_kept,
    route::Route,
    state::{department_name, use_count, use_model, use_refused, use_say, use_words},
    wording,
};

/// The most that a code can hold (ISO/IEC 18004, version 40, level L).
const MOST: u32 = 2953;

#[component]
pub(crate) fn Verify() -> Element {
    let say = use_say();
    let words = use_words();
    let text = use_kept(&Route::Verify {}, "code");
    let is_typed = use_hook(|| !text.peek().is_empty());
    let count = use_count();
    let (looked, left, chose) = (say.clone(), say.clone(), say.clone());
    use_effect(move || looked.that(DocumentsMsg::LookedAtVerifier));
    use_drop(move || left.that(DocumentsMsg::LeftVerifier));
    rsx! {
        Back { title: words.say("records-title") }
        h1 { "{words.say(\"verify-title\")}" }
        p { class: "fi-lead", "{words.say(\"verify-body\")}" }
        // What most have before them is a code on somebody's screen or paper.
        CodeFile { id: "fi-verify-file", on_file: move |content| chose.that(DocumentsMsg::ChoseFile(content)) }
        Details { summary: words.say("verify-typed"), is_open: is_typed,
            TextAreaField {
                id: "fi-verify",
                text: FieldText { label: words.say("verify-code"), hint: Some(words.say("verify-code-hint")), ..FieldText::default() },
                initial: text.peek(),
                max_chars: MOST,
                count,
                on_input: move |typed| text.set(typed),
            }
            Button {
                label: words.say("verify-go"),
                icon: IconName::Verified,
                weight: Weight::Primary,
                is_wide: true,
                is_disabled: text.text().trim().is_empty(),
                on_press: move |()| say.that(DocumentsMsg::AskedToVerify(text.peek())),
            }
        }
        Outcome {}
    }
}

/// A photo of a code, or a file with what it says.
#[component]
pub(crate) fn CodeFile(
    /// The field's id in the page.
    id: &'static str,
    /// What is in the file.
    on_file: Callback<Vec<u8>>,
) -> Element {
    let words = use_words();
    let labels = FileLabels {
        choose: words.say("mini-app-file-choose"),
        camera: Some(words.say("mini-app-file-camera")),
        limits: words.with("verify-file-limits", &Args::new().text("size", words.0.size(photo::MOST_BYTES))),
        none: words.say("mini-app-file-none"),
    };
    let media_types = ["image/jpeg", "image/png", "image/webp", "text/plain"].map(str::to_owned).to_vec();
    let text = FieldText {
        label: words.say("verify-file"),
        hint: Some(words.say("verify-file-hint")),
        ..FieldText::default()
    };
    rsx! {
        FileField {
            id,
            text,
            labels,
            limits: FileLimits { media_types, max_bytes: photo::MOST_BYTES, at_most: 1, bytes_left: 0 },
            held: Vec::new(),
            on_files: move |files: Vec<ChosenFile>| {
                if let Some(file) = files.into_iter().next() {
                    on_file.call(file.content);
                }
            },
            refused: use_refused(),
            on_remove: |_| {},
        }
    }
}

#[component]
fn Outcome() -> Element {
    let model = use_model!(catalogue, verification, rules);
    let words = use_words();
    match &*model.verification {
        Verification::Idle => rsx! {},
        Verification::UnderWay => rsx! { Skeleton { label: words.say("shell-loading") } },
        Verification::Parts(parts) => {
            let (scanned, total) = parts.progress();
            let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            let args = Args::new().number("scanned", number(scanned)).number("count", number(total));
            rsx! {
                Notice { tone: Tone::Information, tone_label: words.say("tone-information"), title: words.with("verify-parts", &args), is_announced: true,
                    p { "{words.say(\"verify-parts-body\")}" }
                }
            }
        }
        Verification::Failed(fault) => rsx! {
            Notice { tone: Tone::Urgent, tone_label: words.say("tone-urgent"), title: words.say("verify-failed"), is_announced: true,
                p { {wording::fault(&words, fault)} }
            }
        },
        Verification::Genuine(document, check) => {
            let issuer = department_name(&model, &words, &document.issuer);
            let now = Timestamp::now();
            let (outcome, tone) = standing::outcome(document, check, model.rules.today(now));
            let title = words.with(outcome, &Args::new().text("department", issuer));
            rsx! {
                Notice { tone, tone_label: words.say(wording::tone(tone)), title, is_announced: true,
                    p { {standing::last_checked(&words, check, now)} }
                    p { "{words.say(\"verify-compare\")}" }
                }
                DocumentFace { document: (**document).clone(), check: *check }
            }
        }
    }
}
