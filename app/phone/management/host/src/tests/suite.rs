//! The suite's cases of a host, on this one.

use std::{collections::BTreeMap, fs, path::Path};

use fingertip_standard::{
    ConsentSubject, StandingConsent,
    events::{Event, Input},
    requests::Answer,
    view::View,
};
use serde::Deserialize;

use super::app::{World, asks, claims, manifest, of, opened, opening, performs, stepped, told};

/// What the person does.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Deed {
    Change(String, Input),
    AddCopy(String),
    RemoveCopy(String, u32),
    Submit(String),
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Expected {
    Inputs(Vec<(String, Input)>),
    Problems(BTreeMap<String, String>),
}

#[derive(Deserialize)]
struct Case {
    about: String,
    view: View,
    facts: Vec<(String, String)>,
    deeds: Vec<Deed>,
    expect: Expected,
}

#[test]
fn every_case_of_the_suite_comes_out_as_it_says() {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../mini-apps/standard/conformance/host");
    let mut n_cases = 0;
    for file in fs::read_dir(folder).expect("the suite") {
        let text = fs::read_to_string(file.expect("a case").path()).expect("a case");
        run(serde_json::from_str(&text).expect("a case in the form of README.md"));
        n_cases += 1;
    }
    assert!(n_cases >= 8, "{n_cases} cases");
}

/// The person of a case agreed to everything before.
fn world() -> World {
    let agreed = |claim: &fingertip_standard::manifest::ClaimUse| StandingConsent {
        app: manifest().app_id,
        subject: ConsentSubject::Claim(claim.claim.clone()),
        purpose: claim.purpose.clone(),
        retention: Some(claim.retention.clone()),
        test: None,
        given_at: super::app::at(0),
    };
    let consents = manifest().fingertip.claims.iter().map(agreed).collect();
    World { consents, ..World::signed_in() }
}

fn run(case: Case) {
    let world = world();
    let mut app = opening();
    app.opened(opened(stepped(Some(case.view), vec![(1, claims(&["name"]))])), &world.around(0));
    let request = *of(&app).pending.keys().next().expect("the facts are asked for");
    app.answer(request, Answer::Claims(case.facts));
    let mut handed_in = None;
    while !of(&app).in_flight.is_empty() {
        app.take(asks(Vec::new()), &world.around(0));
    }
    for deed in case.deeds {
        let effects = match deed {
            Deed::Change(key, input) => app.change(&key, input),
            Deed::AddCopy(group) => app.add_copy(&group),
            Deed::RemoveCopy(group, copy) => app.remove_copy(&group, copy),
            Deed::Submit(action) => app.submit(&action),
        };
        assert!(performs(&effects).is_empty());
        for event in told(&effects) {
            if let Event::Submitted(submitted) = event {
                handed_in = Some(submitted.inputs);
            }
            app.take(asks(Vec::new()), &world.around(0));
        }
    }
    let problems: BTreeMap<String, String> = of(&app)
        .problems
        .iter()
        .map(|(key, problem)| (key.clone(), problem.message_id().to_owned()))
        .collect();
    match case.expect {
        Expected::Inputs(inputs) => {
            assert_eq!(problems, BTreeMap::new(), "{}", case.about);
            assert_eq!(handed_in, Some(inputs), "{}", case.about);
        }
        Expected::Problems(expected) => {
            assert_eq!(handed_in, None, "{}", case.about);
            assert_eq!(problems, expected, "{}", case.about);
        }
    }
}
