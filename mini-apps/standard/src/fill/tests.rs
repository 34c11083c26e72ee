//! The suite's facts, on this implementation.

use std::{fs, path::Path};

use serde::Deserialize;

use super::input_from_fact;
use crate::{events::Input, view::Kind};

#[derive(Deserialize)]
struct Case {
    about: String,
    kind: Kind,
    facts: Vec<(String, Option<Input>)>,
}

#[test]
fn every_fact_of_the_suite_fills_as_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("conformance/facts");
    let mut n_facts = 0;
    for file in fs::read_dir(folder).expect("the suite") {
        let text = fs::read_to_string(file.expect("a case").path()).expect("a case");
        let case: Case = serde_json::from_str(&text).expect("a case in the form of README.md");
        for (fact, expected) in case.facts {
            assert_eq!(input_from_fact(&case.kind, &fact), expected, "{}: {fact:?}", case.about);
            n_facts += 1;
        }
    }
    assert!(n_facts >= 40, "{n_facts} facts");
}
