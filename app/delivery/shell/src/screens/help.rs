//! A person one tap away: the lines that can be called.

use dioxus::prelude::*;
use fingertip_ui::components::{IconName, List, ListRow};

use crate::state::{Words, use_model};

#[component]
pub(crate) fn Help() -> Element {
    let model = use_model();
    let words = Words::of(&model);
    let lines: Vec<_> = model
        .catalogue
        .ready()
        .map(|catalogue| {
            catalogue.departments.iter().filter_map(|department| Some((words.pick(&department.name), department.phone.clone()?))).collect()
        })
        .unwrap_or_default();
    rsx! {
        h1 { "{words.say(\"help-title\")}" }
        p { "{words.say(\"help-body\")}" }
        List { label: words.say("help-lines"),
            for (name, phone) in lines {
                ListRow { key: "{name}", title: name, icon: IconName::Phone,
                    a { href: "tel:{phone}", class: "fi-button", "data-weight": "secondary", "{phone}" }
                }
            }
        }
    }
}
