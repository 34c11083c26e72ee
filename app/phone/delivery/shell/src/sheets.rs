//! The decisions that only the person can take, drawn by the shell alone, so that no mini-app can fake one.

mod asking;
mod change;
mod consent;
mod documents;
mod hand_in;
mod open;
mod payment;
mod present;
mod providers;
mod region;
mod remind;
mod scan;
mod session_ends;
mod share;
mod sign;
mod sign_in;
mod step_up;

use dioxus::prelude::*;
use fingertip_core::{MiniAppMsg, Sheet as Waiting, SheetId};
use fingertip_ui::components::{Button, Weight};

use crate::{
    route::Route,
    state::{use_model, use_say, use_words},
};
use change::Change;
use consent::Consent;
use documents::{Documents, Offer};
use hand_in::HandIn;
use open::Open;
use payment::Payment;
use present::Present;
use region::Region;
use remind::Remind;
use scan::Scan;
use session_ends::SessionEnds;
use share::Share;
use sign::Sign;
use sign_in::SignIn;
use step_up::StepUp;

/// The first decision that waits.
#[component]
pub(crate) fn Sheets() -> Element {
    let model = use_model!(sheets);
    // A list of at most one, by its name: the next one is drawn anew and takes no press that was meant for the last.
    let (first, step_up, ends, key) = ("sign-in", "step-up", "session-ends", |id: &SheetId| id.0);
    rsx! {
        for sheet in model.sheets.first().cloned() {
            match sheet {
                Waiting::SignIn { fault } => rsx! { SignIn { key: "{first}", fault } },
                Waiting::StepUp { act, proving, fault } => rsx! { StepUp { key: "{step_up}", act, proving, fault } },
                Waiting::SessionEnds { limit, seconds } => rsx! { SessionEnds { key: "{ends}", limit, seconds } },
                Waiting::Present { number, presenting, .. } => rsx! { Present { key: "present-{number}", number, presenting } },
                Waiting::Consent { id, question, values } => rsx! { Consent { key: "{key(&id)}", id, question, values } },
                Waiting::Region { id, question, region } => rsx! { Region { key: "{key(&id)}", id, question, region } },
                Waiting::Documents { id, papers } => rsx! { Documents { key: "{key(&id)}", id, papers } },
                Waiting::Offer { id, paper } => rsx! { Offer { key: "{key(&id)}", id, paper } },
                Waiting::Change { id, call } => rsx! { Change { key: "{key(&id)}", id, call } },
                Waiting::Sign { id, text } => rsx! { Sign { key: "{key(&id)}", id, text } },
                Waiting::Open { id, destination } => rsx! { Open { key: "{key(&id)}", id, destination } },
                Waiting::HandIn { id, draft, claims, files } => rsx! { HandIn { key: "{key(&id)}", id, draft: *draft, claims, files } },
                Waiting::Share { id, text } => rsx! { Share { key: "{key(&id)}", id, text } },
                Waiting::Remind { id, reminder } => rsx! { Remind { key: "{key(&id)}", id, reminder } },
                Waiting::Scan { id, scanning } => rsx! { Scan { key: "{key(&id)}", id, scanning } },
                Waiting::Payment { id, payment, words } => rsx! { Payment { key: "{key(&id)}", id, payment, entries: words.to_vec() } },
            }
        }
    }
}

/// The way out of a mini-app that asks for too much.
#[component]
fn CloseService() -> Element {
    let say = use_say();
    let words = use_words();
    let navigator = use_navigator();
    rsx! {
        Button {
            label: words.say("sheet-close-service"),
            weight: Weight::Quiet,
            is_wide: true,
            "data-action": "close-service",
            on_press: move |()| {
                say.that(MiniAppMsg::ClosedMiniApp);
                navigator.push(Route::Home {});
            },
        }
    }
}
