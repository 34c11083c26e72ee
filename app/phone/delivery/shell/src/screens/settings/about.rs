//! Which version this is, and under which licence.

use dioxus::prelude::*;
use fingertip_standard::Standard;
use fingertip_ui::components::{List, ListRow};

use super::Setting;
use crate::state::use_words;

#[component]
pub(crate) fn About() -> Element {
    let words = use_words();
    rsx! {
        Setting { title: words.say("about-title"),
            p { "{words.say(\"about-body\")}" }
            List { label: words.say("about-title"),
                ListRow { title: words.say("about-version"), value: env!("CARGO_PKG_VERSION") }
                ListRow { title: words.say("about-standard"), value: Standard::ALL.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ") }
                ListRow { title: words.say("about-licence"), value: env!("CARGO_PKG_LICENSE") }
            }
        }
    }
}
