//! One file a place.

mod case;
mod cases;
mod department;
mod document;
mod family;
mod first_start;
mod help;
mod home;
mod joint;
mod life_events;
mod mandate;
mod me;
mod messages;
mod mini_app;
mod missing;
mod offered;
mod parts;
mod payments;
mod privacy;
mod records;
mod regions;
mod search;
mod service;
mod services;
mod settings;
mod show;
mod standing;
mod verify;

pub(crate) use case::Case;
pub(crate) use cases::{CaseList, Cases};
pub(crate) use department::Department;
pub(crate) use document::Document;
pub(crate) use family::{Family, Helped};
pub(crate) use first_start::FirstStart;
pub(crate) use help::Help;
pub(crate) use home::Home;
pub(crate) use joint::{Joint, JointForm};
pub(crate) use life_events::{LifeEvent, LifeEvents};
#[cfg(test)]
pub(crate) use mandate::GiveMandate;
pub(crate) use me::Me;
pub(crate) use messages::Messages;
pub(crate) use mini_app::MiniApp;
pub(crate) use payments::{Payment, Payments};
pub(crate) use privacy::Privacy;
pub(crate) use records::Records;
pub(crate) use regions::{Region, Regions};
pub(crate) use search::Search;
pub(crate) use service::Service;
pub(crate) use services::{By, Services, ThemeList};
pub(crate) use settings::{
    About, AnswersSettings, DisplaySettings, LanguageSettings, NotificationSettings, SearchSettings,
    SecuritySettings, StorageSettings,
};
pub(crate) use show::DocumentCode;
pub(crate) use verify::{CodeFile, Verify};

use offered::{nearest_first, offered_by, service_row, service_row_as, way_tag};

use dioxus::{prelude::*, router::Navigator};
use fingertip_contract::{Case as PersonCase, CaseState};
use fingertip_core::{AsOf, Model};
use fingertip_locale::Args;
use fingertip_standard::{DepartmentId, events::Display};
use fingertip_ui::{
    Said,
    components::{BarAction, Icon, IconButton, IconName, ListRow, ProgressLine, Tag, TopBar, progress_look},
};

use crate::{
    route::Route,
    state::{GoingBack, Words, use_model, use_words},
    wording,
};

/// The bar of a screen that was opened from another: the way back, and where that is.
#[component]
fn Back(#[props(into)] title: Said, #[props(default, into)] subtitle: Said) -> Element {
    let words = use_words();
    let navigator = use_navigator();
    let back = BarAction {
        label: words.say("shell-back"),
        icon: IconName::Back,
        on_press: EventHandler::new(move |()| go_back(navigator)),
    };
    rsx! {
        TopBar { title, subtitle, back, HelpButton {} }
    }
}

/// The way back; home where the app was started in the middle of somewhere.
pub(crate) fn go_back(navigator: Navigator) {
    consume_context::<GoingBack>().0.set(true);
    if navigator.can_go_back() {
        navigator.go_back();
    } else {
        navigator.replace(Route::Home {});
    }
}

/// The head of a main screen: its name, and help.
#[component]
fn Head(title: String) -> Element {
    rsx! {
        header { class: "fi-head",
            h1 { "{title}" }
            HelpButton {}
        }
    }
}

/// Help, from every screen. In seniors mode it has its place in the bar below, which only a mini-app's screen does not have.
#[component]
fn HelpButton() -> Element {
    let model = use_model!(preferences);
    let words = use_words();
    let navigator = use_navigator();
    let is_below = model.preferences.display == Display::Seniors && use_route::<Route>() != Route::MiniApp {};
    if is_below {
        return rsx! {};
    }
    rsx! {
        IconButton { icon: IconName::Helper, label: words.say("nav-help"), "data-action": "help", on_press: move |()| drop(navigator.push(Route::Help {})) }
    }
}

/// A person to speak with: the department's line, else the one that answers for all.
#[component]
fn Call(department: DepartmentId) -> Element {
    let model = use_model!(catalogue);
    let words = use_words();
    let Some(catalogue) = model.catalogue.ready() else { return rsx! {} };
    let own = catalogue.department(&department).filter(|department| department.phone.is_some());
    let Some((line, phone)) =
        own.or_else(|| catalogue.hotline()).and_then(|line| Some((line, line.phone.clone()?)))
    else {
        return rsx! {};
    };
    rsx! { CallButton { name: words.name(&line.name, line.id.as_str()).to_string(), phone, is_primary: false } }
}

/// A button that calls; none where the number has no digit.
#[component]
pub(crate) fn CallButton(
    /// Whose line it is, where nothing around it says so.
    #[props(default)]
    name: Option<String>,
    phone: String,
    is_primary: bool,
) -> Element {
    let words = use_words();
    // What is no number of a telephone is not handed to the device as one.
    let digits: String =
        phone.chars().filter(|c| c.is_ascii_digit() || matches!(c, '+' | '*' | '#')).collect();
    if digits.is_empty() {
        return rsx! {};
    }
    let args = Args::new().text("phone", words.0.isolate(&phone));
    let label = match name {
        Some(name) => words.with("call-line", &args.text("name", name)),
        None => words.with("department-call", &args),
    };
    rsx! {
        a { href: "tel:{digits}", class: "fi-button", "data-weight": if is_primary { "primary" } else { "secondary" }, "data-wide": "true",
            Icon { name: IconName::Phone }
            span { class: "fi-button__label", "{label}" }
        }
    }
}

/// Facts in lines, each under the message that names it; what nobody says has none.
fn fact_lines<const N: usize>(words: &Words, lines: [(&'static str, Said); N]) -> Element {
    rsx! {
        dl { class: "fi-facts",
            for (label, value) in lines {
                if !value.is_empty() {
                    div { key: "{label}", class: "fi-facts__item",
                        dt { {words.say(label)} }
                        dd { {value} }
                    }
                }
            }
        }
    }
}

/// The name of what a case asks for, else its reference.
fn case_name(model: &Model, words: &Words, case: &PersonCase) -> Said {
    let service = model.catalogue.ready().and_then(|catalogue| catalogue.service(&case.service));
    service.map_or_else(|| case.id.as_str().into(), |service| words.name(&service.name, service.id.as_str()))
}

/// A case in a list: status in words, promised day.
fn case_row(model: &Model, words: &Words, case: &AsOf<PersonCase>, navigator: Navigator) -> Element {
    let id = case.value.id.to_string();
    let (state, progress) = wording::case_state(&case.value.state);
    let share = wording::case_share(&case.value.state);
    let (state, look) = (words.say(state), progress_look(progress));
    let detail = promised(words, &case.value).join(" · ");
    rsx! {
        ListRow {
            key: "{id}",
            title: case_name(model, words, &case.value),
            detail,
            icon: IconName::Cases,
            on_press: move |()| drop(navigator.push(Route::Case { id: id.clone() })),
            Tag { label: state.clone(), tone: look.1, icon: look.0 }
            if let Some(share) = share {
                ProgressLine { share, label: state }
            }
        }
    }
}

/// Until when a case that is under way is promised, and what that day is; or when the clock begins or goes on.
fn promised(words: &Words, case: &PersonCase) -> Vec<String> {
    if case.state.is_handled() {
        return Vec::new();
    }
    let Some(day) = case.promised_by else {
        let waits = match (&case.state, case.promised_days) {
            (CaseState::Received, Some(days)) => {
                Some(words.with("cases-promise-begins", &Args::new().number("days", days)))
            }
            (CaseState::CorrectionAsked | CaseState::SupplementAsked, Some(_)) => {
                Some(words.say("cases-promise-stands"))
            }
            (CaseState::Suspended, Some(_)) => Some(words.say("cases-promise-on-hold")),
            _ => None,
        };
        return waits.into_iter().collect();
    };
    let may_move = case
        .promise_may_move
        .then(|| words.with("cases-promise-may-move", &Args::new().text("year", day.year().to_string())));
    [words.with("cases-promised", &Args::new().text("day", words.0.date(date(day))))]
        .into_iter()
        .chain(words.0.beside(date(day)))
        .chain(may_move)
        .collect()
}

pub(crate) fn date(day: jiff::civil::Date) -> fingertip_standard::words::Date {
    fingertip_standard::words::Date {
        year: day.year().into(),
        month: day.month().unsigned_abs(),
        day: day.day().unsigned_abs(),
    }
}
