//! What whoever runs the platform has switched off, and what a person does then.

use dioxus::prelude::*;
use fingertip_contract::{
    Outage,
    api::{AppState, Screen},
};
use fingertip_locale::Args;
use fingertip_ui::components::{Notice, Tone};
use jiff::Timestamp;

use crate::state::{use_model, use_words};

/// That nothing can be done online now, or that the app is old. On every screen; that a newer one is there, on home alone.
#[component]
pub(crate) fn AppSwitched(is_home: bool) -> Element {
    let model = use_model!(switches);
    let words = use_words();
    match model.app_state(Timestamp::now()) {
        AppState::Unavailable(outage) => rsx! {
            Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), title: words.say("fault-app-unavailable"), is_announced: true,
                Why { outage: outage.clone() }
                p { {words.say("switch-kept")} }
            }
        },
        AppState::UpdateNeeded => rsx! {
            Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), title: words.say("fault-update-needed"), is_announced: true,
                p { {words.say("switch-update-needed")} }
                Update {}
            }
        },
        AppState::UpdateAdvised if is_home => rsx! {
            Notice { tone: Tone::Information, tone_label: words.say("tone-information"), title: words.say("switch-update-advised"),
                Update {}
            }
        },
        AppState::UpdateAdvised | AppState::Fine => rsx! {},
    }
}

/// Where a newer app is had. Nothing but an encrypted address is opened.
#[component]
fn Update() -> Element {
    let model = use_model!(switches);
    let words = use_words();
    let url = model.switches.app.update_url.as_ref().filter(|url| url.starts_with("https://"));
    rsx! {
        if let Some(url) = url {
            a { class: "fi-button", "data-weight": "secondary", href: "{url}", target: "_blank", rel: "noreferrer", {words.say("switch-update")} }
        }
    }
}

/// A screen, unless it is switched off. What the device holds of the person's own stays on it, below the reason.
#[component]
pub(crate) fn Switched(screen: Option<Screen>, children: Element) -> Element {
    let model = use_model!(switches);
    let words = use_words();
    let now = Timestamp::now();
    let Some((screen, outage)) =
        screen.and_then(|screen| Some((screen, model.switches.screen(screen, now)?)))
    else {
        return children;
    };
    let title = words.say("switch-screen");
    rsx! {
        if !screen.has_own() {
            h1 { class: "fi-visually-hidden", "{title}" }
        }
        Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), title, is_announced: true,
            Why { outage: outage.clone() }
        }
        if screen.has_own() {
            {children}
        }
    }
}

/// Why something is out of order, and until when.
#[component]
pub(crate) fn Why(outage: Outage) -> Element {
    let words = use_words();
    let until = outage.until.map(|until| {
        words.with("service-outage-until", &Args::new().text("time", words.0.instant(until.as_millisecond())))
    });
    rsx! {
        p { {words.pick(&outage.reason)} }
        p { {until.unwrap_or_else(|| words.say("service-outage-open"))} }
    }
}
