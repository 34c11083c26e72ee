//! Giving a mini-app a code: out of a photo that is taken or chosen, a file, or typed. What it says is shown before it goes.

use dioxus::prelude::*;
use fingertip_core::{MiniAppMsg, Scanning, SheetId};
use fingertip_standard::limits;
use fingertip_ui::components::{Button, Details, FieldText, Notice, Skeleton, TextAreaField, Tone};

use super::asking::Asking;
use crate::{
    screens::CodeFile,
    state::{use_count, use_say, use_words},
    wording,
};

#[component]
pub(super) fn Scan(id: SheetId, scanning: Scanning) -> Element {
    let say = use_say();
    let words = use_words();
    let count = use_count();
    let mut typed = use_signal(String::new);
    let chosen = say.clone();
    rsx! {
        Asking {
            id,
            about: "scan",
            title: words.say("sheet-scan-title"),
            agree: words.say("sheet-scan-agree"),
            decline: words.say("sheet-scan-decline"),
            is_blank: !matches!(scanning, Scanning::Given(_)),
            p { {words.say("sheet-scan-body")} }
            CodeFile { id: "fi-scan-file", on_file: move |content| chosen.that(MiniAppMsg::ChoseCode { sheet: id, content }) }
            Details { summary: words.say("sheet-scan-type"), is_open: false,
                TextAreaField {
                    id: "fi-scan",
                    text: FieldText { label: words.say("sheet-scan-typed"), ..FieldText::default() },
                    initial: String::new(),
                    max_chars: u32::try_from(limits::CODE_BYTES).unwrap_or(u32::MAX),
                    count,
                    on_input: move |text| typed.set(text),
                }
                Button {
                    label: words.say("sheet-scan-take"),
                    is_wide: true,
                    is_disabled: typed.read().trim().is_empty(),
                    on_press: move |()| say.that(MiniAppMsg::TypedCode { sheet: id, text: typed() }),
                }
            }
            match scanning {
                Scanning::Waiting => rsx! {},
                Scanning::Reading => rsx! { Skeleton { label: words.say("sheet-scan-reading") } },
                Scanning::Failed(fault) => rsx! {
                    Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), is_announced: true, {wording::fault(&words, &fault)} }
                },
                Scanning::Given(text) => rsx! {
                    Notice { tone: Tone::Information, tone_label: words.say("tone-information"), title: words.say("sheet-scan-says"), is_announced: true,
                        pre { class: "fi-sign-text", dir: "auto", "{text}" }
                    }
                },
            }
        }
    }
}
