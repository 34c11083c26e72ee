//! What a helper may do: said by the person when they make a code, and shown to both sides.

use dioxus::prelude::*;
use fingertip_contract::{HelperLink, Mandate};
use fingertip_core::{Acting, FamilyMsg, Model};
use fingertip_locale::Args;
use fingertip_standard::{DepartmentId, events::Input};
use fingertip_ui::{
    components::{
        Button, ChoiceGroup, ChoiceOption, DateField, DateLabels, DateOrder, DateParts, FieldText, IconName,
        Weight,
    },
    parse,
};
use jiff::{Timestamp, civil::Date};

use crate::{
    kept::use_kept,
    route::Route,
    state::{Words, department_name, use_model, use_say, use_words},
};

/// The answer for every department; no id of one, which has no capital letter.
const ALL: &str = "ALL";
const FOLLOW: &str = "follow";
const HAND_IN: &str = "hand-in";

/// What the helper may do, and the way to a code that says so.
#[component]
pub(crate) fn GiveMandate() -> Element {
    let model = use_model!(help, catalogue, rules);
    let say = use_say();
    let words = use_words();
    let place = Route::Family {};
    let may = use_kept(&place, "mandate-may");
    let department = use_kept(&place, "mandate-department");
    let until = use_kept(&place, "mandate-until");
    let may_hand_in = may.text() == HAND_IN;
    let mut is_wrong = use_signal(|| false);
    let option =
        |id: &str, label: String, hint: Option<String>| ChoiceOption { id: id.to_owned(), label, hint };
    let departments = offering(&model)
        .map(|id| option(id.as_str(), department_name(&model, &words, id).to_string(), None))
        .collect::<Vec<_>>();
    let today = model.rules.today(Timestamp::now());
    let ask = move |()| {
        let mandate = match may.peek() == HAND_IN {
            false => None,
            true => {
                let until = day_of(&parts(&until.peek())).filter(|until| *until >= today);
                is_wrong.set(until.is_none());
                let Some(until) = until else { return };
                Some(Mandate {
                    departments: DepartmentId::new(department.peek()).into_iter().collect(),
                    until,
                })
            }
        };
        say.that(FamilyMsg::AskedForHelp(mandate));
    };
    rsx! {
        ChoiceGroup {
            id: "fi-mandate",
            text: FieldText { label: words.say("mandate-may"), ..FieldText::default() },
            choices: vec![
                option(FOLLOW, words.say("mandate-follow"), Some(words.say("mandate-follow-hint"))),
                option(HAND_IN, words.say("mandate-hand-in"), Some(words.say("mandate-hand-in-hint"))),
            ],
            initial: vec![if may_hand_in { HAND_IN } else { FOLLOW }.to_owned()],
            on_change: move |chosen: Vec<String>| may.set(chosen.into_iter().next().unwrap_or_default()),
        }
        if may_hand_in {
            ChoiceGroup {
                id: "fi-mandate-department",
                text: FieldText { label: words.say("mandate-departments"), ..FieldText::default() },
                choices: [option(ALL, words.say("mandate-departments-all"), None)].into_iter().chain(departments).collect::<Vec<_>>(),
                initial: vec![Some(department.peek()).filter(|id| !id.is_empty()).unwrap_or_else(|| ALL.to_owned())],
                on_change: move |chosen: Vec<String>| department.set(chosen.into_iter().next().unwrap_or_default()),
            }
            DateField {
                id: "fi-mandate-until",
                text: FieldText {
                    label: words.say("mandate-until"),
                    hint: Some(words.say("mandate-until-hint")),
                    error: is_wrong().then(|| words.say("mandate-until-wrong")),
                    ..FieldText::default()
                },
                labels: DateLabels {
                    year: words.say("mini-app-date-year"),
                    month: words.say("mini-app-date-month"),
                    day: words.say("mini-app-date-day"),
                },
                order: if words.say("mini-app-date-order") == "day-first" { DateOrder::DayFirst } else { DateOrder::YearFirst },
                initial: parts(&until.peek()),
                on_input: move |parts: DateParts| until.set([parts.year, parts.month, parts.day].join("/")),
            }
        }
        Button {
            label: words.say("family-code-make"),
            icon: IconName::Helper,
            is_wide: true,
            is_busy: model.help.is_busy,
            on_press: ask,
        }
    }
}

/// The departments where anything can be handed in, in the catalogue's order.
fn offering(model: &Model) -> impl Iterator<Item = &DepartmentId> {
    let catalogue = model.catalogue.ready();
    catalogue.into_iter().flat_map(|catalogue| {
        let offers = |id: &DepartmentId| {
            catalogue.services.iter().any(|service| service.department == *id && service.mini_app.is_some())
        };
        catalogue.departments.iter().map(|department| &department.id).filter(move |id| offers(id))
    })
}

/// A date as it was typed, of the text that keeps it.
fn parts(kept: &str) -> DateParts {
    let mut parts = kept.splitn(3, '/').map(str::to_owned);
    let mut next = || parts.next().unwrap_or_default();
    DateParts { year: next(), month: next(), day: next() }
}

/// The day that was typed, if it is one.
fn day_of(typed: &DateParts) -> Option<Date> {
    let Input::Date(day) = parse::date(typed, false) else { return None };
    Date::new(i16::try_from(day.year).ok()?, i8::try_from(day.month).ok()?, i8::try_from(day.day).ok()?).ok()
}

/// What a link lets the helper do, for both sides in the same words.
pub(super) fn mandate_line(model: &Model, words: &Words, link: &HelperLink) -> String {
    let Some(mandate) = &link.mandate else { return words.say("mandate-line-follow") };
    let day = words.0.date(super::date(mandate.until));
    if !mandate.holds(model.rules.today(Timestamp::now())) {
        return words.with("mandate-line-over", &Args::new().text("day", day));
    }
    if mandate.departments.is_empty() {
        return words.with("mandate-line-all", &Args::new().text("day", day));
    }
    let names = mandate.departments.iter().map(|id| department_name(model, words, id).to_string());
    let names = names.collect::<Vec<_>>().join(" · ");
    words
        .with("mandate-line-some", &Args::new().text("day", day).text("departments", words.0.isolate(&names)))
}

/// Begins to act for whom the person helps under the link, where its mandate holds today.
#[component]
pub(super) fn ActFor(link: HelperLink) -> Element {
    let model = use_model!(acting_for, rules);
    let say = use_say();
    let words = use_words();
    let navigator = use_navigator();
    let holds = Acting::under(&link, model.rules.today(Timestamp::now())).is_some();
    let is_acting = model.acting_for.as_ref().is_some_and(|acting| acting.link == link.id);
    if !holds || is_acting {
        return rsx! {};
    }
    rsx! {
        Button {
            label: words.with("acting-begin", &Args::new().text("name", words.0.isolate(&link.name))),
            icon: IconName::Person,
            weight: Weight::Primary,
            is_wide: true,
            "data-action": "begin-acting",
            on_press: move |()| {
                say.that(FamilyMsg::BeganActing(link.id.clone()));
                navigator.push(Route::services());
            },
        }
    }
}
