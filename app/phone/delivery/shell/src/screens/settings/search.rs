//! What search remembers, and by what it finds.

use dioxus::prelude::*;
use fingertip_core::{PersonMsg, SearchMsg, UsesMsg};
use fingertip_ui::components::{Button, IconName};

use super::{Choices, Setting};
use crate::state::{use_parts, use_say, use_words};

#[component]
pub(crate) fn SearchSettings() -> Element {
    let model = use_parts(|model| {
        let (parts, preferences) = (&model.parts, &model.preferences);
        let memory = model.search.memory.clone();
        (memory, model.search.has_meaning(), parts.has_more, preferences.whole_nation, model.uses.is_off)
    });
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
            Choices {
                title: words.say("settings-uses"),
                choices: vec![
                    ("settings-uses-count", !model.uses.is_off, || UsesMsg::ChoseCounting(true).into()),
                    ("settings-uses-nothing", model.uses.is_off, || UsesMsg::ChoseCounting(false).into()),
                ],
            }
            p { class: "fi-muted", {words.say("settings-uses-body")} }
            // Only where the nation offers more than comes to every device.
            if model.parts.has_more || model.preferences.whole_nation {
                Choices {
                    title: words.say("settings-search-parts"),
                    choices: vec![
                        (
                            "settings-search-parts-own",
                            !model.preferences.whole_nation,
                            || PersonMsg::ChoseWholeNation(false).into(),
                        ),
                        (
                            "settings-search-parts-whole",
                            model.preferences.whole_nation,
                            || PersonMsg::ChoseWholeNation(true).into(),
                        ),
                    ],
                }
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
