//! What the person agreed to, what was disclosed to whom, and who looked.

use dioxus::prelude::*;
use fingertip_contract::Service;
use fingertip_core::{ConsentsMsg, FamilyMsg, Model, Showing, ShownAs};
use fingertip_locale::Args;
use fingertip_standard::{Capability, ConsentSubject, Disclosed, Disclosure, words::Money};
use fingertip_ui::{
    Said,
    components::{Button, Card, EmptyState, IconName, List, ListRow},
};

use jiff::Timestamp;

use super::{Back, document::shown_as};
use crate::{
    state::{Words, department_name, use_model, use_say, use_words},
    wording,
};

/// How many lines of the ledger are shown at first, and with each press.
const PAGE: usize = 20;

#[component]
pub(crate) fn Privacy() -> Element {
    let words = use_words();
    rsx! {
        Back { title: words.say("me-title") }
        h1 { "{words.say(\"privacy-title\")}" }
        p { "{words.say(\"privacy-body\")}" }
        Agreed {}
        Ledger {}
    }
}

#[component]
fn Agreed() -> Element {
    let model = use_model!(consents);
    let say = use_say();
    let words = use_words();
    let name = |subject: &ConsentSubject| match subject {
        ConsentSubject::Claim(claim) => {
            wording::claim(claim.as_str()).map_or_else(|| claim.to_string(), |id| words.say(id))
        }
        ConsentSubject::Capability(capability) => capability.to_string(),
    };
    rsx! {
        section { aria_labelledby: "fi-consents",
            h2 { id: "fi-consents", "{words.say(\"me-consents\")}" }
            if model.consents.is_empty() {
                EmptyState { icon: IconName::Shield, title: words.say("me-consents-empty") }
            }
            for consent in model.consents.iter().cloned() {
                Card { key: "{consent.app}-{name(&consent.subject)}", heading: name(&consent.subject),
                    p { {words.pick(&consent.purpose)} }
                    p { class: "fi-muted", {words.0.instant(consent.given_at.as_millisecond())} }
                    Button {
                        label: words.say("me-consent-revoke"),
                        on_press: {
                            let say = say.clone();
                            move |()| say.that(ConsentsMsg::RevokedConsent(consent.app.clone(), consent.subject.clone()))
                        },
                    }
                }
            }
        }
    }
}

/// A line of the ledger.
struct Line {
    at: Timestamp,
    title: Said,
    detail: Option<String>,
}

/// What was disclosed to departments, and when helpers looked, the newest first.
fn lines(model: &Model, words: &Words) -> Vec<Line> {
    let disclosed = model.disclosures.iter().map(|line| Line {
        at: line.at,
        title: department_name(model, words, &line.app.department),
        detail: Some(given(model, words, line)),
    });
    // What is older than the oldest line that was read has its place among those that were not.
    let since = model.disclosures.last().filter(|_| model.has_more_disclosures).map(|line| line.at);
    let looks = model.help.helpers.iter().flat_map(|kept| &kept.value.looks);
    let looks = looks.filter(|look| since.is_none_or(|since| look.at >= since)).map(|look| Line {
        at: look.at,
        title: match &look.department {
            None => words
                .with("family-ledger-look", &Args::new().text("name", words.0.isolate(&look.name)))
                .into(),
            Some(_) => {
                words.with("family-ledger-act", &Args::new().text("name", words.0.isolate(&look.name))).into()
            }
        },
        detail: look.department.as_ref().map(|id| department_name(model, words, id).to_string()),
    });
    // What was handed over stands among what departments were given, with all that went along.
    let on_own = |showing: &&Showing| !matches!(showing.shown_as, ShownAs::Given(_));
    let shown = model.showings.iter().filter(on_own).map(|showing| Line {
        at: showing.at,
        title: words.pick(&showing.title),
        detail: Some(shown_as(words, &showing.shown_as, &|id| department_name(model, words, id).to_string())),
    });
    let mut lines: Vec<Line> = disclosed.chain(looks).chain(shown).collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.at));
    lines
}

/// What was given, in the person's words, and all that went along.
fn given(model: &Model, words: &Words, line: &Disclosure) -> String {
    let along = line.with.iter().map(|piece| match piece {
        Disclosed::Document(title) if title.is_empty() => words.say("sheet-hand-in-document"),
        Disclosed::Document(title) => words.pick(title).to_string(),
        Disclosed::File(name) => words.with("privacy-file", &Args::new().text("name", words.0.isolate(name))),
        Disclosed::Place => words.say("privacy-place"),
        Disclosed::Parameter(name, value) => words.0.isolate(&format!("{name}: {value}")).to_string(),
        Disclosed::Page(address) => words.0.isolate(address).to_string(),
        Disclosed::Text => words.say("privacy-text"),
    });
    let acting_for = line.acting_for.as_ref();
    let acting_for = acting_for
        .map(|name| words.with("privacy-acting-for", &Args::new().text("name", words.0.isolate(name))));
    acting_for
        .into_iter()
        .chain(std::iter::once(disclosed(model, words, line)))
        .chain(along)
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Facts by their names, everything else by the service that it was for.
fn disclosed(model: &Model, words: &Words, line: &Disclosure) -> String {
    let is_case = line.capability == Capability::SubmitCase;
    let id = match line.capability {
        Capability::Call => "privacy-looked-up",
        Capability::SubmitCase => "privacy-handed-in",
        Capability::ReadDocuments => "privacy-documents",
        Capability::Pay => "privacy-paid",
        Capability::Locate => "privacy-region",
        Capability::Open => "privacy-opened",
        _ => return named(words, &line.items),
    };
    let is_it = |service: &&Service| match line.items.first() {
        Some(named) if is_case => named == service.id.as_str(),
        _ => service.mini_app.as_ref().is_some_and(|entry| entry.app == line.app.app),
    };
    let service = model.catalogue.ready().and_then(|catalogue| catalogue.services.iter().find(is_it));
    // A service that is no longer offered has no name any more.
    let name = service.map_or_else(
        || line.app.app.to_string(),
        |service| words.name(&service.name, service.id.as_str()).to_string(),
    );
    let told = words.with(id, &Args::new().text("service", words.0.isolate(&name)));
    // A case names its service first, then the facts that go with it.
    match line.items.get(1..) {
        Some(facts) if is_case && !facts.is_empty() => format!("{told} · {}", named(words, facts)),
        // A payment names its payee first, then how much.
        Some([currency, minor]) if line.capability == Capability::Pay => match minor.parse() {
            Ok(minor) => format!("{told} · {}", words.0.money(&Money { currency: currency.clone(), minor })),
            Err(_) => told,
        },
        _ => told,
    }
}

/// Facts by their names, in a row.
fn named(words: &Words, facts: &[String]) -> String {
    words.list(facts.iter().map(|fact| wording::claim(fact).map_or_else(|| fact.clone(), |id| words.say(id))))
}

#[component]
fn Ledger() -> Element {
    let model = use_model!(catalogue, disclosures, has_more_disclosures, help, showings);
    let say = use_say();
    let words = use_words();
    let mut shown = use_signal(|| PAGE);
    let looked = say.clone();
    use_effect(move || looked.that(FamilyMsg::LookedAtHelpers));
    let lines = lines(&model, &words);
    let count = lines.len();
    rsx! {
        section { aria_labelledby: "fi-ledger",
            h2 { id: "fi-ledger", "{words.say(\"me-ledger\")}" }
            if lines.is_empty() {
                EmptyState { icon: IconName::History, title: words.say("me-ledger-empty") }
            } else {
                List { label: words.say("me-ledger"),
                    for (index, line) in lines.into_iter().take(shown()).enumerate() {
                        ListRow { key: "{index}", title: line.title, detail: line.detail, value: words.0.instant(line.at.as_millisecond()) }
                    }
                }
                if count > shown() || model.has_more_disclosures {
                    Button {
                        label: words.say("mini-app-records-more"),
                        on_press: move |()| {
                            shown += PAGE;
                            if shown() > count {
                                say.that(ConsentsMsg::AskedForMoreLedger);
                            }
                        },
                    }
                }
            }
        }
    }
}
