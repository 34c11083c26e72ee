//! The suite's facts, on this implementation.

use std::{fs, path::Path};

use serde::Deserialize;

use super::{asks_for, fact_from_input, input_from_fact};
use crate::{events::Input, view::Kind};

#[derive(Deserialize)]
struct Case {
    about: String,
    kind: Kind,
    facts: Vec<(String, Option<Input>)>,
}

/// Every case of the suite.
fn suite() -> impl Iterator<Item = Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("conformance/facts");
    fs::read_dir(folder).expect("the suite").map(|file| {
        let text = fs::read_to_string(file.expect("a case").path()).expect("a case");
        serde_json::from_str(&text).expect("a case in the form of README.md")
    })
}

#[test]
fn every_fact_of_the_suite_fills_as_it_says() {
    let mut n_facts = 0;
    for case in suite() {
        for (fact, expected) in case.facts {
            assert_eq!(input_from_fact(&case.kind, &fact), expected, "{}: {fact:?}", case.about);
            n_facts += 1;
        }
    }
    assert!(n_facts >= 40, "{n_facts} facts");
}

#[test]
fn what_a_person_wrote_fills_the_same_kind_of_input_again() {
    let mut n_again = 0;
    for case in suite() {
        for input in case.facts.into_iter().filter_map(|(_, input)| input) {
            let Some(fact) = fact_from_input(&input) else { continue };
            let again = input_from_fact(&case.kind, &fact).expect("a value");
            assert_eq!(fact_from_input(&again).as_deref(), Some(&*fact), "{}", case.about);
            n_again += 1;
        }
    }
    assert!(n_again >= 15, "{n_again} values");
}

#[test]
fn what_is_anybodys_is_offered_nowhere() {
    let kind = |json: serde_json::Value| -> Kind { serde_json::from_value(json).expect("a kind") };
    let text = |purpose: &str, fills_from: Option<&str>| {
        let field = serde_json::json!({ "label": 0, "hint": null, "error": null, "optional": false, "fills_from": fills_from, "reports_change": false });
        kind(
            serde_json::json!({ "TextInput": { "field": field, "purpose": purpose, "initial": "", "max_chars": 0 } }),
        )
    };
    for (purpose, fills_from, asked) in [
        ("phone", None, Some("phone")),
        ("email", None, Some("email")),
        ("phone", Some("work-phone"), Some("work-phone")),
        ("name", Some("name"), Some("name")),
        ("name", None, None),
        ("national-id", None, None),
        ("plain", None, None),
        ("reference", None, None),
    ] {
        assert_eq!(asks_for(&text(purpose, fills_from)), asked, "{purpose} {fills_from:?}");
    }
    assert_eq!(fact_from_input(&Input::None), None);
    assert_eq!(fact_from_input(&Input::Text("  ".into())), None);
}
