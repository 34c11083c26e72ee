//! Paying: the shell's own sheet; a mini-app only names the bill.

use std::sync::Arc;

use dioxus::prelude::*;
use fingertip_core::{OpenMiniApp, SheetId};
use fingertip_locale::Args;
use fingertip_standard::{requests::Payment as Bill, words::Entry};
use fingertip_ui::components::{Notice, Tone};

use super::asking::Asking;
use crate::state::{department_name, payee_name, use_model, use_words};

#[component]
pub(super) fn Payment(id: SheetId, payment: Bill, entries: Vec<Entry>) -> Element {
    let model = use_model!(catalogue, open);
    let words = use_words();
    let open = model.open.as_ref();
    let department =
        open.map(|open| department_name(&model, &words, &open.place().department)).unwrap_or_default();
    let purpose = open
        .and_then(OpenMiniApp::running)
        .map(|own| own.words_of(Arc::from(entries), words.0.clone(), model.region_names()))
        .map(|own| own.text(payment.purpose))
        .unwrap_or_default();
    let payee = payee_name(&model, &words, &payment.payee);
    // Whose the mini-app is was verified; whom it names to be paid was not.
    let is_foreign = open.is_none_or(|open| open.place().department.as_str() != payment.payee);
    let foreign = words.with("sheet-payment-foreign", &Args::new().text("department", department));
    let total = words.0.money(&payment.total);
    rsx! {
        Asking {
            id,
            about: "payment",
            title: words.say("sheet-payment-title"),
            agree: words.with("sheet-payment-pay", &Args::new().text("total", total.clone())),
            decline: words.say("sheet-payment-decline"),
            if is_foreign {
                Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), p { {foreign} } }
            }
            dl { class: "fi-facts",
                div { class: "fi-facts__item",
                    dt { "{words.say(\"sheet-payment-payee\")}" }
                    dd { bdi { {payee} } }
                }
                div { class: "fi-facts__item",
                    dt { "{words.say(\"sheet-payment-purpose\")}" }
                    dd { "{purpose}" }
                }
                div { class: "fi-facts__item",
                    dt { "{words.say(\"sheet-payment-total\")}" }
                    dd { strong { "{total}" } }
                }
            }
            p { "{words.say(\"sheet-payment-body\")}" }
        }
    }
}
