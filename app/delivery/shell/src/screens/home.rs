//! Home: search, what many people look for, cases, documents, the region's own services.

use dioxus::prelude::*;
use fingertip_headless::{HomeWidget, Model, Msg, Remote, WidgetPlace};
use fingertip_locale::Args;
use fingertip_standard::{
    RegionCode, Service,
    events::Display,
    words::{Decimal, Value},
};
use fingertip_ui::components::{
    Button, Card, EmptyState, HomeCard, HomeCards, IconName, List, Notice, SearchBox, Skeleton, Tile, TileGrid, Tone, Weight,
};

use super::{case_row, service_row};
use crate::{
    route::Route,
    state::{Words, region_names, use_model, use_say},
    wording,
};

/// How many of a kind home shows.
const SHOWN: usize = 3;

#[component]
pub(crate) fn Home() -> Element {
    let model = use_model();
    let say = use_say();
    let words = Words::of(&model);
    let navigator = use_navigator();
    let is_seniors = model.preferences.display == Display::Seniors;
    let greeting = match model.signed_in().and_then(|session| session.name()) {
        Some(name) => words.with("home-greeting-name", &Args::new().text("name", name)),
        None => words.say("home-greeting"),
    };
    rsx! {
        header { class: "fi-greeting",
            h1 { "{greeting}" }
            p { {region_name(&model, &words)} }
        }
        SearchBox {
            id: "fi-search",
            label: words.say("home-search"),
            clear_label: words.say("shell-clear"),
            initial: model.search.text.clone(),
            on_input: {
                let say = say.clone();
                move |text| say(Msg::TypedSearch(text))
            },
            on_search: move |_| drop(navigator.push(Route::Search {})),
        }
        if model.search.text.trim().is_empty() {
            Waiting {}
            MyCards {}
            HighDemand {}
            if is_seniors {
                Button { label: words.say("home-everything-else"), is_wide: true, icon: IconName::Services, on_press: move |()| drop(navigator.push(Route::Services {})) }
                Button { label: words.say("home-cases-all"), is_wide: true, icon: IconName::Cases, on_press: move |()| drop(navigator.push(Route::Cases {})) }
                Button { label: words.say("home-documents-all"), is_wide: true, icon: IconName::Records, on_press: move |()| drop(navigator.push(Route::Records {})) }
            } else {
                MyCases {}
                MyDocuments {}
                Local {}
                Button {
                    label: words.say("home-seniors"),
                    icon: IconName::Accessibility,
                    is_wide: true,
                    weight: Weight::Secondary,
                    on_press: move |()| say(Msg::ChoseDisplay(Display::Seniors)),
                }
            }
        } else {
            super::search::Hits {}
        }
    }
}

fn region_name(model: &Model, words: &Words) -> String {
    let region = model.preferences.region.as_ref().and_then(|code| model.catalogue.ready()?.region(code));
    region.map_or_else(|| words.say("home-no-region"), |region| words.pick(&region.name))
}

/// What waits for the person: a form that was left.
#[component]
fn Waiting() -> Element {
    let model = use_model();
    let say = use_say();
    let words = Words::of(&model);
    let navigator = use_navigator();
    let draft = model.drafts.first().and_then(|app| {
        let services = &model.catalogue.ready()?.services;
        services.iter().find(|service| service.mini_app.as_ref().is_some_and(|entry| entry.app == *app))
    });
    let Some(service) = draft.cloned() else { return rsx! {} };
    rsx! {
        Card { heading: words.say("home-draft-title"), kicker: words.say("home-draft-kicker"), tone: Tone::Information,
            p { {words.pick(&service.name)} }
            Button {
                label: words.say("home-draft-go-on"),
                weight: Weight::Primary,
                on_press: move |()| {
                    say(Msg::OpenedService(service.id.clone()));
                    navigator.push(Route::MiniApp {});
                },
            }
        }
    }
}

/// The cards that the person put here, each with the time it is of.
#[component]
fn MyCards() -> Element {
    let model = use_model();
    let say = use_say();
    let words = Words::of(&model);
    let navigator = use_navigator();
    let drawn: Vec<Drawn> = model.widgets.iter().filter_map(|widget| Drawn::of(&model, &words, widget)).collect();
    if drawn.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { aria_labelledby: "fi-my-cards",
            h2 { id: "fi-my-cards", "{words.say(\"home-cards\")}" }
            HomeCards { label: words.say("home-cards"),
                for card in drawn {
                    HomeCard {
                        key: "{card.place.app}-{card.place.widget}",
                        title: card.title.clone(),
                        value: card.value,
                        details: card.details,
                        tone: card.tone,
                        tone_label: words.say(wording::tone(card.tone)),
                        progress: card.progress,
                        as_of: card.as_of,
                        remove_label: words.with("home-card-remove", &Args::new().text("name", card.title)),
                        "data-widget": "{card.place.widget}",
                        on_press: {
                            let (say, place) = (say.clone(), card.place.clone());
                            move |()| {
                                say(Msg::OpenedWidget(place.clone()));
                                navigator.push(Route::MiniApp {});
                            }
                        },
                        on_remove: {
                            let (say, place) = (say.clone(), card.place.clone());
                            move |()| say(Msg::RemovedWidget(place.clone()))
                        },
                    }
                }
            }
        }
    }
}

/// A card in the person's language.
struct Drawn {
    place: WidgetPlace,
    title: String,
    value: Option<String>,
    details: Vec<String>,
    tone: Tone,
    progress: Option<(f64, String)>,
    as_of: Option<String>,
}

impl Drawn {
    /// None where there is nothing to show.
    fn of(model: &Model, words: &Words, widget: &HomeWidget) -> Option<Self> {
        let place = widget.kept.place.clone();
        let Some(made) = &widget.card else {
            let waits = widget.kept.needs_sign_in && model.signed_in().is_none();
            let title = words.pick(&widget.kept.names);
            let details = vec![words.say("home-card-sign-in")];
            return waits.then_some(Self { place, title, value: None, details, tone: Tone::Neutral, progress: None, as_of: None });
        };
        let own = made.words(words.0.clone(), region_names(model));
        let share = |share: Decimal| (share.to_f64() * 100.0, words.0.value(&Value::Percent(share)));
        Some(Self {
            place,
            title: own.text(made.card.title),
            value: own.optional(made.card.value),
            details: made.card.details.iter().map(|&line| own.text(line)).collect(),
            tone: made.card.tone,
            progress: made.card.progress.map(share),
            as_of: Some(words.with("home-card-as-of", &Args::new().text("time", words.0.instant(made.as_of.as_millisecond())))),
        })
    }
}

#[component]
fn HighDemand() -> Element {
    let model = use_model();
    let words = Words::of(&model);
    let navigator = use_navigator();
    // Whole rows: two a row in seniors mode, else four of characters or three of letters.
    let most = match model.preferences.display {
        Display::Seniors => 4,
        Display::Normal if model.preferences.language.starts_with("zh") => 8,
        Display::Normal => 6,
    };
    match &model.catalogue {
        Remote::Loading => rsx! { Skeleton { label: words.say("shell-loading") } },
        Remote::Failed(fault) => rsx! {
            Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), is_announced: true, {wording::fault(&words, fault)} }
        },
        Remote::Ready(catalogue, _) => rsx! {
            section { aria_labelledby: "fi-high-demand",
                h2 { id: "fi-high-demand", "{words.say(\"home-high-demand\")}" }
                TileGrid { label: words.say("home-high-demand"),
                    for service in catalogue.services.iter().filter(|service| service.is_high_demand).take(most).cloned() {
                        Tile {
                            key: "{service.id}",
                            label: words.pick(&service.name),
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
fn MyCases() -> Element {
    let model = use_model();
    let words = Words::of(&model);
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
fn MyDocuments() -> Element {
    let model = use_model();
    let words = Words::of(&model);
    let navigator = use_navigator();
    rsx! {
        section { aria_labelledby: "fi-my-documents",
            h2 { id: "fi-my-documents", "{words.say(\"home-documents\")}" }
            if model.documents.is_empty() {
                EmptyState { icon: IconName::Card, title: words.say("home-documents-empty"), body: words.say("home-documents-empty-body") }
            } else {
                for kept in model.documents.iter().take(SHOWN) {
                    super::records::DocumentView { key: "{kept.document.id}", kept: kept.clone() }
                }
                Button { label: words.say("home-documents-all"), weight: Weight::Quiet, on_press: move |()| drop(navigator.push(Route::Records {})) }
            }
        }
    }
}

/// Services of the person's own region, the most asked for first.
#[component]
fn Local() -> Element {
    let model = use_model();
    let words = Words::of(&model);
    let navigator = use_navigator();
    let (Some(catalogue), Some(home)) = (model.catalogue.ready(), &model.preferences.region) else { return rsx! {} };
    let is_nation = |code: &RegionCode| catalogue.region(code).is_none_or(|region| region.parent.is_none());
    let mut local: Vec<&Service> =
        catalogue.services.iter().filter(|service| !is_nation(&service.region) && catalogue.reaches(&service.region, home)).collect();
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
