//! The session on this device, and how its keys are protected.

use dioxus::prelude::*;
use fingertip_core::{Protection, SessionMsg};
use fingertip_locale::Args;
use fingertip_ui::components::{Button, Card, IconName};

use super::Setting;
use crate::state::{use_model, use_say, use_words};

#[component]
pub(crate) fn SecuritySettings() -> Element {
    let model = use_model!(session, protection);
    let say = use_say();
    let words = use_words();
    rsx! {
        Setting { title: words.say("settings-security"),
            Card { level: 2, heading: words.say("settings-security-session"),
                match model.signed_in() {
                    Some(session) => rsx! {
                        p { {words.with("settings-security-since", &Args::new().text("time", words.0.instant(session.since.as_millisecond())))} }
                        Button { label: words.say("me-sign-out"), icon: IconName::SignOut, on_press: move |()| say.that(SessionMsg::AskedToSignOut) }
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
