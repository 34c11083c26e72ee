//! What a person sets: one screen for each thing.

mod about;
mod answers;
mod copies;
mod display;
mod language;
mod notifications;
mod search;
mod security;
mod storage;

pub(crate) use about::About;
pub(crate) use answers::AnswersSettings;
pub(crate) use display::DisplaySettings;
pub(crate) use language::LanguageSettings;
pub(crate) use notifications::NotificationSettings;
pub(crate) use search::SearchSettings;
pub(crate) use security::SecuritySettings;
pub(crate) use storage::StorageSettings;

use dioxus::prelude::*;
use fingertip_core::Msg;
use fingertip_ui::components::{Card, Chip};

use super::Back;
use crate::state::{use_say, use_words};

/// A screen of the settings: the way back to "Me", its name, its content.
#[component]
fn Setting(title: String, children: Element) -> Element {
    let words = use_words();
    rsx! {
        Back { title: words.say("me-title") }
        h1 { "{title}" }
        {children}
    }
}

/// The message that names a choice, whether it is chosen, and what choosing it says.
type Choice = (&'static str, bool, fn() -> Msg);

/// One of several, each a chip.
#[component]
fn Choices(title: String, choices: Vec<Choice>) -> Element {
    let say = use_say();
    let words = use_words();
    rsx! {
        Card { level: 2, heading: title.clone(),
            div { class: "fi-chips", role: "group", aria_label: title,
                for (label, is_on, msg) in choices {
                    Chip {
                        key: "{label}",
                        label: words.say(label),
                        is_on,
                        on_press: {
                            let say = say.clone();
                            move |()| say.that(msg())
                        },
                    }
                }
            }
        }
    }
}
