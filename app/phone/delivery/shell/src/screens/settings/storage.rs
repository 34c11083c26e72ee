//! What is kept on this device, and taking one's data along, or away.

use dioxus::prelude::*;
use fingertip_core::StorageMsg;
use fingertip_locale::Args;
use fingertip_ui::components::{Button, IconName, List, ListRow, Notice, Tone, Weight};

use super::{Setting, copies::Copies};
use crate::state::{use_model, use_say, use_words};

#[component]
pub(crate) fn StorageSettings() -> Element {
    let words = use_words();
    rsx! {
        Setting { title: words.say("settings-storage"),
            Kept {}
            Copies {}
            MyData {}
        }
    }
}

/// How much there is, and room from what is made again when needed.
#[component]
fn Kept() -> Element {
    let model = use_model!(storage);
    let say = use_say();
    let words = use_words();
    let looked = say.clone();
    use_effect(move || looked.that(StorageMsg::LookedAtStorage));
    let storage = model.storage.unwrap_or_default();
    let rows = [
        ("storage-records", "storage-records-detail", storage.records),
        ("storage-mini-apps", "storage-mini-apps-detail", storage.mini_apps),
        ("storage-prepared", "storage-prepared-detail", storage.prepared),
    ];
    rsx! {
        List { label: words.say("storage-kept"),
            for (title, detail, bytes) in rows {
                ListRow { key: "{title}", title: words.say(title), detail: words.say(detail), value: words.0.size(bytes) }
            }
        }
        Button {
            label: words.say("storage-free"),
            is_wide: true,
            is_disabled: storage.prepared == 0,
            on_press: move |()| say.that(StorageMsg::AskedToFreeSpace),
        }
    }
}

/// Taken along, or taken off this device; what cannot be undone asks once more, and says what is lost.
#[component]
fn MyData() -> Element {
    let model = use_model!(is_deleting, outbox);
    let say = use_say();
    let words = use_words();
    let mut is_asking = use_signal(|| false);
    let (export, delete) = (say.clone(), say);
    let waiting = u32::try_from(model.waiting()).unwrap_or(u32::MAX);
    rsx! {
        section { aria_labelledby: "fi-my-data",
            h2 { id: "fi-my-data", "{words.say(\"data-title\")}" }
            p { "{words.say(\"data-export-body\")}" }
            Button { label: words.say("data-export"), icon: IconName::Download, is_wide: true, on_press: move |()| export.that(StorageMsg::AskedToExport) }
            if model.is_deleting {
                Notice { tone: Tone::Information, tone_label: words.say("tone-information"), is_announced: true, "{words.say(\"data-deleting\")}" }
            } else if is_asking() {
                Notice { tone: Tone::Urgent, tone_label: words.say("tone-urgent"), title: words.say("data-delete-sure"), is_announced: true,
                    p { "{words.say(\"data-delete-body\")}" }
                    if waiting > 0 {
                        p { strong { {words.with("data-delete-waiting", &Args::new().number("count", waiting))} } }
                    }
                    div { class: "fi-chips",
                        Button { label: words.say("data-delete-keep"), weight: Weight::Primary, on_press: move |()| is_asking.set(false) }
                        Button { label: words.say("data-delete-yes"), weight: Weight::Destructive, on_press: move |()| delete.that(StorageMsg::AskedToDelete) }
                    }
                }
            } else {
                Button { label: words.say("data-delete"), icon: IconName::Remove, weight: Weight::Destructive, is_wide: true, on_press: move |()| is_asking.set(true) }
            }
        }
    }
}
