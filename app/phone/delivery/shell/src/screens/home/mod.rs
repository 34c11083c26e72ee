//! Home: search, what waits, what many people look for, cases, documents, the region's own services, life events.

mod my_cards;
mod next_step;
mod sections;

use dioxus::prelude::*;
use fingertip_core::{Model, PersonMsg};
use fingertip_locale::Args;
use fingertip_standard::events::Display;
use fingertip_ui::{
    Said,
    components::{Button, IconButton, IconName, Weight},
};
use jiff::Timestamp;

use super::{
    HelpButton,
    search::{Hits, SearchHere},
};
use crate::{
    route::Route,
    state::{Words, use_model, use_parts, use_say, use_words},
};
use my_cards::MyCards;
use next_step::{Favour, Next};
use sections::{Codes, HighDemand, LifeEvents, Local, MyCases, MyDocuments};

#[component]
pub(crate) fn Home() -> Element {
    let model = use_parts(|model| (model.preferences.clone(), model.search.text.trim().is_empty()));
    let say = use_say();
    let words = use_words();
    let is_seniors = model.preferences.display == Display::Seniors;
    rsx! {
        Greeting {}
        SearchHere { id: "fi-search", place: Route::Home {} }
        if !model.search.text.trim().is_empty() {
            Hits {}
        } else if is_seniors {
            Next {}
            HighDemand {}
            Favour {}
            MyCards {}
            More {}
        } else {
            Next {}
            Codes {}
            MyCards {}
            HighDemand {}
            Favour {}
            MyCases {}
            MyDocuments {}
            Local {}
            LifeEvents {}
            Button {
                label: words.say("home-seniors"),
                icon: IconName::Accessibility,
                is_wide: true,
                weight: Weight::Secondary,
                on_press: move |()| say.that(PersonMsg::ChoseDisplay(Display::Seniors)),
            }
        }
    }
}

/// Who and where the person is, and whether somebody told them something.
#[component]
fn Greeting() -> Element {
    let model = use_model!(preferences, catalogue, session, cases, documents, rules);
    let words = use_words();
    let navigator = use_navigator();
    let greeting = match model.signed_in().and_then(|session| session.name()) {
        Some(name) => words.with("home-greeting-name", &Args::new().text("name", words.0.isolate(name))),
        None => words.say("home-greeting"),
    };
    let news = model.messages(Timestamp::now()).iter().filter(|message| message.is_new).count();
    let news = u32::try_from(news).unwrap_or(u32::MAX);
    rsx! {
        header { class: "fi-greeting",
            div { class: "fi-head",
                h1 { "{greeting}" }
                IconButton {
                    icon: IconName::Bell,
                    label: words.with("home-messages", &Args::new().number("count", news)),
                    has_news: news > 0,
                    "data-action": "messages",
                    on_press: move |()| drop(navigator.push(Route::Messages {})),
                }
                HelpButton {}
            }
            p { class: "fi-muted", {words.today(&model.rules, Timestamp::now())} }
            Button {
                label: region_name(&model, &words).to_string(),
                icon: IconName::Place,
                weight: Weight::Quiet,
                "data-action": "region",
                on_press: move |()| drop(navigator.push(Route::Regions {})),
            }
        }
    }
}

/// In seniors mode home has four tiles; the rest stands behind one button each.
#[component]
fn More() -> Element {
    let words = use_words();
    let navigator = use_navigator();
    let places = [
        ("home-everything-else", IconName::Services, Route::services()),
        ("home-cases-all", IconName::Cases, Route::Cases {}),
        ("home-documents-all", IconName::Records, Route::Records {}),
    ];
    rsx! {
        for (label, icon, to) in places {
            Button { key: "{label}", label: words.say(label), is_wide: true, icon, on_press: move |()| drop(navigator.push(to.clone())) }
        }
    }
}

/// The name of the person's region.
pub(super) fn region_name(model: &Model, words: &Words) -> Said {
    let region = model.preferences.region.as_ref().and_then(|code| model.catalogue.ready()?.region(code));
    region.map_or_else(
        || words.say("home-no-region").into(),
        |region| words.name(&region.name, region.code.as_str()),
    )
}
