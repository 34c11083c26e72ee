//! The sections of home: what many look for, the person's own things, their region's services, life events.

use dioxus::prelude::*;
use fingertip_contract::Service;
use fingertip_core::Remote;
use fingertip_locale::Args;
use fingertip_standard::{RegionCode, events::Display};
use fingertip_ui::components::{
    Button, EmptyState, EventCard, EventCards, IconName, List, Notice, Skeleton, Tile, TileGrid, Tone, Weight,
};

use super::region_name;
use crate::{
    route::Route,
    screens::{case_row, records::DocumentView, service_row},
    state::{use_model, use_words},
    wording,
};

/// How many of a kind home shows.
const SHOWN: usize = 3;

#[component]
pub(super) fn HighDemand() -> Element {
    let model = use_model!(preferences, catalogue, most_used);
    let words = use_words();
    let navigator = use_navigator();
    // Whole rows: two a row in seniors mode, else four of characters or three of letters.
    let most = match model.preferences.display {
        Display::Seniors => 4,
        Display::Normal if model.preferences.language.starts_with("zh") => 8,
        Display::Normal => 6,
    };
    match &*model.catalogue {
        Remote::Loading => rsx! { Skeleton { label: words.say("shell-loading") } },
        Remote::Failed(fault) => rsx! {
            Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), is_announced: true, {wording::fault(&words, fault)} }
        },
        Remote::Ready(..) => rsx! {
            section { aria_labelledby: "fi-high-demand",
                h2 { id: "fi-high-demand", "{words.say(\"home-high-demand\")}" }
                TileGrid { label: words.say("home-high-demand"),
                    for service in model.high_demand().into_iter().take(most).cloned() {
                        Tile {
                            key: "{service.id}",
                            label: words.name(&service.name, service.id.as_str()),
                            icon: IconName::from(service.theme),
                            on_press: move |()| drop(navigator.push(Route::Service { id: service.id.to_string() })),
                        }
                    }
                }
            }
        },
    }
}

#[component]
pub(super) fn MyCases() -> Element {
    let model = use_model!(catalogue, cases);
    let words = use_words();
    let navigator = use_navigator();
    rsx! {
        section { aria_labelledby: "fi-my-cases",
            h2 { id: "fi-my-cases", "{words.say(\"home-cases\")}" }
            if model.cases.is_empty() {
                EmptyState { icon: IconName::Cases, title: words.say("home-cases-empty"), body: words.say("home-cases-empty-body") }
            } else {
                List { label: words.say("home-cases"),
                    for case in model.cases.iter().take(SHOWN) {
                        {case_row(&model, &words, case, navigator)}
                    }
                }
            }
        }
    }
}

#[component]
pub(super) fn MyDocuments() -> Element {
    let model = use_model!(documents);
    let words = use_words();
    let navigator = use_navigator();
    rsx! {
        section { aria_labelledby: "fi-my-documents",
            h2 { id: "fi-my-documents", "{words.say(\"home-documents\")}" }
            if model.documents.is_empty() {
                EmptyState { icon: IconName::Card, title: words.say("home-documents-empty"), body: words.say("home-documents-empty-body") }
            } else {
                div { class: "fi-document-stack",
                    for kept in model.documents.iter().take(SHOWN) {
                        DocumentView { key: "{kept.document.id}", kept: kept.clone(), is_short: true }
                    }
                }
                Button { label: words.say("home-documents-all"), weight: Weight::Quiet, on_press: move |()| drop(navigator.push(Route::Records {})) }
            }
        }
    }
}

/// Services of the person's own region, the most asked for first.
#[component]
pub(super) fn Local() -> Element {
    let model = use_model!(preferences, catalogue, switches);
    let words = use_words();
    let navigator = use_navigator();
    let (Some(catalogue), Some(home)) = (model.catalogue.ready(), &model.preferences.region) else {
        return rsx! {};
    };
    let is_nation = |code: &RegionCode| catalogue.region(code).is_none_or(|region| region.parent.is_none());
    let mut local: Vec<&Service> = catalogue
        .services
        .iter()
        .filter(|service| !is_nation(&service.region) && catalogue.reaches(&service.region, home))
        .collect();
    local.sort_by_key(|service| std::cmp::Reverse(service.demand));
    if local.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { aria_labelledby: "fi-local",
            h2 { id: "fi-local", {words.with("home-local", &Args::new().text("region", region_name(&model, &words)))} }
            List { label: words.say("home-local-label"),
                for service in local.into_iter().take(SHOWN) {
                    {service_row(&model, &words, service, navigator)}
                }
            }
        }
    }
}

/// Documents whose code can be shown at a counter: one tap, also without a connection.
#[component]
pub(super) fn Codes() -> Element {
    let model = use_model!(documents);
    let words = use_words();
    let navigator = use_navigator();
    if model.documents.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { aria_labelledby: "fi-codes",
            h2 { id: "fi-codes", "{words.say(\"home-codes\")}" }
            div { class: "fi-chips", role: "group", aria_label: words.say("home-codes"),
                for kept in model.documents.iter().take(SHOWN) {
                    Button {
                        key: "{kept.document.id}",
                        label: words.pick(&kept.document.title),
                        icon: IconName::Code,
                        on_press: {
                            let to = Route::code(kept);
                            move |()| drop(navigator.push(to.clone()))
                        },
                    }
                }
            }
        }
    }
}

#[component]
pub(super) fn LifeEvents() -> Element {
    let model = use_model!(catalogue);
    let words = use_words();
    let navigator = use_navigator();
    let Some(catalogue) = model.catalogue.ready().filter(|catalogue| !catalogue.life_events.is_empty())
    else {
        return rsx! {};
    };
    rsx! {
        section { aria_labelledby: "fi-life-events",
            h2 { id: "fi-life-events", "{words.say(\"home-life-events\")}" }
            EventCards { label: words.say("home-life-events"),
                for event in catalogue.life_events.iter().take(SHOWN + 1).cloned() {
                    EventCard {
                        key: "{event.id}",
                        title: words.name(&event.name, event.id.as_str()),
                        occasion: event.occasion.clone(),
                        on_press: move |()| drop(navigator.push(Route::LifeEvent { id: event.id.to_string() })),
                    }
                }
            }
            Button {
                label: words.say("home-life-events-all"),
                weight: Weight::Quiet,
                on_press: move |()| drop(navigator.push(Route::LifeEvents {})),
            }
        }
    }
}
