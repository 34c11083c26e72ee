//! Search: from the first character on, on this device.

use dioxus::prelude::*;
use fingertip_core::{PersonMsg, SearchMsg};
use fingertip_locale::Args;
use fingertip_standard::events::Display;
use fingertip_ui::components::{Button, Card, EmptyState, IconName, List, SearchBox};

use super::{CallButton, Head, service_row};
use crate::{
    route::Route,
    state::{use_model, use_parts, use_say, use_words},
};

/// The names by which people look for seniors mode.
const SENIORS: [&str; 6] = ["长辈版", "关怀版", "亲情版", "关爱版", "seniors", "large text"];

/// Whether somebody looks for seniors mode by one of its names.
fn wants_seniors(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    text.chars().count() >= 2 && SENIORS.iter().any(|name| name.starts_with(&text))
}

#[component]
pub(crate) fn Search() -> Element {
    // The box holds what is typed in it: a letter draws nothing here again.
    let model = use_parts(|_| ());
    let say = use_say();
    let words = use_words();
    rsx! {
        Head { title: words.say("search-title") }
        SearchBox {
            id: "fi-search-page",
            label: words.say("home-search"),
            clear_label: words.say("shell-clear"),
            initial: model.search.text.clone(),
            on_input: move |text| say.that(SearchMsg::TypedSearch(text)),
        }
        Hits {}
    }
}

/// What is found.
#[component]
pub(super) fn Hits() -> Element {
    let model = use_parts(|model| {
        let search = &model.search;
        let is_answered = !search.answered.is_empty();
        (
            model.catalogue.clone(),
            search.text.trim().is_empty(),
            wants_seniors(&search.text),
            is_answered,
            search.hits.clone(),
            search.correction.clone(),
        )
    });
    let say = use_say();
    let words = use_words();
    let navigator = use_navigator();
    let found = &model.search.hits;
    let count = u32::try_from(found.len()).unwrap_or(u32::MAX);
    rsx! {
        if wants_seniors(&model.search.text) {
            Card { level: 2, heading: words.say("start-display-seniors"),
                p { "{words.say(\"start-display-seniors-body\")}" }
                Button { label: words.say("start-display-seniors-choose"), icon: IconName::Accessibility, is_wide: true, on_press: move |()| say.that(PersonMsg::ChoseDisplay(Display::Seniors)) }
            }
        }
        if model.search.text.trim().is_empty() {
            EmptyState { icon: IconName::Search, title: words.say("search-empty"), body: words.say("search-empty-body") }
        } else if model.search.answered.is_empty() {
            // The first answer is a moment away: nothing is said before it.
        } else if found.is_empty() {
            EmptyState { icon: IconName::Search, title: words.say("search-none"), body: words.say("search-none-body") }
            Corrected {}
            Next {}
        } else {
            Corrected {}
            p { role: "status", {words.with("search-count", &Args::new().number("count", count))} }
            List { label: words.say("search-results"),
                for service in found {
                    {service_row(&model, &words, service, navigator)}
                }
            }
        }
    }
}

/// What the question was read as, and the way back to what was typed.
#[component]
fn Corrected() -> Element {
    let model = use_parts(|model| model.search.correction.clone());
    let say = use_say();
    let words = use_words();
    let Some(correction) = model.search.correction.clone() else { return rsx! {} };
    let typed = words.0.isolate(&model.search.answered);
    rsx! {
        p { role: "status", {words.with("search-corrected", &Args::new().text("correction", words.0.isolate(&correction)))} }
        Button {
            label: words.with("search-as-typed", &Args::new().text("typed", typed)),
            icon: IconName::Search,
            on_press: move |()| say.that(SearchMsg::AskedAsTyped),
        }
    }
}

/// Nothing was found: every service in order, and somebody to ask.
#[component]
fn Next() -> Element {
    let model = use_model!(catalogue);
    let words = use_words();
    let navigator = use_navigator();
    let phone =
        model.catalogue.ready().and_then(|catalogue| catalogue.hotline()).and_then(|line| line.phone.clone());
    rsx! {
        div { class: "fi-row",
            Button { label: words.say("search-none-services"), icon: IconName::Services, on_press: move |()| drop(navigator.push(Route::services())) }
            if let Some(phone) = phone {
                CallButton { phone, is_primary: false }
            }
        }
    }
}
