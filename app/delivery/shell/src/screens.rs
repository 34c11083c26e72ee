//! One file a place.

mod case;
mod cases;
mod department;
mod first_start;
mod help;
mod home;
mod me;
mod mini_app;
mod privacy;
mod records;
mod search;
mod service;
mod services;

pub(crate) use case::Case;
pub(crate) use cases::Cases;
pub(crate) use department::Department;
pub(crate) use first_start::FirstStart;
pub(crate) use help::Help;
pub(crate) use home::Home;
pub(crate) use me::Me;
pub(crate) use mini_app::MiniApp;
pub(crate) use privacy::Privacy;
pub(crate) use records::Records;
pub(crate) use search::Search;
pub(crate) use service::Service;
pub(crate) use services::Services;

use dioxus::{prelude::*, router::Navigator};
use fingertip_headless::{AsOf, Model};
use fingertip_locale::Args;
use fingertip_standard::{Case as PersonCase, Service as Offered};
use fingertip_ui::components::{IconName, ListRow};

use crate::{
    route::Route,
    state::{Words, service_line},
    wording,
};

/// The services that are wanted: those that reach the person first, then the most asked for.
fn nearest_first(model: &Model, is_wanted: impl Fn(&Offered) -> bool) -> Vec<Offered> {
    let Some(catalogue) = model.catalogue.ready() else { return Vec::new() };
    let home = model.preferences.region.as_ref();
    let is_far = |service: &Offered| home.is_some_and(|home| !catalogue.reaches(&service.region, home));
    let mut wanted: Vec<_> = catalogue.services.iter().filter(|service| is_wanted(service)).cloned().collect();
    wanted.sort_by_key(|service| (is_far(service), std::cmp::Reverse(service.demand)));
    wanted
}

/// A service in a list.
fn service_row(model: &Model, words: &Words, service: &Offered, navigator: Navigator) -> Element {
    let (title, detail) = service_line(model, words, service);
    let id = service.id.to_string();
    rsx! {
        ListRow {
            key: "{id}",
            title,
            detail,
            icon: IconName::from(service.theme),
            on_press: move |()| drop(navigator.push(Route::Service { id: id.clone() })),
        }
    }
}

/// A case in a list: status in words, promised day.
fn case_row(model: &Model, words: &Words, case: &AsOf<PersonCase>, navigator: Navigator) -> Element {
    let id = case.value.id.to_string();
    let (state, _) = wording::case_state(case.value.state);
    let name =
        model.catalogue.ready().and_then(|catalogue| catalogue.service(&case.value.service)).map(|service| words.pick(&service.name));
    let promised = case
        .value
        .promised_by
        .filter(|_| !case.value.state.is_handled())
        .map(|day| words.with("cases-promised", &Args::new().text("day", words.0.date(date(day)))));
    let state = words.say(state);
    let detail = promised.map_or_else(|| state.clone(), |promised| format!("{state} · {promised}"));
    rsx! {
        ListRow {
            key: "{id}",
            title: name.unwrap_or_else(|| id.clone()),
            detail,
            icon: IconName::Cases,
            on_press: move |()| drop(navigator.push(Route::Case { id: id.clone() })),
        }
    }
}

fn date(day: jiff::civil::Date) -> fingertip_standard::words::Date {
    fingertip_standard::words::Date { year: day.year().into(), month: day.month().unsigned_abs(), day: day.day().unsigned_abs() }
}
