//! A session that ends soon: its person stays with one press.

use dioxus::prelude::*;
use fingertip_core::{Limit, SessionMsg};
use fingertip_locale::Args;
use fingertip_ui::components::{Button, Sheet, Weight};

use crate::state::{use_say, use_words};

#[component]
pub(super) fn SessionEnds(limit: Limit, seconds: i64) -> Element {
    let say = use_say();
    let words = use_words();
    let (stay, leave) = (say.clone(), say.clone());
    let why = match limit {
        Limit::Idle => "sheet-session-ends-idle",
        Limit::Most => "sheet-session-ends-most",
    };
    let seconds = u32::try_from(seconds).unwrap_or_default();
    rsx! {
        Sheet {
            id: "fi-sheet-session-ends",
            title: words.say("sheet-session-ends-title"),
            close_label: words.say("sheet-session-ends-stay"),
            on_close: move |()| say.that(SessionMsg::AskedToStay),
            actions: rsx! {
                Button { label: words.say("sheet-session-ends-stay"), weight: Weight::Primary, is_wide: true, on_press: move |()| stay.that(SessionMsg::AskedToStay) }
                Button { label: words.say("sheet-session-ends-leave"), weight: Weight::Quiet, is_wide: true, on_press: move |()| leave.that(SessionMsg::AskedToSignOut) }
            },
            // Read out when the sheet comes up, and not at each step: whoever listens would hear nothing else.
            p { {words.with(why, &Args::new().number("seconds", seconds))} }
            p { "{words.say(\"sheet-session-ends-kept\")}" }
        }
    }
}
