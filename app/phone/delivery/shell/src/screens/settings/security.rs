//! The session on this device, and how its keys are protected.

use dioxus::prelude::*;
use fingertip_core::{Msg, Protection};
use fingertip_locale::Args;
use fingertip_ui::components::{Button, Card, IconName};

use super::Setting;
use crate::state::{Words, use_model, use_say};

#[component]
pub(crate) fn SecuritySettings() -> Element {
    let model = use_model();
    let say = use_say();
    let words = Words::of(&model);
    rsx! {
        Setting { title: words.say("settings-security"),
            Card { level: 2, heading: words.say("settings-security-session"),
                match model.signed_in() {
                    Some(session) => rsx! {
                        p { {words.with("settings-security-since", &Args::new().text("time", words.0.instant(session.since.as_millisecond())))} }
                        Button { label: words.say("me-sign-out"), icon: IconName::SignOut, on_press: move |()| say(Msg::AskedToSignOut) }
                    },
                    None => rsx! { p { "{words.say(\"me-signed-out\")}" } },
                }
                p { class: "fi-muted", "{words.say(\"settings-security-elsewhere\")}" }
            }
            Card { level: 2, heading: words.say("settings-security-keys"),
                p {
                    {words.say(match model.protection {
                        Protection::KeyStore => "me-protection-key-store",
                        Protection::Files => "me-protection-files",
                        Protection::Memory => "me-protection-memory",
                    })}
                }
            }
        }
    }
}
