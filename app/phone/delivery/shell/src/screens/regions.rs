//! Regions: what one offers of its own, and where the person lives. Moving is one press; nothing else changes.

use dioxus::prelude::*;
use fingertip_contract::Region as Division;
use fingertip_core::{Model, PersonMsg};
use fingertip_locale::Args;
use fingertip_standard::RegionCode;
use fingertip_ui::components::{
    Button, EmptyState, IconName, List, ListRow, Notice, SearchBox, Tone, Weight,
};
use jiff::Timestamp;

use super::{Back, missing::Missing, nearest_first, service_row};
use crate::{
    kept::use_kept,
    route::Route,
    state::{use_model, use_say, use_words},
};

/// The most regions that are listed at once.
const SHOWN: usize = 40;

/// The regions that match what was typed; while nothing is typed, the provinces.
pub(super) fn matching(model: &Model, typed: &str) -> Vec<Division> {
    model.find_regions(typed, model.rules.today(Timestamp::now()), SHOWN)
}

#[component]
pub(crate) fn Regions() -> Element {
    let words = use_words();
    rsx! {
        Back { title: words.say("services-title") }
        h1 { "{words.say(\"regions-title\")}" }
        p { "{words.say(\"regions-body\")}" }
        RegionList { place: Route::Regions {} }
    }
}

/// Regions to look through, each with how many services it has of its own.
#[component]
pub(super) fn RegionList(
    /// The screen's place.
    place: Route,
) -> Element {
    let model = use_model!(catalogue, rules, search);
    let words = use_words();
    let navigator = use_navigator();
    let typed = use_kept(&place, "region");
    let regions = matching(&model, &typed.text());
    let own = |code: &RegionCode| {
        let catalogue = model.catalogue.ready()?;
        let count =
            catalogue.services.iter().filter(|service| catalogue.reaches(code, &service.region)).count();
        u32::try_from(count).ok().filter(|count| *count > 0)
    };
    rsx! {
        SearchBox { id: "fi-regions", label: words.say("start-region-search"), initial: typed.peek(), clear_label: words.say("shell-clear"), on_input: move |text| typed.set(text) }
        if regions.is_empty() {
            EmptyState { icon: IconName::Place, title: words.say("regions-none") }
        } else {
            List { label: words.say("regions-title"),
                for region in regions {
                    ListRow {
                        key: "{region.code}",
                        title: words.name(&region.name, region.code.as_str()),
                        detail: own(&region.code).map(|count| words.with("services-count", &Args::new().number("count", count))),
                        icon: IconName::Place,
                        on_press: {
                            let code = region.code.to_string();
                            move |()| drop(navigator.push(Route::Region { code: code.clone() }))
                        },
                    }
                }
            }
        }
    }
}

#[component]
pub(crate) fn Region(code: String) -> Element {
    let model = use_model!(preferences, catalogue, switches);
    let say = use_say();
    let words = use_words();
    let navigator = use_navigator();
    let region = RegionCode::new(code).ok().and_then(|code| model.catalogue.ready()?.region(&code).cloned());
    let (Some(region), Some(catalogue)) = (region, model.catalogue.ready()) else {
        return rsx! {
            Missing { back: words.say("regions-title"), icon: IconName::Place, gone: words.say("regions-gone") }
        };
    };
    let is_home = model.preferences.region.as_ref() == Some(&region.code);
    let services = nearest_first(&model, |service| catalogue.reaches(&region.code, &service.region));
    let name = words.name(&region.name, region.code.as_str());
    rsx! {
        Back { title: words.say("regions-title") }
        h1 { "{name}" }
        if is_home {
            Notice { tone: Tone::Success, tone_label: words.say("tone-success"), is_announced: true, "{words.say(\"regions-home\")}" }
        } else {
            Button {
                label: words.with("regions-live-here", &Args::new().text("region", name.clone())),
                icon: IconName::Place,
                weight: Weight::Primary,
                is_wide: true,
                "data-action": "live-here",
                on_press: {
                    let code = region.code.clone();
                    move |()| say.that(PersonMsg::ChoseRegion(code.clone()))
                },
            }
        }
        h2 { {words.with("home-local", &Args::new().text("region", name))} }
        if services.is_empty() {
            EmptyState { icon: IconName::Services, title: words.say("regions-no-own") }
        } else {
            List { label: words.say("home-local-label"),
                for service in services.iter() {
                    {service_row(&model, &words, service, navigator)}
                }
            }
        }
    }
}
