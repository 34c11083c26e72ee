//! Signing in.

use dioxus::prelude::*;
use fingertip_core::{SessionMsg, SessionState, ShownFault};
use fingertip_ui::components::{Button, IconName, Notice, Sheet, Status, TextLink, Tone, Weight};

use super::providers::Providers;
use crate::{
    state::{use_model, use_say, use_words},
    wording,
};

#[component]
pub(super) fn SignIn(fault: Option<ShownFault>) -> Element {
    let model = use_model!(session, providers);
    let say = use_say();
    let words = use_words();
    let has_ended = matches!(*model.session, SessionState::SignedOut { has_ended: true });
    let (begin, cancel) = (say.clone(), say.clone());
    let (choose, has_choice) = (say.clone(), model.providers.len() > 1);
    let waiting = match &*model.session {
        SessionState::SigningIn(url) => Some(url.clone()),
        SessionState::SignedOut { .. } | SessionState::SignedIn(_) => None,
    };
    let said = match &waiting {
        None => String::new(),
        Some(None) => words.say("sheet-sign-in-finding"),
        Some(Some(_)) => words.say("sheet-sign-in-waiting"),
    };
    rsx! {
        Sheet {
            id: "fi-sheet-sign-in",
            title: words.say("sheet-sign-in-title"),
            close_label: words.say("sheet-sign-in-later"),
            on_close: move |()| cancel.that(SessionMsg::CancelledSignIn),
            actions: rsx! {
                match waiting.clone() {
                    None if has_choice => rsx! {},
                    None => rsx! {
                        Button { label: words.say("sheet-sign-in-begin"), weight: Weight::Primary, icon: IconName::SignIn, is_wide: true, on_press: move |()| begin.that(SessionMsg::AskedToSignIn) }
                    },
                    Some(Some(url)) => rsx! {
                        a { class: "fi-button", "data-weight": "primary", "data-wide": "true", href: "{url}", target: "_blank", rel: "noreferrer", "{words.say(\"sheet-sign-in-open\")}" }
                    },
                    Some(None) => rsx! {},
                }
            },
            if has_ended {
                Notice { tone: Tone::Information, tone_label: words.say("tone-information"), "{words.say(\"sheet-sign-in-ended\")}" }
            }
            if let Some(fault) = fault {
                Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), is_announced: true, {wording::fault(&words, &fault)} }
            }
            if has_choice && waiting.is_none() {
                p { "{words.say(\"sheet-sign-in-choice\")}" }
                Providers {
                    providers: model.providers.to_vec(),
                    on_choose: move |issuer| choose.that(SessionMsg::AskedToSignInAt(issuer)),
                }
            } else {
                p { "{words.say(\"sheet-sign-in-body\")}" }
            }
            Status { text: said }
            if waiting.is_some() {
                TextLink { label: words.say("sheet-sign-in-again"), on_press: move |()| say.that(SessionMsg::AskedToSignIn) }
            }
        }
    }
}
