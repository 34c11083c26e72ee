//! A person one tap away, and short answers to what is asked most.

use dioxus::prelude::*;
use fingertip_ui::components::{Card, Details, IconName, List, ListRow};

use super::{Back, CallButton};
use crate::{
    route::Route,
    state::{use_model, use_words},
};

/// Questions and their answers, the most asked first.
const ANSWERS: [(&str, &str); 6] = [
    ("help-ask-find", "help-answer-find"),
    ("help-ask-sign-in", "help-answer-sign-in"),
    ("help-ask-follow", "help-answer-follow"),
    ("help-ask-offline", "help-answer-offline"),
    ("help-ask-data", "help-answer-data"),
    ("help-ask-larger", "help-answer-larger"),
];

#[component]
pub(crate) fn Help() -> Element {
    let model = use_model!(catalogue);
    let words = use_words();
    let navigator = use_navigator();
    let catalogue = model.catalogue.ready();
    let hotline = catalogue
        .and_then(|catalogue| catalogue.hotline())
        .and_then(|line| Some((words.name(&line.name, line.id.as_str()), line.phone.clone()?)));
    let lines: Vec<_> = catalogue
        .map(|catalogue| {
            catalogue
                .departments
                .iter()
                .filter_map(|department| {
                    Some((words.name(&department.name, department.id.as_str()), department.phone.clone()?))
                })
                .collect()
        })
        .unwrap_or_default();
    rsx! {
        Back { title: words.say("nav-home") }
        h1 { "{words.say(\"help-title\")}" }
        if let Some((name, phone)) = hotline {
            Card { level: 2, heading: name,
                p { "{words.say(\"help-hotline\")}" }
                CallButton { phone, is_primary: true }
            }
        }
        List { label: words.say("family-title"),
            ListRow {
                title: words.say("family-title"),
                icon: IconName::People,
                on_press: move |()| drop(navigator.push(Route::Family {})),
            }
        }
        section { aria_labelledby: "fi-answers",
            h2 { id: "fi-answers", "{words.say(\"help-answers\")}" }
            for (question, answer) in ANSWERS {
                Details { key: "{question}", summary: words.say(question), p { {words.say(answer)} } }
            }
        }
        section { aria_labelledby: "fi-lines",
            h2 { id: "fi-lines", "{words.say(\"help-lines\")}" }
            List { label: words.say("help-lines"),
                for (name, phone) in lines {
                    ListRow { key: "{name}", title: name,
                        CallButton { phone, is_primary: false }
                    }
                }
            }
        }
    }
}
