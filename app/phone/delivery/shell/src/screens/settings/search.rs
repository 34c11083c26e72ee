//! What search remembers, and by what it finds.

use dioxus::prelude::*;
use fingertip_core::SearchMsg;
use fingertip_ui::components::{Button, IconName};

use super::{Choices, Setting};
use crate::state::{use_parts, use_say, use_words};

#[component]
pub(crate) fn SearchSettings() -> Element {
    let model = use_parts(|model| (model.search.memory.clone(), model.search.has_meaning()));
    let say = use_say();
    let words = use_words();
    let memory = &model.search.memory;
    let is_empty = memory.texts.is_empty() && memory.services.is_empty();
    rsx! {
        Setting { title: words.say("settings-search"),
            p { "{words.say(\"settings-search-body\")}" }
            Choices {
                title: words.say("settings-search-memory"),
                choices: vec![
                    ("settings-search-remember", !memory.is_off, || SearchMsg::ChoseMemory(true).into()),
                    ("settings-search-forget", memory.is_off, || SearchMsg::ChoseMemory(false).into()),
                ],
            }
            if !is_empty {
                Button { label: words.say("search-forget-all"), icon: IconName::Remove, is_wide: true, on_press: move |()| say.that(SearchMsg::ForgotSearches) }
            }
            // Only where this device has what understands sentences.
            if model.search.has_meaning() {
                Choices {
                    title: words.say("settings-search-way"),
                    choices: vec![
                        ("settings-search-meaning", !memory.is_by_words, || SearchMsg::ChoseMeaning(true).into()),
                        ("settings-search-words", memory.is_by_words, || SearchMsg::ChoseMeaning(false).into()),
                    ],
                }
            }
        }
    }
}
