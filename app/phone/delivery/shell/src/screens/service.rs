//! The guide of one service: who, for whom, what with, how long, what it costs, what it rests on; and the way in.

use dioxus::prelude::*;
use fingertip_contract::{Outage, Service as Offered};
use fingertip_core::{MiniAppMsg, Model, SearchMsg};
use fingertip_locale::Args;
use fingertip_standard::{
    LocalText, ServiceId,
    words::{Decimal, Value},
};
use fingertip_ui::components::{Button, IconName, Notice, Tag, Tone, Weight};
use jiff::Timestamp;

use super::{Back, Call, fact_lines, missing::Missing};
use crate::{
    entering::use_enter,
    route::Route,
    state::{Words, department_name, use_model, use_say, use_words},
    switched::Why,
    wording,
};

/// How many documents stand where there is little room.
const DOCUMENTS: usize = 3;

#[component]
pub(crate) fn Service(id: String) -> Element {
    let model = use_model!(catalogue, ratings, documents);
    let words = use_words();
    let service = ServiceId::new(id).ok().and_then(|id| model.catalogue.ready()?.service(&id).cloned());
    let Some(service) = service else {
        return rsx! {
            Missing { back: words.say("services-title"), icon: IconName::Services, gone: words.say("services-gone") }
        };
    };
    rsx! {
        Back { title: words.say(wording::theme(service.theme)), subtitle: department_name(&model, &words, &service.department) }
        h1 { {words.name(&service.name, service.id.as_str())} }
        if !service.summary.is_empty() {
            p { class: "fi-lead", {words.pick(&service.summary)} }
        }
        WayIn { service: service.clone() }
        {facts(&model, &words, &service)}
        {documents(&model, &words, &service)}
        {legal_basis(&words, &service)}
        Around { service }
    }
}

/// The button that begins, or why there is none and whom to turn to.
#[component]
fn WayIn(service: Offered) -> Element {
    let model = use_model!(preferences, switches);
    let say = use_say();
    let words = use_words();
    let navigator = use_navigator();
    let enter = use_enter();
    // Whoever reads about a service is likely to begin: then it is there at once.
    let (looked, id) = (say.clone(), service.id.clone());
    use_effect(move || looked.that(MiniAppMsg::LookedAtService(id.clone())));
    if let Some(outage) = model.outage(&service, Timestamp::now()) {
        return rsx! { OutOfOrder { outage: outage.clone(), service: service.clone() } };
    }
    if service.mini_app.is_none() {
        return rsx! {
            Notice { tone: Tone::Information, tone_label: words.say("tone-information"), {words.say("service-not-online")} }
            Call { department: service.department }
        };
    }
    rsx! {
        // Said before anything is typed: without a region nothing can be handed in.
        if model.preferences.region.is_none() {
            Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), title: words.say("start-region-title"),
                p { {words.say("service-region-first")} }
                Button {
                    label: words.say("service-region-choose"),
                    icon: IconName::Place,
                    on_press: move |()| drop(navigator.push(Route::Regions {})),
                }
            }
        }
        Button {
            label: words.say("service-start"),
            weight: Weight::Primary,
            is_wide: true,
            "data-action": "open-service",
            on_press: move |()| {
                // The search is done: home is home again.
                say.that(SearchMsg::TypedSearch(String::new()));
                enter.by(MiniAppMsg::OpenedService(service.id.clone()));
            },
        }
    }
}

/// A service that its department has taken off line: why, until when, and who answers for it.
#[component]
fn OutOfOrder(outage: Outage, service: Offered) -> Element {
    let model = use_model!(catalogue);
    let words = use_words();
    let owner = department_name(&model, &words, &service.department);
    rsx! {
        Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), title: words.say("fault-service-outage"),
            Why { outage }
            p { {words.with("fault-owner", &Args::new().text("department", owner))} }
        }
        Call { department: service.department }
    }
}

/// What the guide says in short lines.
fn facts(model: &Model, words: &Words, service: &Offered) -> Element {
    let statutory = service.statutory_days.filter(|_| service.promised_days.is_some());
    let region = model
        .catalogue
        .ready()
        .and_then(|catalogue| catalogue.region(&service.region))
        .map(|region| words.name(&region.name, region.code.as_str()));
    fact_lines(
        words,
        [
            ("service-conditions", words.pick(&service.conditions)),
            ("service-days", days(words, service.promised_days.or(service.statutory_days)).into()),
            ("service-days-statutory", days(words, statutory).into()),
            ("service-fee", words.pick(&service.fee)),
            ("service-result", words.pick(&service.item.result)),
            ("service-region", region.unwrap_or_default()),
            ("service-rating", rating(model, words, &service.id).into()),
        ],
    )
}

/// The same where there is little room, with the first documents asked for.
pub(super) fn short_facts(words: &Words, service: &Offered) -> Element {
    let asked = service.documents.iter().map(|document| words.pick(document).to_string());
    let more = service.documents.len().saturating_sub(DOCUMENTS);
    let more = (more > 0).then(|| {
        let more = u32::try_from(more).unwrap_or(u32::MAX);
        words.with("service-documents-more", &Args::new().number("count", more))
    });
    let documents: Vec<String> = asked.take(DOCUMENTS).chain(more).collect();
    fact_lines(
        words,
        [
            ("service-conditions", words.pick(&service.conditions)),
            ("service-documents", words.list(documents.into_iter()).into()),
            ("service-days", days(words, service.promised_days.or(service.statutory_days)).into()),
            ("service-fee", words.pick(&service.fee)),
        ],
    )
}

fn days(words: &Words, days: Option<u16>) -> String {
    days.map(|days| words.with("format-working-days", &Args::new().number("days", days))).unwrap_or_default()
}

/// What people think of it, in words; few ratings are none.
fn rating(model: &Model, words: &Words, service: &ServiceId) -> String {
    let rated = model.ratings.iter().find(|rating| rating.service == *service);
    match rated.and_then(|rating| Some((rating.tenths()?, rating.count))) {
        Some((tenths, count)) => {
            let score = words.0.value(&Value::Decimal(Decimal { digits: i64::from(tenths), scale: 1 }));
            words.with("service-rated", &Args::new().text("score", score).number("count", count))
        }
        None => words.say("service-rated-none"),
    }
}

/// The documents asked for, and who issues each. Those that the person has on this device need not be looked for, and those that the
/// department fetches itself not be brought.
fn documents(model: &Model, words: &Words, service: &Offered) -> Element {
    let is_here = |asked: &LocalText| {
        model.documents.iter().any(|kept| {
            let own = &kept.document.title;
            own.0.iter().any(|(tag, text)| asked.0.get(tag).is_some_and(|asked| asked.trim() == text.trim()))
        })
    };
    let material = |asked: &LocalText| service.item.materials.iter().find(|material| material.name == *asked);
    rsx! {
        section { aria_labelledby: "fi-service-documents",
            h2 { id: "fi-service-documents", "{words.say(\"service-documents\")}" }
            if service.documents.is_empty() {
                p { "{words.say(\"service-documents-none\")}" }
            } else {
                ul { class: "fi-plain-list",
                    for (index, document) in service.documents.iter().enumerate() {
                        li { key: "{index}",
                            div {
                                p { {words.pick(document)} }
                                if let Some(material) = material(document).filter(|material| !material.issuer.is_empty()) {
                                    p { class: "fi-muted", {words.with_pick("service-document-issuer", "issuer", &material.issuer)} }
                                }
                            }
                            if is_here(document) {
                                Tag { label: words.say("service-document-here"), tone: Tone::Success, icon: IconName::Check }
                            } else if material(document).is_some_and(|material| material.is_fetchable) {
                                Tag { label: words.say("service-document-fetched"), tone: Tone::Information, icon: IconName::Department }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn legal_basis(words: &Words, service: &Offered) -> Element {
    // Only a page of the secure web is a link: the catalogue comes from outside.
    let address = |url: &Option<String>| url.clone().filter(|url| url.starts_with("https://"));
    rsx! {
        if !service.legal_basis.is_empty() {
            section { aria_labelledby: "fi-service-basis",
                h2 { id: "fi-service-basis", "{words.say(\"service-basis\")}" }
                ul { class: "fi-plain-list",
                    for (index, basis) in service.legal_basis.iter().enumerate() {
                        li { key: "{index}",
                            if let Some(url) = address(&basis.url) {
                                a { href: "{url}", target: "_blank", rel: "noreferrer", {words.pick(&basis.title)} }
                            } else {
                                span { {words.pick(&basis.title)} }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The life events that a service belongs to, under what stands before them; nothing where it belongs to none.
#[component]
pub(super) fn Events(service: ServiceId, children: Element) -> Element {
    let model = use_model!(catalogue);
    let words = use_words();
    let navigator = use_navigator();
    let all = model.catalogue.ready().map(|catalogue| catalogue.life_events.as_slice()).unwrap_or_default();
    let events: Vec<_> = all.iter().filter(|event| event.services.contains(&service)).cloned().collect();
    if events.is_empty() {
        return rsx! {};
    }
    rsx! {
        {children}
        div { class: "fi-chips", role: "group", aria_label: words.say("service-events"),
            for event in events {
                Button {
                    key: "{event.id}",
                    label: words.name(&event.name, event.id.as_str()),
                    on_press: move |()| drop(navigator.push(Route::LifeEvent { id: event.id.to_string() })),
                }
            }
        }
    }
}

/// Where else to go from here: the life events that it belongs to, its department, a person.
#[component]
fn Around(service: Offered) -> Element {
    let model = use_model!(catalogue);
    let words = use_words();
    let navigator = use_navigator();
    rsx! {
        Events { service: service.id.clone(),
            h2 { "{words.say(\"service-events\")}" }
        }
        Button {
            label: words.with("service-more-of", &Args::new().text("department", department_name(&model, &words, &service.department))),
            icon: IconName::Services,
            is_wide: true,
            "data-action": "department",
            on_press: move |()| drop(navigator.push(Route::Department { id: service.department.to_string() })),
        }
    }
}
