//! Showing anew who one is, before something grave is done.

use dioxus::prelude::*;
use fingertip_contract::api::IdentityProvider;
use fingertip_core::{GraveAct, Proving, SessionMsg, ShownFault};
use fingertip_ui::components::{Button, IconName, Notice, Sheet, Status, TextLink, Tone, Weight};

use super::providers::Providers;
use crate::{
    state::{use_model, use_say, use_words},
    wording,
};

#[component]
pub(super) fn StepUp(act: GraveAct, proving: Proving, fault: Option<ShownFault>) -> Element {
    let model = use_model!(providers);
    let say = use_say();
    let words = use_words();
    let (begin, cancel) = (say.clone(), say.clone());
    let why = match act {
        GraveAct::Agree(_) => "sheet-step-up-agree",
        GraveAct::Present(_) => "presentation-step-up",
        GraveAct::Export | GraveAct::Copy => "sheet-step-up-export",
        GraveAct::Stay => "sheet-step-up-stay",
        GraveAct::Reach(_) => "sheet-step-up-reach",
    };
    let reaching: Vec<IdentityProvider> = match act {
        GraveAct::Reach(level) => model.providers.iter().filter(|one| one.reaches(level)).cloned().collect(),
        GraveAct::Agree(_) | GraveAct::Present(_) | GraveAct::Export | GraveAct::Copy | GraveAct::Stay => {
            Vec::new()
        }
    };
    let (choose, has_choice) = (say.clone(), reaching.len() > 1);
    let waits = proving != Proving::Waits;
    let said = match &proving {
        Proving::Waits => String::new(),
        Proving::Begins => words.say("sheet-sign-in-finding"),
        Proving::At(_) => words.say("sheet-sign-in-waiting"),
    };
    rsx! {
        Sheet {
            id: "fi-sheet-step-up",
            title: words.say("sheet-step-up-title"),
            close_label: words.say("sheet-step-up-cancel"),
            on_close: move |()| cancel.that(SessionMsg::CancelledProof),
            actions: rsx! {
                match proving.clone() {
                    Proving::Waits if has_choice => rsx! {},
                    Proving::Waits => rsx! {
                        Button { label: words.say("sheet-sign-in-open"), weight: Weight::Primary, icon: IconName::SignIn, is_wide: true, on_press: move |()| begin.that(SessionMsg::AskedToProve) }
                    },
                    Proving::At(url) => rsx! {
                        a { class: "fi-button", "data-weight": "primary", "data-wide": "true", href: "{url}", target: "_blank", rel: "noreferrer", "{words.say(\"sheet-sign-in-open\")}" }
                    },
                    Proving::Begins => rsx! {},
                }
            },
            if let Some(fault) = fault {
                Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), is_announced: true, {wording::fault(&words, &fault)} }
            }
            p { "{words.say(why)}" }
            if has_choice && !waits {
                Providers {
                    providers: reaching,
                    on_choose: move |issuer| choose.that(SessionMsg::AskedToProveAt(issuer)),
                }
            }
            Status { text: said }
            if waits {
                TextLink { label: words.say("sheet-sign-in-again"), on_press: move |()| say.that(SessionMsg::AskedToProve) }
            }
        }
    }
}
