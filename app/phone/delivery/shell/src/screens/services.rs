//! All services, by theme, life event, department or region; those that reach the person first.

use std::{
    convert::Infallible,
    fmt::{self, Display, Formatter},
    str::FromStr,
};

use dioxus::{prelude::*, router::Navigator};
use fingertip_contract::{Catalogue, Service, Theme};
use fingertip_core::Remote;
use fingertip_ui::components::{Chip, ChipLine, EmptyState, IconName, List, ListRow, Notice, Skeleton, Tone};

use super::{
    Head,
    life_events::EventList,
    nearest_first,
    parts::{Behind, MoreElsewhere},
    regions::RegionList,
    search::{Hits, SearchHere},
    service_row,
};
use crate::{
    route::Route,
    state::{Words, use_model, use_parts, use_words},
    wording,
};

/// The most services that are listed at once.
const SHOWN: usize = 60;

/// By what the services are looked through. Part of the place, so that the way back and a new start lead to the same list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    Theme(Theme),
    LifeEvent,
    Department,
    Region,
}

impl By {
    const ALL: [Self; 4] = [Self::Theme(Theme::ALL[0]), Self::LifeEvent, Self::Department, Self::Region];

    /// The message that names it.
    fn label(self) -> &'static str {
        match self {
            Self::Theme(_) => "services-by-theme",
            Self::LifeEvent => "services-by-life-event",
            Self::Department => "services-by-department",
            Self::Region => "services-by-region",
        }
    }

    /// Whether both are of one kind: two themes are.
    fn is_same_kind(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

impl Default for By {
    fn default() -> Self {
        Self::ALL[0]
    }
}

/// The name of its place.
impl Display for By {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Theme(theme) => wording::theme(*theme),
            other => other.label(),
        })
    }
}

impl FromStr for By {
    type Err = Infallible;

    /// A place of another version of the app is the first list.
    fn from_str(name: &str) -> Result<Self, Infallible> {
        let themes = Theme::ALL.into_iter().map(Self::Theme);
        Ok(themes.chain(Self::ALL).find(|by| by.to_string() == name).unwrap_or_default())
    }
}

#[component]
pub(crate) fn Services(by: By) -> Element {
    let model = use_parts(|model| model.search.text.trim().is_empty());
    let words = use_words();
    rsx! {
        Head { title: words.say("services-title") }
        SearchHere { id: "fi-services", place: Route::Services { by } }
        if model.search.text.trim().is_empty() {
            Behind {}
            All { by }
            MoreElsewhere {}
        } else {
            Hits {}
        }
    }
}

/// All that is offered.
#[component]
fn All(by: By) -> Element {
    let model = use_model!(catalogue);
    let words = use_words();
    let navigator = use_navigator();
    match &*model.catalogue {
        Remote::Loading => rsx! { Skeleton { label: words.say("shell-loading") } },
        Remote::Failed(fault) => rsx! {
            Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), is_announced: true, {wording::fault(&words, fault)} }
        },
        Remote::Ready(catalogue, _) => rsx! {
            ChipLine { id: "fi-services-by", label: words.say("services-by"), chosen: words.say(by.label()),
                for each in By::ALL {
                    Chip {
                        key: "{each}",
                        label: words.say(each.label()),
                        is_on: each.is_same_kind(by),
                        on_press: move |()| drop(navigator.replace(Route::Services { by: each })),
                    }
                }
            }
            match by {
                By::Theme(theme) => rsx! { Themes { theme } },
                By::LifeEvent => rsx! { EventList {} },
                By::Department => departments(catalogue, &words, navigator),
                By::Region => rsx! { RegionList { place: Route::Services { by } } },
            }
        },
    }
}

#[component]
fn Themes(theme: Theme) -> Element {
    let words = use_words();
    let navigator = use_navigator();
    rsx! {
        ChipLine { id: "fi-services-themes", label: words.say("services-themes"), chosen: words.say(wording::theme(theme)),
            for each in Theme::ALL {
                Chip {
                    key: "{each:?}",
                    label: words.say(wording::theme(each)),
                    is_on: each == theme,
                    on_press: move |()| drop(navigator.replace(Route::Services { by: By::Theme(each) })),
                }
            }
        }
        ThemeList { theme }
    }
}

/// Every department that offers something, with how much.
fn departments(catalogue: &Catalogue, words: &Words, navigator: Navigator) -> Element {
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
    let model = use_model!(preferences, catalogue, switches);
    let words = use_words();
    let navigator = use_navigator();
    let mut only_here = use_signal(|| false);
    let is_wanted = |service: &Service| !only_here() || service.mini_app.is_some();
    let shown = nearest_first(&model, |service| service.theme == theme && is_wanted(service));
    rsx! {
        div { class: "fi-chips",
            Chip { label: words.say("services-only-here"), is_on: only_here(), on_press: move |()| only_here.toggle() }
        }
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
