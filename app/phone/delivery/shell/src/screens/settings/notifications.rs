//! Which messages call the person. All stay readable; alerts of a danger always call.

use dioxus::prelude::*;
use fingertip_core::{InboxMsg, MessageKind};
use fingertip_ui::components::{Card, Chip};

use super::Setting;
use crate::state::{use_model, use_say, use_words};

#[component]
pub(crate) fn NotificationSettings() -> Element {
    let model = use_model!(preferences);
    let say = use_say();
    let words = use_words();
    rsx! {
        Setting { title: words.say("settings-messages"),
            p { "{words.say(\"settings-messages-body\")}" }
            Card { level: 2, heading: words.say("settings-messages-kinds"),
                div { class: "fi-chips", role: "group", aria_label: words.say("settings-messages-kinds"),
                    for kind in MessageKind::ALL {
                        {
                            let is_on = !model.preferences.quiet.contains(&kind);
                            let say = say.clone();
                            let label = match kind {
                                MessageKind::Cases => "settings-messages-cases",
                                MessageKind::Documents => "settings-messages-documents",
                                MessageKind::Endings => "settings-messages-endings",
                                MessageKind::Reminders => "settings-messages-reminders",
                            };
                            rsx! { Chip { key: "{label}", label: words.say(label), is_on, on_press: move |()| say.that(InboxMsg::ChoseMessages(kind, !is_on)) } }
                        }
                    }
                }
            }
        }
    }
}
