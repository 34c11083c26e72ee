//! Which parts of a nation's catalogue are on this device, where it does not all fit: said where somebody looks for a service.

use dioxus::prelude::*;
use fingertip_core::PersonMsg;
use fingertip_locale::Args;
use fingertip_ui::components::{Button, IconName, Notice, Status, Tone};

use crate::state::{use_parts, use_say, use_words};

/// That other regions offer more than is here, and the way to it.
#[component]
pub(super) fn MoreElsewhere() -> Element {
    let model = use_parts(|model| (model.parts.has_more, model.preferences.whole_nation));
    let say = use_say();
    let words = use_words();
    if !model.parts.has_more {
        return rsx! {};
    }
    let comes = model.preferences.whole_nation;
    rsx! {
        Status { class: "fi-muted", text: if comes { words.say("search-parts-coming") } else { String::new() } }
        if !comes {
            p { class: "fi-muted", {words.say("search-parts")} }
            Button {
                label: words.say("search-parts-whole"),
                icon: IconName::Search,
                on_press: move |()| say.that(PersonMsg::ChoseWholeNation(true)),
            }
        }
    }
}

/// That a part is not as the nation offers it now.
#[component]
pub(super) fn Behind() -> Element {
    let model = use_parts(|model| model.parts.clone());
    let words = use_words();
    let parts = &model.parts;
    let count = u32::try_from(parts.behind.len()).unwrap_or(u32::MAX);
    rsx! {
        if parts.is_nation_behind {
            Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), is_announced: true, {words.say("services-parts-nation-behind")} }
        }
        if count > 0 {
            Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), is_announced: true,
                {words.with("services-parts-behind", &Args::new().number("count", count))}
            }
        }
    }
}
