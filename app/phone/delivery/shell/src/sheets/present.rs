//! Showing something to a service outside: who asks, exactly what would go, and what could go instead.

use dioxus::prelude::*;
use fingertip_core::{AskedToShow, Asker, Going, PresentationMsg, Presenting};
use fingertip_locale::Args;
use fingertip_ui::{
    Said,
    components::{Button, Checkbox, ChoiceGroup, ChoiceOption, FieldText, Sheet, Status, Weight},
};
use serde_json::Value;

use super::asking::Facts;
use crate::{
    state::{Words, department_name, use_model, use_say, use_words},
    wording,
};

/// The choice of leaving something out.
const NONE: &str = "none";

#[component]
pub(super) fn Present(number: u64, presenting: Presenting) -> Element {
    let model = use_model!(catalogue);
    let say = use_say();
    let words = use_words();
    let asker = match &presenting {
        Presenting::Looking => None,
        Presenting::Nothing(asker) | Presenting::Sending(asker) => Some(asker.clone()),
        Presenting::Asked(asked) => Some(asked.asker.clone()),
    };
    let name = |asker: &Asker| department_name(&model, &words, &asker.department);
    let seal = asker.as_ref().map(name).unwrap_or_default();
    let department = Args::new().text("department", seal.clone());
    let (title, decline) = match &presenting {
        Presenting::Looking => (words.say("presentation-looking-title"), "presentation-decline"),
        Presenting::Nothing(_) => {
            (words.with("presentation-nothing-title", &department), "presentation-nothing-close")
        }
        Presenting::Asked(_) | Presenting::Sending(_) => {
            (words.with("presentation-title", &department), "presentation-decline")
        }
    };
    let said = match &presenting {
        Presenting::Looking => words.say("presentation-looking-body"),
        Presenting::Sending(_) => words.say("presentation-sending"),
        Presenting::Nothing(_) | Presenting::Asked(_) => String::new(),
    };
    let is_on_its_way = matches!(presenting, Presenting::Sending(_));
    let goes = matches!(&presenting, Presenting::Asked(asked) if !asked.going().is_empty());
    let who = asker.map(|asker| {
        vec![
            (words.say("presentation-asker"), vec![seal.clone()]),
            (words.say("presentation-host"), vec![Said::from(asker.host)]),
        ]
    });
    let (yes, no) = (say.clone(), say.clone());
    let close = EventHandler::new(move |()| say.that(PresentationMsg::Declined(number)));
    rsx! {
        Sheet {
            id: "fi-sheet-present",
            title,
            close_label: words.say(decline),
            on_close: (!is_on_its_way).then_some(close),
            seal,
            actions: rsx! {
                if goes {
                    Button { label: words.say("presentation-agree"), weight: Weight::Primary, is_wide: true, on_press: move |()| yes.that(PresentationMsg::Agreed(number)) }
                }
                if !is_on_its_way {
                    Button { label: words.say(decline), is_wide: true, on_press: move |()| no.that(PresentationMsg::Declined(number)) }
                }
            },
            Status { text: said }
            match presenting {
                Presenting::Looking | Presenting::Sending(_) => rsx! {},
                Presenting::Nothing(_) => rsx! { p { {words.say("presentation-nothing-body")} } },
                Presenting::Asked(asked) => rsx! {
                    p { {words.say("presentation-body")} }
                    if let Some(lines) = who {
                        Facts { lines }
                    }
                    Choices { number, asked: *asked.clone() }
                    for going in asked.going() {
                        Paper { key: "{going.paper}", asked: *asked.clone(), going }
                    }
                    p { class: "fi-muted", {words.say("presentation-along")} }
                },
            }
        }
    }
}

/// What would go of one paper, all of it.
#[component]
fn Paper(asked: AskedToShow, going: Going) -> Element {
    let words = use_words();
    let Some(paper) = asked.papers.get(going.paper) else { return rsx! {} };
    let claim = |name: &String| {
        let value = paper.claims.get(name).map(|value| spoken(&words, value)).unwrap_or_default();
        (wording::claim_name(&words, name), vec![Said::from(value)])
    };
    let mut lines: Vec<_> = going.claims.iter().map(claim).collect();
    lines.push((words.say("presentation-issuer"), vec![words.pick(&paper.issuer)]));
    let has_claims = !going.claims.is_empty();
    rsx! {
        section { aria_labelledby: "fi-paper-{going.paper}",
            h3 { id: "fi-paper-{going.paper}", {words.pick(&paper.title)} }
            if !has_claims {
                p { {words.say("presentation-no-claims")} }
            }
            Facts { lines }
        }
    }
}

/// What could go instead or beside: of several answers one, of what may be left out what the person ticks.
#[component]
fn Choices(number: u64, asked: AskedToShow) -> Element {
    let say = use_say();
    let words = use_words();
    let field = |label: String| FieldText { label, hint: None, error: None, optional: None };
    let option = |set: usize, option: usize| named(&words, &asked, &asked.option(set, option));
    let sets = asked.offer.sets.iter().enumerate().filter(|(_, set)| !set.options.is_empty());
    let sets = sets.map(|(place, set)| {
        let say = say.clone();
        let chosen = asked.chosen.options.get(place).copied().flatten();
        match (set.is_required, set.options.len()) {
            (true, 1) => rsx! {},
            (false, 1) => rsx! {
                p { {words.say("presentation-optional")} }
                Checkbox {
                    id: "fi-present-{place}",
                    text: field(option(place, 0)),
                    initial: chosen.is_some(),
                    on_change: move |is_ticked: bool| say.that(PresentationMsg::Chose { number, set: place, option: is_ticked.then_some(0) }),
                }
            },
            (is_required, n_options) => {
                let none = (!is_required).then(|| choice(NONE.to_owned(), words.say("presentation-none")));
                let options = (0..n_options).map(|own| choice(own.to_string(), option(place, own)));
                rsx! {
                    ChoiceGroup {
                        id: "fi-present-{place}",
                        text: field(words.say("presentation-choose")),
                        choices: none.into_iter().chain(options).collect::<Vec<_>>(),
                        initial: vec![chosen.map_or_else(|| NONE.to_owned(), |own| own.to_string())],
                        on_change: move |chosen: Vec<String>| {
                            let option = chosen.first().and_then(|own| own.parse().ok());
                            say.that(PresentationMsg::Chose { number, set: place, option });
                        },
                    }
                }
            }
        }
    });
    let several = asked.offer.fits.iter().filter(|(_, fits)| fits.len() > 1);
    let several = several.map(|(query, fits)| {
        let (say, query) = (say.clone(), query.clone());
        let name = |fit: &fingertip_core::Fit| {
            named(&words, &asked, &[Going { paper: fit.candidate, claims: fit.claims.clone() }])
        };
        let choices = fits.iter().enumerate().map(|(place, fit)| choice(place.to_string(), name(fit)));
        let chosen = asked.chosen.fits.get(&query).copied().unwrap_or_default();
        rsx! {
            ChoiceGroup {
                id: "fi-present-{query}",
                text: field(words.say("presentation-several")),
                choices: choices.collect::<Vec<_>>(),
                initial: vec![chosen.to_string()],
                on_change: move |chosen: Vec<String>| {
                    if let Some(fit) = chosen.first().and_then(|own| own.parse().ok()) {
                        say.that(PresentationMsg::ChosePaper { number, query: query.clone(), fit });
                    }
                },
            }
        }
    });
    rsx! {
        {sets}
        {several}
    }
}

fn choice(id: String, label: String) -> ChoiceOption {
    ChoiceOption { id, label, hint: None }
}

/// What goes, in a line: what it is called, and the names of its claims.
fn named(words: &Words, asked: &AskedToShow, going: &[Going]) -> String {
    let paper = |going: &Going| {
        let title = asked.papers.get(going.paper).map(|paper| words.pick(&paper.title).to_string());
        let claims = going.claims.iter().map(|name| wording::claim_name(words, name));
        title.into_iter().chain(claims).collect::<Vec<_>>()
    };
    words.list(going.iter().flat_map(paper).collect::<Vec<_>>().into_iter())
}

/// A value as a person reads it.
fn spoken(words: &Words, value: &Value) -> String {
    match value {
        Value::Bool(true) => words.say("presentation-yes"),
        Value::Bool(false) => words.say("presentation-no"),
        Value::String(text) => text.clone(),
        Value::Null | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}
