//! Going where a mini-app wants the person to go: to another one, or to a page of the web.

use dioxus::prelude::*;
use fingertip_core::{Destination, MiniAppMsg, SheetId};
use fingertip_locale::Args;
use fingertip_ui::components::{Button, Sheet, Weight};

use super::{CloseService, asking::Facts};
use crate::state::{Surface, department_name, mini_app_name, use_model, use_say, use_words};

#[component]
pub(super) fn Open(id: SheetId, destination: Destination) -> Element {
    let model = use_model!(catalogue, open);
    let say = use_say();
    let words = use_words();
    let is_browser = use_context::<Surface>().is_browser;
    let asks = model.open.as_ref().map(|open| mini_app_name(&model, &words, open)).unwrap_or_default();
    let seal = model
        .open
        .as_ref()
        .map(|open| department_name(&model, &words, &open.place().department))
        .unwrap_or_default();
    let (title, body, facts) = match &destination {
        Destination::MiniApp { department, service, address } => {
            let service = model
                .catalogue
                .ready()
                .and_then(|catalogue| catalogue.service(service))
                .map(|service| words.name(&service.name, service.id.as_str()));
            let mut facts = vec![
                ("sheet-open-service", service.unwrap_or_default()),
                ("sheet-open-department", department_name(&model, &words, department)),
            ];
            // What is handed over, word for word.
            let told: Vec<_> =
                address.params.iter().map(|(name, value)| format!("{name}: {value}")).collect();
            if !told.is_empty() {
                facts.push(("sheet-open-told", told.join("\n").into()));
            }
            ("sheet-open-title", "sheet-open-body", facts)
        }
        // The host as it is sent over the network: a name that only looks like another shows what it is made of.
        Destination::Web(url) => (
            "sheet-open-web-title",
            "sheet-open-web-body",
            vec![
                ("sheet-open-host", url.host_str().unwrap_or_default().into()),
                ("sheet-open-address", url.as_str().into()),
            ],
        ),
    };
    let lines: Vec<_> = facts.into_iter().map(|(label, value)| (words.say(label), vec![value])).collect();
    // A tester's page cannot open the system's browser: there the button is a link of the page itself.
    let page = match &destination {
        Destination::Web(url) if is_browser => Some(url.to_string()),
        _ => None,
    };
    let (go, stay, close) = (say.clone(), say.clone(), say);
    rsx! {
        Sheet {
            id: "fi-sheet-open",
            title: words.say(title),
            close_label: words.say("sheet-open-stay"),
            on_close: move |()| close.that(MiniAppMsg::AnsweredSheet { sheet: id, has_agreed: false }),
            seal,
            actions: rsx! {
                if let Some(page) = page {
                    a {
                        class: "fi-button", "data-weight": "primary", "data-wide": "true", href: "{page}", target: "_blank", rel: "noreferrer",
                        onclick: move |_| go.that(MiniAppMsg::AnsweredSheet { sheet: id, has_agreed: true }),
                        "{words.say(\"sheet-open-go\")}"
                    }
                } else {
                    Button { label: words.say("sheet-open-go"), weight: Weight::Primary, is_wide: true, on_press: move |()| go.that(MiniAppMsg::AnsweredSheet { sheet: id, has_agreed: true }) }
                }
                CloseService {}
                Button { label: words.say("sheet-open-stay"), is_wide: true, on_press: move |()| stay.that(MiniAppMsg::AnsweredSheet { sheet: id, has_agreed: false }) }
            },
            p { {words.with(body, &Args::new().text("app", asks))} }
            Facts { lines }
        }
    }
}
