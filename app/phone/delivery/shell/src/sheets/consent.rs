//! Agreeing to share: exactly what, with whom, what for, for how long.

use dioxus::prelude::*;
use fingertip_core::{Question, SheetId};
use fingertip_locale::Args;
use fingertip_standard::{ClaimName, ConsentSubject};

use super::asking::Asking;
use crate::{
    state::{department_name, use_model, use_words},
    wording,
};

#[component]
pub(super) fn Consent(id: SheetId, question: Question, values: Vec<(ClaimName, Option<String>)>) -> Element {
    let model = use_model!(catalogue, open);
    let words = use_words();
    let open = model.open.as_ref();
    let department =
        open.map(|open| department_name(&model, &words, &open.place().department)).unwrap_or_default();
    let value_of = |subject: &ConsentSubject| match subject {
        ConsentSubject::Claim(claim) => {
            values.iter().find(|(name, _)| name == claim).and_then(|(_, value)| value.clone())
        }
        ConsentSubject::Capability(_) => None,
    };
    let name_of = |subject: &ConsentSubject| match subject {
        ConsentSubject::Claim(claim) => wording::claim_name(&words, claim.as_str()),
        ConsentSubject::Capability(capability) => capability.to_string(),
    };
    rsx! {
        Asking {
            id,
            about: "consent",
            title: words.with("sheet-consent-title", &Args::new().text("department", department)),
            agree: words.say("sheet-consent-agree"),
            decline: words.say("sheet-consent-decline"),
            p { "{words.say(\"sheet-consent-body\")}" }
            dl { class: "fi-facts",
                for item in question.items.iter() {
                    div { class: "fi-facts__item", key: "{name_of(&item.subject)}",
                        dt { {name_of(&item.subject)} }
                        dd {
                            if let Some(test) = &item.test {
                                p { {words.with("sheet-consent-test", &Args::new().text("test", words.0.isolate(test)))} }
                                strong { {words.say(tested(value_of(&item.subject).as_deref()))} }
                            } else if let Some(value) = value_of(&item.subject) {
                                strong { bdi { "{value}" } }
                            } else {
                                em { "{words.say(\"sheet-consent-unknown\")}" }
                            }
                            p { {words.with_pick("sheet-consent-purpose", "purpose", &item.purpose)} }
                            p { {words.with_pick("sheet-consent-retention", "retention", &item.retention)} }
                        }
                    }
                }
            }
            if question.is_kept {
                p { "{words.say(\"sheet-consent-kept\")}" }
            }
        }
    }
}

/// What is told of a fact that is only tested.
fn tested(answer: Option<&str>) -> &'static str {
    match answer {
        Some("true") => "sheet-consent-test-yes",
        Some("false") => "sheet-consent-test-no",
        _ => "sheet-consent-unknown",
    }
}
