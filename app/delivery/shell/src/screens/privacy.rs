//! What the person agreed to, what was disclosed to whom, and how this device keeps it.

use dioxus::prelude::*;
use fingertip_headless::{Msg, Protection};
use fingertip_locale::Args;
use fingertip_standard::ConsentSubject;
use fingertip_ui::components::{Button, Card, EmptyState, IconName, List, ListRow, Notice, Tone, Weight};

use super::Back;
use crate::{
    state::{Words, department_name, use_model, use_say},
    wording,
};

/// How many lines of the ledger are shown at first, and with each press.
const PAGE: usize = 20;

#[component]
pub(crate) fn Privacy() -> Element {
    let model = use_model();
    let words = Words::of(&model);
    rsx! {
        Back { title: words.say("me-title") }
        h1 { "{words.say(\"privacy-title\")}" }
        p { "{words.say(\"privacy-body\")}" }
        Agreed {}
        Ledger {}
        MyData {}
        p { class: "fi-muted",
            {words.say(match model.protection {
                Protection::KeyStore => "me-protection-key-store",
                Protection::Files => "me-protection-files",
                Protection::Memory => "me-protection-memory",
            })}
        }
    }
}

#[component]
fn Agreed() -> Element {
    let model = use_model();
    let say = use_say();
    let words = Words::of(&model);
    let name = |subject: &ConsentSubject| match subject {
        ConsentSubject::Claim(claim) => wording::claim(claim.as_str()).map_or_else(|| claim.to_string(), |id| words.say(id)),
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
                            move |()| say(Msg::RevokedConsent(consent.app.clone(), consent.subject.clone()))
                        },
                    }
                }
            }
        }
    }
}

/// Taken along, or taken off this device; what cannot be undone asks once more, and says what is lost.
#[component]
fn MyData() -> Element {
    let model = use_model();
    let say = use_say();
    let words = Words::of(&model);
    let mut is_asking = use_signal(|| false);
    let (export, delete) = (say.clone(), say);
    let waiting = u32::try_from(model.waiting).unwrap_or(u32::MAX);
    rsx! {
        section { aria_labelledby: "fi-my-data",
            h2 { id: "fi-my-data", "{words.say(\"data-title\")}" }
            p { "{words.say(\"data-export-body\")}" }
            Button { label: words.say("data-export"), icon: IconName::Download, is_wide: true, on_press: move |()| export(Msg::AskedToExport) }
            if is_asking() {
                Notice { tone: Tone::Urgent, tone_label: words.say("tone-urgent"), title: words.say("data-delete-sure"), is_announced: true,
                    p { "{words.say(\"data-delete-body\")}" }
                    if waiting > 0 {
                        p { strong { {words.with("data-delete-waiting", &Args::new().number("count", waiting))} } }
                    }
                    div { class: "fi-chips",
                        Button { label: words.say("data-delete-keep"), weight: Weight::Primary, on_press: move |()| is_asking.set(false) }
                        Button { label: words.say("data-delete-yes"), weight: Weight::Destructive, on_press: move |()| delete(Msg::AskedToDelete) }
                    }
                }
            } else {
                Button { label: words.say("data-delete"), icon: IconName::Remove, weight: Weight::Destructive, is_wide: true, on_press: move |()| is_asking.set(true) }
            }
        }
    }
}

#[component]
fn Ledger() -> Element {
    let model = use_model();
    let words = Words::of(&model);
    let mut shown = use_signal(|| PAGE);
    rsx! {
        section { aria_labelledby: "fi-ledger",
            h2 { id: "fi-ledger", "{words.say(\"me-ledger\")}" }
            if model.disclosures.is_empty() {
                EmptyState { icon: IconName::History, title: words.say("me-ledger-empty") }
            } else {
                List { label: words.say("me-ledger"),
                    for (index, line) in model.disclosures.iter().take(shown()).enumerate() {
                        ListRow {
                            key: "{index}",
                            title: department_name(&model, &words, &line.app.department),
                            detail: line.items.iter().map(|item| wording::claim(item).map_or_else(|| item.clone(), |id| words.say(id))).collect::<Vec<_>>().join(", "),
                            value: words.0.instant(line.at.as_millisecond()),
                        }
                    }
                }
                if model.disclosures.len() > shown() {
                    Button { label: words.say("mini-app-records-more"), on_press: move |()| shown += PAGE }
                }
            }
        }
    }
}
