//! What the person paid, with the receipts.

use dioxus::prelude::*;
use fingertip_ui::{
    Said,
    components::{Button, CopyButton, EmptyState, IconName, List, ListRow},
};

use super::{Back, Call, fact_lines, missing::Missing};
use crate::{
    print::{can_print, print_page},
    route::Route,
    state::{Surface, department_name, payee_name, use_model, use_words},
};

#[component]
pub(crate) fn Payments() -> Element {
    let model = use_model!(catalogue, payments);
    let words = use_words();
    let navigator = use_navigator();
    rsx! {
        Back { title: words.say("records-title") }
        h1 { "{words.say(\"payments-title\")}" }
        if model.payments.is_empty() {
            EmptyState { icon: IconName::Receipt, title: words.say("payments-none"), body: words.say("payments-none-body") }
        } else {
            List { label: words.say("payments-title"),
                for paid in model.payments.iter() {
                    ListRow {
                        key: "{paid.id}",
                        title: payee_name(&model, &words, &paid.payee),
                        detail: words.0.instant(paid.at.as_millisecond()),
                        value: words.0.money(&paid.total()),
                        icon: IconName::Receipt,
                        on_press: {
                            let id = paid.id.clone();
                            move |()| drop(navigator.push(Route::Payment { id: id.clone() }))
                        },
                    }
                }
            }
        }
    }
}

/// One payment: its receipt.
#[component]
pub(crate) fn Payment(id: String) -> Element {
    let model = use_model!(catalogue, payments);
    let words = use_words();
    let surface = use_context::<Surface>();
    let Some(paid) = model.payments.iter().find(|paid| paid.id == id) else {
        return rsx! {
            Missing { back: words.say("payments-title"), icon: IconName::Receipt, gone: words.say("payments-gone") }
        };
    };
    let is_browser = surface.is_browser;
    let facts: [(&'static str, Said); 6] = [
        ("payments-amount", words.0.money(&paid.total()).into()),
        ("sheet-payment-payee", payee_name(&model, &words, &paid.payee)),
        ("payments-at", words.0.instant(paid.at.as_millisecond()).into()),
        ("payments-through", department_name(&model, &words, &paid.department)),
        ("payments-bill", words.0.isolate(&paid.bill_reference).into()),
        ("payments-number", words.0.isolate(&paid.id).into()),
    ];
    rsx! {
        Back { title: words.say("payments-title") }
        h1 { "{words.say(\"payments-receipt\")}" }
        {fact_lines(&words, facts)}
        div { class: "fi-stack",
            CopyButton {
                text: paid.id.clone(),
                labels: words.copy_labels("payments-copy"),
            }
            if can_print(is_browser) {
                Button { label: words.say("payments-print"), icon: IconName::Download, is_wide: true, on_press: move |()| print_page(is_browser) }
            }
            Call { department: paid.department.clone() }
        }
    }
}
