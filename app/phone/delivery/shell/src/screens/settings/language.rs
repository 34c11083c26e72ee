//! The shell's language, and where the person lives.

use dioxus::prelude::*;
use fingertip_core::PersonMsg;
use fingertip_locale::SHELL_LANGUAGES;
use fingertip_ui::components::{Card, Chip, IconName, List, ListRow};

use super::Setting;
use crate::{
    route::Route,
    state::{use_model, use_say, use_words},
    wording,
};

#[component]
pub(crate) fn LanguageSettings() -> Element {
    let model = use_model!(preferences, catalogue);
    let say = use_say();
    let words = use_words();
    let navigator = use_navigator();
    let region = model.preferences.region.as_ref();
    let region = region
        .and_then(|code| model.catalogue.ready()?.region(code))
        .map(|region| words.name(&region.name, region.code.as_str()));
    rsx! {
        Setting { title: words.say("settings-language"),
            Card { level: 2, heading: words.say("me-language"),
                div { class: "fi-chips", role: "group", aria_label: words.say("me-language"),
                    for tag in SHELL_LANGUAGES {
                        Chip {
                            key: "{tag}",
                            label: words.say(&wording::language(tag)),
                            lang: tag,
                            is_on: model.preferences.language == tag,
                            on_press: {
                                let say = say.clone();
                                move |()| say.that(PersonMsg::ChoseLanguage(tag.to_owned()))
                            },
                        }
                    }
                }
            }
            List { label: words.say("regions-title"),
                ListRow {
                    title: words.say("regions-title"),
                    detail: region.unwrap_or_default(),
                    icon: IconName::Place,
                    on_press: move |()| drop(navigator.push(Route::Regions {})),
                }
            }
        }
    }
}
