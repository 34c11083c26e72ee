//! Named on every screen, above what is shown there, mini-apps too: for whom the person acts now, and the way back to themselves.

use dioxus::prelude::*;
use fingertip_core::FamilyMsg;
use fingertip_locale::Args;
use fingertip_ui::components::{Button, Notice, Tone};

use crate::{
    route::Route,
    state::{use_model, use_say, use_words},
};

/// It appears once and stays as the screens change below it: so it is announced once.
#[component]
pub(crate) fn ActingBanner() -> Element {
    let model = use_model!(acting_for);
    let say = use_say();
    let words = use_words();
    let route = use_route::<Route>();
    let navigator = use_navigator();
    let Some(acting) = model.acting_for.as_ref() else { return rsx! {} };
    rsx! {
        Notice {
            tone: Tone::Warning,
            tone_label: words.say("acting-label"),
            title: words.with("acting-for", &Args::new().text("name", words.0.isolate(&acting.name))),
            is_announced: true,
            Button {
                label: words.say("acting-stop"),
                "data-action": "stop-acting",
                on_press: move |()| {
                    say.that(FamilyMsg::StoppedActing);
                    // What was open there was the other's, and is closed.
                    if matches!(route, Route::MiniApp {}) {
                        navigator.push(Route::Home {});
                    }
                },
            }
        }
    }
}
