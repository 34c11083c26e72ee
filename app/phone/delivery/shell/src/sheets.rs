//! The decisions that only the person can take, drawn by the shell alone, so that no mini-app can fake one.

mod consent;
mod open;
mod payment;
mod sign_in;

use dioxus::prelude::*;
use fingertip_core::Sheet as Waiting;

use crate::state::use_model;
use consent::Consent;
use open::Open;
use payment::Payment;
use sign_in::SignIn;

/// The first decision that waits.
#[component]
pub(crate) fn Sheets() -> Element {
    let model = use_model!(sheets);
    match model.sheets.first() {
        Some(Waiting::SignIn { fault }) => rsx! { SignIn { fault: fault.clone() } },
        Some(Waiting::Consent { id, question, values }) => {
            rsx! { Consent { id: *id, question: question.clone(), values: values.clone() } }
        }
        Some(Waiting::Open { id, destination }) => {
            rsx! { Open { id: *id, destination: destination.clone() } }
        }
        Some(Waiting::Payment { id, payment, words }) => {
            rsx! { Payment { id: *id, payment: payment.clone(), entries: words.to_vec() } }
        }
        None => rsx! {},
    }
}
