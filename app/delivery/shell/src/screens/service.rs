//! The guide of one service: who, for whom, what with, how long, what it costs; and the way in.

use dioxus::prelude::*;
use fingertip_headless::Msg;
use fingertip_locale::Args;
use fingertip_standard::ServiceId;
use fingertip_ui::components::{BarAction, Button, EmptyState, IconName, Notice, Tone, TopBar, Weight};

use crate::{
    route::Route,
    state::{Words, department_name, use_model, use_say},
    wording,
};

#[component]
pub(crate) fn Service(id: String) -> Element {
    let model = use_model();
    let say = use_say();
    let words = Words::of(&model);
    let navigator = use_navigator();
    let back =
        BarAction { label: words.say("shell-back"), icon: IconName::Back, on_press: EventHandler::new(move |()| navigator.go_back()) };
    let service = ServiceId::new(id).ok().and_then(|id| model.catalogue.ready()?.service(&id).cloned());
    let Some(service) = service else {
        return rsx! {
            TopBar { title: words.say("services-title"), back }
            h1 { class: "fi-visually-hidden", "{words.say(\"services-gone\")}" }
            EmptyState { icon: IconName::Services, title: words.say("services-gone") }
        };
    };
    let department = model.catalogue.ready().and_then(|catalogue| catalogue.department(&service.department)).cloned();
    let fact = |label: &str, value: String| {
        rsx! {
            if !value.is_empty() {
                div { class: "fi-facts__item",
                    dt { {words.say(label)} }
                    dd { "{value}" }
                }
            }
        }
    };
    let days = service
        .promised_days
        .or(service.statutory_days)
        .map(|days| words.with("format-days", &Args::new().number("days", days)))
        .unwrap_or_default();
    let has_mini_app = service.mini_app.is_some();
    let open = service.id.clone();
    rsx! {
        TopBar { title: words.say(wording::theme(service.theme)), subtitle: department_name(&model, &words, &service.department), back }
        h1 { {words.pick(&service.name)} }
        if !service.summary.is_empty() {
            p { class: "fi-lead", {words.pick(&service.summary)} }
        }
        if has_mini_app {
            Button {
                label: words.say("service-start"),
                weight: Weight::Primary,
                is_wide: true,
                "data-action": "open-service",
                on_press: move |()| {
                    // The search that led here is done: home is home again.
                    say(Msg::TypedSearch(String::new()));
                    say(Msg::OpenedService(open.clone()));
                    navigator.push(Route::MiniApp {});
                },
            }
        } else {
            Notice { tone: Tone::Information, tone_label: words.say("tone-information"), {words.say("service-not-online")} }
        }
        dl { class: "fi-facts",
            {fact("service-conditions", words.pick(&service.conditions))}
            {fact("service-days", days)}
            {fact("service-fee", words.pick(&service.fee))}
            {fact("service-phone", department.and_then(|department| department.phone).unwrap_or_default())}
        }
        Button {
            label: words.with("service-more-of", &Args::new().text("department", department_name(&model, &words, &service.department))),
            icon: IconName::Services,
            is_wide: true,
            on_press: {
                let id = service.department.to_string();
                move |()| drop(navigator.push(Route::Department { id: id.clone() }))
            },
        }
        if !service.documents.is_empty() {
            h2 { "{words.say(\"service-documents\")}" }
            ul {
                for document in service.documents.iter() {
                    li { {words.pick(document)} }
                }
            }
        }
    }
}
