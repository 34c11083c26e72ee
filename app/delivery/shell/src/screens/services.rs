//! All services, by theme, life event, department or region; those that reach the person first.

use dioxus::prelude::*;
use fingertip_headless::Remote;
use fingertip_standard::{Catalogue, Theme};
use fingertip_ui::components::{Chip, EmptyState, IconName, List, ListRow, Notice, Skeleton, Tone};

use super::{Head, life_events::EventList, nearest_first, regions::RegionList, service_row};
use crate::{
    route::Route,
    state::{Words, use_model},
    wording,
};

/// The most services that are listed at once.
const SHOWN: usize = 60;

/// By what the services are looked through.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Theme,
    LifeEvent,
    Department,
    Region,
}

impl By {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Theme, "services-by-theme"),
        (Self::LifeEvent, "services-by-life-event"),
        (Self::Department, "services-by-department"),
        (Self::Region, "services-by-region"),
    ];
}

#[component]
pub(crate) fn Services() -> Element {
    let model = use_model();
    let words = Words::of(&model);
    let mut by = use_signal(|| By::Theme);
    rsx! {
        Head { title: words.say("services-title") }
        match &model.catalogue {
            Remote::Loading => rsx! { Skeleton { label: words.say("shell-loading") } },
            Remote::Failed(fault) => rsx! {
                Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), is_announced: true, {wording::fault(&words, fault)} }
            },
            Remote::Ready(catalogue, _) => rsx! {
                div { class: "fi-chips", role: "group", aria_label: words.say("services-by"),
                    for (each, label) in By::ALL {
                        Chip { key: "{label}", label: words.say(label), is_on: by() == each, on_press: move |()| by.set(each) }
                    }
                }
                match by() {
                    By::Theme => rsx! { Themes {} },
                    By::LifeEvent => rsx! { EventList {} },
                    By::Department => departments(catalogue, &words),
                    By::Region => rsx! { RegionList {} },
                }
            },
        }
    }
}

#[component]
fn Themes() -> Element {
    let model = use_model();
    let words = Words::of(&model);
    let mut theme = use_signal(|| Theme::ALL[0]);
    rsx! {
        div { class: "fi-chips", role: "group", aria_label: words.say("services-themes"),
            for each in Theme::ALL {
                Chip { key: "{each:?}", label: words.say(wording::theme(each)), is_on: each == theme(), on_press: move |()| theme.set(each) }
            }
        }
        ThemeList { theme: theme() }
    }
}

/// Every department that offers something, with how much.
fn departments(catalogue: &Catalogue, words: &Words) -> Element {
    let navigator = use_navigator();
    let offered = catalogue.departments.iter().filter_map(|department| {
        let count = catalogue.services.iter().filter(|service| service.department == department.id).count();
        (count > 0).then(|| (department, u32::try_from(count).unwrap_or(u32::MAX)))
    });
    rsx! {
        List { label: words.say("services-by-department"),
            for (department, count) in offered {
                ListRow {
                    key: "{department.id}",
                    title: words.name(&department.name, department.id.as_str()),
                    detail: words.with("services-count", &fingertip_locale::Args::new().number("count", count)),
                    icon: IconName::Department,
                    on_press: {
                        let id = department.id.to_string();
                        move |()| drop(navigator.push(Route::Department { id: id.clone() }))
                    },
                }
            }
        }
    }
}

/// The services of one theme; beside an open guide where there is room.
#[component]
pub(crate) fn ThemeList(theme: Theme) -> Element {
    let model = use_model();
    let words = Words::of(&model);
    let navigator = use_navigator();
    let shown = nearest_first(&model, |service| service.theme == theme);
    rsx! {
        if shown.is_empty() {
            EmptyState { icon: IconName::Services, title: words.say("services-none") }
        } else {
            List { label: words.say(wording::theme(theme)),
                for service in shown.iter().take(SHOWN) {
                    {service_row(&model, &words, service, navigator)}
                }
            }
        }
    }
}
