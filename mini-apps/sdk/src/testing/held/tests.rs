//! The suite's facts and cases of a host, in this harness.

use std::{collections::BTreeMap, fs, path::Path};

use fingertip_standard::{
    events::Input,
    repeat,
    view::{Kind, Node, Page, View},
};
use serde::{Deserialize, de::DeserializeOwned};

use super::{Held, group};
use crate::testing::standard;

fn cases<T: DeserializeOwned>(folder: &str) -> Vec<T> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../standard/conformance").join(folder);
    let read = |path| {
        serde_json::from_str(&fs::read_to_string(path).expect("a case")).expect("in the form of README.md")
    };
    fs::read_dir(folder).expect("the suite").map(|file| read(file.expect("a case").path())).collect()
}

#[derive(Deserialize)]
struct Facts {
    about: String,
    kind: Kind,
    facts: Vec<(String, Option<Input>)>,
}

#[test]
fn every_fact_of_the_suite_fills_as_it_says() {
    for case in cases::<Facts>("facts") {
        let page =
            Node { key: "page".into(), kind: Kind::Page(Page { title: 0, step: None }), children: vec![1] };
        let input = Node { key: "input".into(), kind: case.kind, children: Vec::new() };
        let view = View { nodes: vec![page, input], focus: None, revision: 1 };
        for (fact, expected) in case.facts {
            let mut held = Held::default();
            held.agree(&[("fact".into(), fact.clone())], Some(&view));
            assert_eq!(held.inputs.get("input"), expected.as_ref(), "{}: {fact:?}", case.about);
        }
    }
}

/// What the person does.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Deed {
    Change(String, Input),
    AddCopy(String),
    RemoveCopy(String, u32),
    Submit(String),
}

#[derive(Debug, PartialEq, Deserialize)]
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
fn every_case_of_a_host_comes_out_as_it_says() {
    for case in cases::<Case>("host") {
        let hands_in = |action: &str| {
            let submits = |node: &Node| matches!(&node.kind, Kind::Button(button) if button.submits && button.action == action);
            case.view.nodes.iter().any(submits)
        };
        assert!(case.deeds.iter().all(|deed| !matches!(deed, Deed::Submit(action) if !hands_in(action))));
        let (view, mut held, mut last) = (case.view, Held::default(), None);
        held.agree(&case.facts, Some(&view));
        for deed in case.deeds {
            match deed {
                Deed::Change(key, input) => {
                    // There and back: what a mini-app is told is what the host holds.
                    held.change(&key, standard::input(&standard::lowered(input)));
                }
                Deed::AddCopy(key) => drop(held.add_copy(&view, &key)),
                Deed::RemoveCopy(key, copy) => {
                    let group = group(&view, &key).expect("a group");
                    repeat::remove_copy(&key, &group, copy, &mut held.inputs);
                }
                Deed::Submit(_) => {
                    last = Some(held.hand_in(&view).map_or_else(
                        |problems| {
                            let ids = problems
                                .into_iter()
                                .map(|(key, problem)| (key, problem.message_id().to_owned()));
                            Expected::Problems(ids.collect())
                        },
                        Expected::Inputs,
                    ));
                }
            }
        }
        assert_eq!(last, Some(case.expect), "{}", case.about);
    }
}
