//! The person's cases.

use dioxus::prelude::*;
use fingertip_core::{CasesMsg, SessionMsg};
use fingertip_locale::Args;
use fingertip_ui::components::{Button, EmptyState, IconName, List, Notice, Tone, Weight};

use super::{Head, case_row};
use crate::state::{use_model, use_say, use_words};

#[component]
pub(crate) fn Cases() -> Element {
    let model = use_model!(session, cases, waiting);
    let say = use_say();
    let words = use_words();
    let looked = say.clone();
    use_effect(move || looked.that(CasesMsg::LookedAtCases));
    let as_of = model.cases.first().map(|case| {
        words.with("records-as-of", &Args::new().text("time", words.0.instant(case.as_of.as_millisecond())))
    });
    rsx! {
        Head { title: words.say("cases-title") }
        if model.waiting > 0 {
            Notice { tone: Tone::Information, tone_label: words.say("tone-information"),
                {words.with("cases-waiting", &Args::new().number("count", u32::try_from(model.waiting).unwrap_or(u32::MAX)))}
            }
        }
        if model.cases.is_empty() {
            EmptyState { icon: IconName::Cases, title: words.say("home-cases-empty"), body: words.say("home-cases-empty-body"),
                if model.signed_in().is_none() {
                    Button { label: words.say("sheet-sign-in-begin"), weight: Weight::Primary, on_press: move |()| say.that(SessionMsg::AskedToSignIn) }
                }
            }
        } else {
            CaseList {}
            p { class: "fi-muted", {as_of.unwrap_or_default()} }
        }
    }
}

/// Every case; beside an open one where there is room.
#[component]
pub(crate) fn CaseList() -> Element {
    let model = use_model!(catalogue, cases);
    let words = use_words();
    let navigator = use_navigator();
    rsx! {
        List { label: words.say("cases-title"),
            for case in model.cases.iter() {
                {case_row(&model, &words, case, navigator)}
            }
        }
    }
}
