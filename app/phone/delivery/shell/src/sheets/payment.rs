//! Paying: the shell's own sheet; a mini-app only names the bill.

use std::sync::Arc;

use dioxus::prelude::*;
use fingertip_core::{MiniAppMsg, OpenMiniApp, SheetId};
use fingertip_locale::Args;
use fingertip_standard::{DepartmentId, requests::Payment as Bill, words::Entry};
use fingertip_ui::components::{Button, Notice, Sheet, Tone, Weight};

use super::CloseService;
use crate::state::{department_name, region_names, use_model, use_say, use_words};

#[component]
pub(super) fn Payment(id: SheetId, payment: Bill, entries: Vec<Entry>) -> Element {
    let model = use_model!(catalogue, open);
    let say = use_say();
    let words = use_words();
    let open = model.open.as_ref();
    let department =
        open.map(|open| department_name(&model, &words, &open.place().department)).unwrap_or_default();
    let purpose = open
        .and_then(OpenMiniApp::running)
        .map(|own| own.words_of(Arc::from(entries), words.0.clone(), region_names(&model)))
        .map(|own| own.text(payment.purpose))
        .unwrap_or_default();
    // A payee that is a department is called by its name.
    let payee = DepartmentId::new(payment.payee.as_str())
        .map_or_else(|_| payment.payee.as_str().into(), |id| department_name(&model, &words, &id));
    // Whose the mini-app is was verified; whom it names to be paid was not.
    let is_foreign = open.is_none_or(|open| open.place().department.as_str() != payment.payee);
    let foreign = words.with("sheet-payment-foreign", &Args::new().text("department", department.clone()));
    let total = words.0.money(&payment.total);
    let (pay, decline, close) = (say.clone(), say.clone(), say);
    rsx! {
        Sheet {
            id: "fi-sheet-payment",
            title: words.say("sheet-payment-title"),
            close_label: words.say("sheet-payment-decline"),
            on_close: move |()| close.that(MiniAppMsg::AnsweredSheet { sheet: id, has_agreed: false }),
            seal: department,
            actions: rsx! {
                Button {
                    label: words.with("sheet-payment-pay", &Args::new().text("total", total.clone())),
                    weight: Weight::Primary,
                    is_wide: true,
                    on_press: move |()| pay.that(MiniAppMsg::AnsweredSheet { sheet: id, has_agreed: true }),
                }
                Button { label: words.say("sheet-payment-decline"), is_wide: true, on_press: move |()| decline.that(MiniAppMsg::AnsweredSheet { sheet: id, has_agreed: false }) }
                CloseService {}
            },
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
