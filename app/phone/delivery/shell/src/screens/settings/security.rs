//! The session on this device, and how its keys are protected.

use dioxus::prelude::*;
use fingertip_contract::api::SignedInDevice;
use fingertip_core::{LockMsg, PinError, Protection, Remote, SessionMsg, check_new_pin};
use fingertip_locale::Args;
use fingertip_ui::components::{Button, Card, FieldText, IconName, Skeleton, TextField, Typing, Weight};
use jiff::Timestamp;

use super::Setting;
use crate::{
    state::{use_model, use_say, use_words},
    wording,
};

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
            }
            if model.signed_in().is_some() {
                Devices {}
            }
            PinCard {}
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

/// On which devices the person is signed in; each can be signed out from here.
#[component]
fn Devices() -> Element {
    let model = use_model!(devices);
    let say = use_say();
    let words = use_words();
    let looked = say.clone();
    use_effect(move || looked.that(SessionMsg::LookedAtDevices));
    let devices = match &*model.devices {
        Remote::Loading => return rsx! { Skeleton { label: words.say("shell-loading") } },
        Remote::Failed(fault) => {
            return rsx! {
                Card { level: 2, heading: words.say("settings-devices"),
                    p { {wording::fault(&words, fault)} }
                    Button { label: words.say("shell-retry"), on_press: move |()| say.that(SessionMsg::LookedAtDevices) }
                }
            };
        }
        Remote::Ready(devices, _) if devices.is_empty() => {
            return rsx! { p { class: "fi-muted", "{words.say(\"settings-security-elsewhere\")}" } };
        }
        Remote::Ready(devices, _) => devices.clone(),
    };
    rsx! {
        Card { level: 2, heading: words.say("settings-devices"),
            p { class: "fi-muted", "{words.say(\"settings-devices-body\")}" }
            ul { class: "fi-plain-list",
                for device in devices {
                    li { key: "{device.id}", Device { device } }
                }
            }
        }
    }
}

#[component]
fn Device(device: SignedInDevice) -> Element {
    let say = use_say();
    let words = use_words();
    let name = if device.name.trim().is_empty() {
        words.say("settings-devices-unnamed")
    } else {
        words.0.isolate(&device.name)
    };
    let time = |at: Timestamp| words.0.instant(at.as_millisecond());
    let times = Args::new().text("since", time(device.since)).text("used", time(device.used));
    let id = device.id.clone();
    rsx! {
        p {
            strong { "{name}" }
            br {}
            {words.with("settings-devices-times", &times)}
        }
        if device.is_this {
            p { class: "fi-muted", "{words.say(\"settings-devices-this\")}" }
        } else {
            Button {
                label: words.with("settings-devices-end", &Args::new().text("name", name.clone())),
                icon: IconName::SignOut,
                weight: Weight::Quiet,
                on_press: move |()| say.that(SessionMsg::AskedToEndDevice(id.clone())),
            }
        }
    }
}

/// The PIN of this device: chosen, changed, taken away; and the app closed at once.
#[component]
fn PinCard() -> Element {
    let model = use_model!(lock);
    let say = use_say();
    let words = use_words();
    let mut is_changing = use_signal(|| false);
    let mut before = use_signal(String::new);
    let mut new = use_signal(String::new);
    let mut again = use_signal(String::new);
    let mut wrong = use_signal(|| None::<PinError>);
    let mut is_other = use_signal(|| false);
    // How often it was changed: the fields are begun anew.
    let mut round = use_signal(|| 0_u32);
    let lock = (*model.lock).clone();
    let done = lock.has_pin;
    use_effect(use_reactive!(|done| {
        let _ = done;
        is_changing.set(false);
        round += 1;
    }));
    let keep = {
        let say = say.clone();
        move |()| {
            is_other.set(new() != again());
            wrong.set(check_new_pin(&new()).err());
            if !is_other() && wrong().is_none() {
                say.that(LockMsg::ChosePin { new: Some(new()), before: before() });
            }
        }
    };
    let remove = {
        let say = say.clone();
        move |()| say.that(LockMsg::ChosePin { new: None, before: before() })
    };
    let refused = lock.refused.map(|why| wording::pin(&words, why));
    let own_error = wrong().map(|why| wording::pin(&words, why));
    let (of_new, of_before) = if lock.has_pin { (own_error, refused) } else { (own_error.or(refused), None) };
    let field = |label: &str, error: Option<String>| FieldText {
        label: words.say(label),
        error,
        ..FieldText::default()
    };
    let other = is_other().then(|| words.say("lock-pin-other"));
    rsx! {
        Card { level: 2, heading: words.say("lock-settings"),
            p { {words.say(if lock.has_pin { "lock-settings-on" } else { "lock-settings-off" })} }
            if is_changing() {
                // A list of one: only in a list does another key make other elements.
                for key in [round()] {
                    div { key: "{key}",
                        if lock.has_pin {
                            TextField { id: "fi-pin-before", text: field("lock-pin-before", of_before.clone()), typing: Typing::PIN, on_input: move |text| before.set(text) }
                        }
                        TextField { id: "fi-pin-new", text: field("lock-pin-new", of_new.clone()), typing: Typing::PIN, on_input: move |text| new.set(text) }
                        TextField { id: "fi-pin-again", text: field("lock-pin-again", other.clone()), typing: Typing::PIN, on_input: move |text| again.set(text) }
                    }
                }
                Button { label: words.say("lock-keep"), weight: Weight::Primary, is_busy: lock.is_busy, on_press: keep }
                if lock.has_pin {
                    Button { label: words.say("lock-remove"), is_busy: lock.is_busy, on_press: remove }
                }
            } else {
                Button {
                    label: words.say(if lock.has_pin { "lock-change" } else { "lock-choose" }),
                    on_press: move |()| is_changing.set(true),
                }
                if lock.has_pin {
                    Button { label: words.say("lock-now"), on_press: move |()| say.that(LockMsg::AskedToLock) }
                }
            }
        }
    }
}
