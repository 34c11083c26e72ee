use super::*;
use crate::{
    limits,
    requests::Wish,
    view::{Button, Kind, Node, Page, Section, Weight},
    words::{Entry, Value},
};

fn node(key: &str, kind: Kind, children: &[u32]) -> Node {
    Node { key: key.into(), kind, children: children.to_vec() }
}

fn page(children: &[u32]) -> Node {
    node("page", Kind::Page(Page { title: 0, step: None }), children)
}

fn check(nodes: Vec<Node>) -> Result<CheckedStep, StepError> {
    CheckedStep::new(Step {
        words: vec![Entry::Value(Value::Data("a".into()))],
        view: Some(View { nodes, focus: None, revision: 1 }),
        requests: Vec::new(),
    })
}

fn section() -> Kind {
    Kind::Section(Section { title: None, lead: None })
}

#[test]
fn a_tree_is_taken() {
    check(vec![
        page(&[1, 2]),
        node("a", section(), &[3]),
        node("b", Kind::Text(0), &[]),
        node("c", Kind::Text(0), &[]),
    ])
    .expect("a tree");
}

#[test]
fn cycles_orphans_and_shared_children_are_refused() {
    for nodes in [
        vec![page(&[1]), node("a", section(), &[0])],
        vec![page(&[1]), node("a", section(), &[1])],
        vec![page(&[1]), node("a", section(), &[2]), node("b", section(), &[1])],
        vec![page(&[1, 1]), node("a", section(), &[])],
        vec![page(&[]), node("a", section(), &[])],
        vec![page(&[9])],
        vec![node("a", section(), &[])],
        Vec::new(),
    ] {
        assert!(matches!(check(nodes.clone()), Err(StepError::NotATree { .. })), "{nodes:?}");
    }
}

#[test]
fn ten_thousand_nodes_are_refused() {
    let nodes = std::iter::once(page(&(1..10_000).collect::<Vec<_>>()))
        .chain((1..10_000).map(|i| node(&format!("n{i}"), Kind::Text(0), &[])));
    assert_eq!(
        check(nodes.collect()),
        Err(StepError::TooMany { what: "nodes", found: 10_000, limit: limits::VIEW_NODES })
    );
}

#[test]
fn a_deep_view_is_refused() {
    let mut nodes: Vec<Node> = (1..40).map(|i| node(&format!("n{i}"), section(), &[i + 1])).collect();
    nodes.insert(0, page(&[1]));
    nodes.push(node("last", Kind::Text(0), &[]));
    assert!(matches!(check(nodes), Err(StepError::TooMany { what: "depth", .. })));
}

#[test]
fn words_keys_and_buttons_are_checked() {
    let button = |key: &str| {
        node(
            key,
            Kind::Button(Button {
                label: 0,
                weight: Weight::Primary,
                action: "go".into(),
                submits: true,
                confirm: None,
            }),
            &[],
        )
    };
    assert!(matches!(
        check(vec![page(&[1]), node("a", Kind::Text(7), &[])]),
        Err(StepError::NoSuchWord { word: 7, .. })
    ));
    assert!(matches!(
        check(vec![page(&[1, 2]), node("a", Kind::Text(0), &[]), node("a", Kind::Text(0), &[])]),
        Err(StepError::SameKey { .. })
    ));
    assert!(matches!(check(vec![page(&[1, 2]), button("a"), button("b")]), Err(StepError::Rule { .. })));
    assert!(matches!(
        check(vec![page(&[1]), node("a", Kind::Tabs(vec![0]), &[])]),
        Err(StepError::Rule { .. })
    ));
}

#[test]
fn repeat_groups_stay_within_the_limits_with_every_copy() {
    let group = |at_most| {
        Kind::RepeatGroup(crate::view::RepeatGroup { label: 0, add_label: 0, at_least: 0, at_most })
    };
    check(vec![page(&[1]), node("a", group(20), &[2]), node("b", Kind::Text(0), &[])])
        .expect("a repeat group");
    assert!(matches!(check(vec![page(&[1]), node("a", group(21), &[])]), Err(StepError::Rule { .. })));
    assert!(matches!(
        check(vec![
            page(&[1]),
            node("a", group(2), &[2]),
            node("b", section(), &[3]),
            node("c", group(2), &[])
        ]),
        Err(StepError::NotATree { .. })
    ));
    let texts = (2..=40).map(|at| node(&format!("n{at}"), Kind::Text(0), &[]));
    let nodes = [page(&[1]), node("a", group(20), &(2..=40).collect::<Vec<_>>())].into_iter().chain(texts);
    assert!(matches!(check(nodes.collect()), Err(StepError::TooMany { what: "nodes with every copy", .. })));
}

#[test]
fn too_much_text_is_refused() {
    let step = Step {
        words: vec![Entry::Value(Value::Data("x".repeat(limits::STEP_TEXT_BYTES + 1)))],
        ..Step::default()
    };
    assert!(matches!(CheckedStep::new(step), Err(StepError::TooMany { what: "bytes of text", .. })));
}

#[test]
fn a_point_at_the_least_number_is_off_the_earth() {
    let point = |latitude_e6, longitude_e6| crate::view::MapPoint {
        label: 0,
        latitude_e6,
        longitude_e6,
        action: None,
    };
    for off in [point(i32::MIN, 0), point(0, i32::MIN), point(90_000_001, 0)] {
        assert!(matches!(
            check(vec![page(&[1]), node("a", Kind::Points(vec![off]), &[])]),
            Err(StepError::Rule { .. })
        ));
    }
    check(vec![page(&[1]), node("a", Kind::Points(vec![point(-90_000_000, 180_000_000)]), &[])])
        .expect("on the earth");
}

#[test]
fn no_key_is_that_of_a_copy() {
    let group =
        || Kind::RepeatGroup(crate::view::RepeatGroup { label: 0, add_label: 0, at_least: 0, at_most: 2 });
    for twin in ["a.0.b", "a.1", "a.9.c"] {
        let nodes = vec![
            page(&[1, 3]),
            node("a", group(), &[2]),
            node("b", Kind::Text(0), &[]),
            node(twin, Kind::Text(0), &[]),
        ];
        assert!(matches!(check(nodes), Err(StepError::Rule { .. })), "{twin}");
    }
    check(vec![
        page(&[1, 3]),
        node("a", group(), &[2]),
        node("a.b", Kind::Text(0), &[]),
        node("ab", Kind::Text(0), &[]),
    ])
    .expect("none of these is a copy's");
}

#[test]
fn what_holds_nothing_counts_all_the_same() {
    let rows = Kind::Table(crate::view::Table {
        caption: 0,
        columns: Vec::new(),
        rows: vec![Vec::new(); limits::NODE_ITEMS],
    });
    assert!(matches!(
        check(vec![page(&[1]), node("a", rows, &[])]),
        Err(StepError::TooMany { what: "items in one node", .. })
    ));
    let args = vec![(String::new(), Value::Data(String::new())); limits::STEP_TEXT_BYTES];
    let words = vec![Entry::Message(crate::words::Message { id: "a".into(), args })];
    assert!(matches!(
        CheckedStep::new(Step { words, ..Step::default() }),
        Err(StepError::TooMany { what: "bytes of text", .. })
    ));
}

#[test]
fn every_text_of_a_view_and_a_request_counts() {
    let long = "x".repeat(limits::BODY_BYTES + 1);
    let confirmation = crate::view::Confirmation {
        title: 0,
        reference: String::new(),
        next: Vec::new(),
        keeps_document: Some("x".repeat(limits::STEP_TEXT_BYTES + 1)),
    };
    assert!(matches!(
        check(vec![page(&[1]), node("a", Kind::Confirmation(confirmation), &[])]),
        Err(StepError::TooMany { what: "bytes of text", .. })
    ));
    let requests = vec![Request { id: 1, wish: Wish::Open(long) }];
    assert!(matches!(
        CheckedStep::new(Step { requests, ..Step::default() }),
        Err(StepError::TooMany { what: "bytes of a request", .. })
    ));
}

#[test]
fn a_word_counts_as_often_as_it_is_shown() {
    // 100 KB of text that is there once, named by each of 500 nodes, is 50 MB on the page.
    let words = vec![Entry::Value(Value::Data("a".repeat(100 << 10)))];
    let count = 500_u32;
    let mut nodes = vec![page(&(1..=count).collect::<Vec<_>>())];
    nodes.extend((1..=count).map(|at| node(&format!("n{at}"), Kind::Text(0), &[])));
    let view = Some(View { nodes, focus: None, revision: 1 });
    let refused = CheckedStep::new(Step { words, view, requests: Vec::new() });
    assert!(
        matches!(refused, Err(StepError::TooMany { limit: limits::SHOWN_TEXT_BYTES, .. })),
        "{refused:?}"
    );
}

#[test]
fn items_count_in_the_whole_view() {
    let choices = |count: usize| {
        let choice = |at: usize| crate::view::Choice { id: at.to_string(), label: 0, hint: None };
        Kind::LinkList(
            (0..count)
                .map(|at| crate::view::Link {
                    label: 0,
                    detail: None,
                    tone: crate::view::Tone::Neutral,
                    action: choice(at).id,
                })
                .collect(),
        )
    };
    let with = |lists: u32| {
        let mut nodes = vec![page(&(1..=lists).collect::<Vec<_>>())];
        nodes.extend((1..=lists).map(|at| node(&format!("n{at}"), choices(1500), &[])));
        check(nodes)
    };
    assert!(with(4).is_ok());
    assert!(matches!(with(5), Err(StepError::TooMany { limit: limits::VIEW_ITEMS, .. })));
}
