use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use fingertip_locale::{Formatter, Messages, shell_messages};
use fingertip_standard::{
    fill,
    step::{CheckedStep, Step},
    view::{Image, Page, Table},
    words::Entry,
};

use super::*;

#[path = "../../examples/gallery/sample.rs"]
mod sample;

use sample::Sample;

fn samples(language: &str) -> [(&'static str, Sample); 5] {
    [
        ("form", sample::form(language)),
        ("inputs", sample::inputs(language)),
        ("reading", sample::reading(language)),
        ("places", sample::places(language)),
        ("end", sample::end(language)),
    ]
}

fn render(sample: Sample, errors: BTreeMap<String, String>) -> String {
    render_with(sample, errors, BTreeMap::new())
}

fn render_with(sample: Sample, errors: BTreeMap<String, String>, known: Known) -> String {
    #[component]
    fn Host(sample: HostSample) -> Element {
        let (sample, errors, known) = sample.0.borrow_mut().take().expect("drawn once");
        rsx! {
            ViewTree {
                view: sample.view, words: sample.words, inputs: sample.inputs, claims: sample.claims, known, errors,
                code_lists: CodeLists(Rc::new(|_| (1..=40).map(|number| (number.to_string(), format!("No. {number}"))).collect())),
                on_event: |_| {},
            }
        }
    }
    let mut dom = VirtualDom::new_with_props(
        Host,
        HostProps { sample: HostSample(Rc::new(RefCell::new(Some((sample, errors, known))))) },
    );
    dom.rebuild_in_place();
    dioxus_ssr::render(&dom)
}

/// Props of a root must be comparable and a sample is not.
#[derive(Clone)]
struct HostSample(Rc<RefCell<Option<WithErrors>>>);

type Known = BTreeMap<String, Vec<KnownFact>>;
type WithErrors = (Sample, BTreeMap<String, String>, Known);

impl PartialEq for HostSample {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Every start tag: its name and attributes.
fn tags(html: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let mut tags = Vec::new();
    for part in html.split('<').skip(1).filter(|part| !part.starts_with(['/', '!'])) {
        let inside = part.split('>').next().unwrap_or_default();
        let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
        let mut attributes = BTreeMap::new();
        while let Some((key, after)) = rest.split_once('=') {
            let (value, left) = match after.strip_prefix('"') {
                Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
                None => after.split_once(' ').unwrap_or((after, "")),
            };
            attributes.insert(key.trim().to_owned(), value.to_owned());
            rest = left;
        }
        tags.push((name.to_owned(), attributes));
    }
    tags
}

/// What every page must hold; the words of the fault name the sample.
fn assert_accessible(name: &str, html: &str) {
    let tags = tags(html);
    assert_eq!(tags.iter().filter(|(tag, _)| tag == "h1").count(), 1, "{name}: one h1");
    let ids: Vec<&String> = tags.iter().filter_map(|(_, attributes)| attributes.get("id")).collect();
    let unique: BTreeSet<&String> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "{name}: an id stands twice in {ids:?}");
    let labels: BTreeSet<&String> = tags
        .iter()
        .filter(|(tag, _)| tag == "label")
        .filter_map(|(_, attributes)| attributes.get("for"))
        .collect();
    for (tag, attributes) in &tags {
        if ["input", "textarea", "select"].contains(&tag.as_str()) {
            let id = attributes
                .get("id")
                .unwrap_or_else(|| panic!("{name}: an input without an id: {attributes:?}"));
            assert!(labels.contains(id), "{name}: no label for {id}");
        }
        for reference in ["aria-describedby", "aria-labelledby", "aria-controls"] {
            for id in attributes.get(reference).into_iter().flat_map(|ids| ids.split(' ')) {
                assert!(unique.contains(&id.to_owned()), "{name}: {reference} names {id}, which is nowhere");
            }
        }
        if tag == "img" {
            assert!(attributes.contains_key("alt"), "{name}: a picture without alt");
        }
        if tag == "svg" {
            assert!(html.contains("aria-hidden"), "{name}: drawings are hidden");
        }
        assert!(
            tag != "button" || attributes.get("type").is_some_and(|kind| kind == "button"),
            "{name}: a button that would submit"
        );
    }
    for link in tags
        .iter()
        .filter_map(|(_, attributes)| attributes.get("href"))
        .filter_map(|href| href.strip_prefix("#fi-"))
    {
        assert!(unique.contains(&format!("fi-{link}")), "{name}: a link leads to {link}, which is nowhere");
    }
}

#[test]
fn every_page_is_accessible_in_every_language() {
    for language in ["zh-Hans", "en"] {
        for (name, sample) in samples(language) {
            assert_accessible(name, &render(sample, BTreeMap::new()));
        }
    }
}

/// `asked` is what the sample's field names, by a claim or by its purpose.
#[test]
fn what_is_known_is_offered_where_it_is_asked_for_and_not_where_it_stands_already() {
    let offers = |held: Option<Input>| {
        let mut sample = sample::form("en");
        let node = sample
            .view
            .nodes
            .iter()
            .find(|node| fill::asks_for(&node.kind) == Some("phone"))
            .expect("a telephone number");
        sample.inputs.extend(held.map(|held| (node.key.clone(), held)));
        let source = |text: &str| Said::from(text.to_owned());
        let known = [
            (
                "phone".to_owned(),
                vec![KnownFact { fact: "13800138000".into(), source: source("You wrote this") }],
            ),
            (
                "nothing-asks-for-it".to_owned(),
                vec![KnownFact { fact: "secret".into(), source: source("x") }],
            ),
        ]
        .into_iter()
        .collect();
        let html = render_with(sample, BTreeMap::new(), known);
        assert_accessible("known", &html);
        assert!(!html.contains("secret"));
        html.matches("fi-known__source").count()
    };
    assert_eq!(offers(None), 1);
    assert_eq!(offers(Some(Input::Text("13900139000".into()))), 1, "another number can be put in its place");
    assert_eq!(offers(Some(Input::Text("13800138000".into()))), 0);
}

#[test]
fn every_page_is_accessible_with_an_error_at_every_input() {
    for (name, sample) in samples("en") {
        let inputs: Vec<_> = sample
            .view
            .nodes
            .iter()
            .filter(|node| node.kind.field().is_some())
            .map(|node| node.key.clone())
            .collect();
        let html =
            render(sample, inputs.iter().map(|key| (key.clone(), format!("{key} is missing"))).collect());
        assert_accessible(name, &html);
        for key in inputs {
            assert!(
                html.contains(&format!("href=\"#{}\"", input_id(&key))),
                "{name}: the summary leads to {key}"
            );
            assert!(
                html.contains(&format!("id=\"{}_error\"", input_id(&key))),
                "{name}: the error stands beside {key}"
            );
        }
    }
}

#[test]
fn a_browser_test_finds_every_input_by_key_and_every_button_by_action() {
    for (name, sample) in samples("en") {
        let view = sample.view.clone();
        let tags = tags(&render(sample, BTreeMap::new()));
        let holds = |attribute: &str, value: &str| {
            tags.iter().any(|(_, attributes)| attributes.get(attribute).is_some_and(|is| is == value))
        };
        for node in &view.nodes {
            assert!(
                node.kind.field().is_none() || holds("data-key", &node.key),
                "{name}: no input with the key {}",
                node.key
            );
            let actions: Vec<&String> = match &node.kind {
                Kind::Button(button) => vec![&button.action],
                Kind::Bill(bill) => vec![&bill.action],
                Kind::LinkList(links) => links.iter().map(|link| &link.action).collect(),
                Kind::Summary(rows) => rows.iter().filter_map(|row| row.change_action.as_ref()).collect(),
                Kind::RecordList(list) => {
                    list.rows.iter().filter_map(|row| row.action.as_ref()).chain(&list.more_action).collect()
                }
                _ => Vec::new(),
            };
            for action in actions {
                assert!(holds("data-action", action), "{name}: nothing does {action}");
            }
        }
    }
}

#[test]
fn the_samples_hold_every_kind() {
    let mut drawn: BTreeSet<&str> = BTreeSet::new();
    for (_, sample) in samples("en") {
        let words = vec![Entry::Value(fingertip_standard::words::Value::Integer(1)); 200];
        CheckedStep::new(Step { words, view: Some((*sample.given).clone()), requests: Vec::new() })
            .expect("a view that keeps the rules");
        drawn.extend(sample.view.nodes.iter().map(|node| node.kind.name()));
    }
    assert_eq!(drawn.len(), 36, "{drawn:?}");
}

#[test]
fn no_message_is_missing() {
    for language in ["zh-Hans", "en"] {
        for (name, sample) in samples(language) {
            let html = render(sample, BTreeMap::new());
            assert!(!html.contains("mini-app-"), "{name} in {language} shows the id of a message");
        }
    }
}

#[test]
fn no_input_cuts_what_is_typed() {
    for (name, sample) in samples("en") {
        let html = render(sample, BTreeMap::new());
        assert!(!html.contains("maxlength"), "{name} would cut a pasted text without a word");
    }
}

/// Drawings and empty spans say nothing that a reviewer reads.
fn without_drawings(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<svg") {
        text.push_str(before);
        text.push_str("<svg/>");
        rest = after.split_once("</svg>").map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    text.replace('>', ">\n").replace("</", "\n</").replace("\n\n", "\n")
}

#[test]
fn pages_look_as_before() {
    for language in ["zh-Hans", "en"] {
        for (name, sample) in samples(language) {
            insta::assert_snapshot!(
                format!("{name}-{language}"),
                without_drawings(&render(sample, BTreeMap::new()))
            );
        }
    }
}

#[test]
fn what_is_not_shared_is_not_shown() {
    let html = render(sample::end("en"), BTreeMap::new());
    assert!(html.contains("Not shared"));
}

#[test]
fn what_a_person_typed_comes_back_even_where_it_is_no_number() {
    let mut sample = sample::inputs("en");
    sample.inputs.insert("area".into(), Input::Text("about 90".into()));
    sample.inputs.insert("born".into(), Input::Text("1950--3".into()));
    let html = render(sample, BTreeMap::new());
    assert!(html.contains("about 90") && html.contains("1950"));
}

#[test]
fn data_cannot_become_markup() {
    let mut sample = sample::form("en");
    sample.claims.insert("name".into(), "<script>alert(1)</script>".into());
    assert!(!render(sample, BTreeMap::new()).contains("<script>"));
}

/// A view with a picture shown `times` times, and a table of `rows` rows.
fn crowded(times: u32, rows: u32) -> String {
    #[component]
    fn Host(times: u32, rows: u32) -> Element {
        let image = Image { path: "common/a b.svg".into(), alternative: Some(0) };
        let table = Table { caption: 0, columns: vec![0], rows: (0..rows).map(|_| vec![0]).collect() };
        let mut kinds: Vec<Kind> = (0..times).map(|_| Kind::Image(image.clone())).collect();
        kinds.push(Kind::Table(table));
        let count = u32::try_from(kinds.len()).expect("few");
        let page = Node {
            key: "page".into(),
            kind: Kind::Page(Page { title: 0, step: None }),
            children: (1..=count).collect(),
        };
        let node = |(at, kind)| Node { key: format!("node-{at}"), kind, children: Vec::new() };
        let nodes = std::iter::once(page).chain(kinds.into_iter().enumerate().map(node)).collect();
        let entries = [Entry::Value(fingertip_standard::words::Value::Data("Word".into()))];
        let messages = Arc::new(Messages::new([]).expect("no messages"));
        let formatter = Formatter::new(shell_messages(), "en");
        let words = Words::new(entries.into(), messages, formatter, Arc::new(|_, _| None));
        let svg = br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 12"/>"#.to_vec();
        let images = use_hook(|| Images::of(Arc::new(BTreeMap::from([("common/a b.svg".to_owned(), svg)]))));
        let view = use_hook(|| Arc::new(View { nodes, focus: None, revision: 1 }));
        rsx! { ViewTree { view, words, images, on_event: |_| {} } }
    }
    let mut dom = VirtualDom::new_with_props(Host, HostProps { times, rows });
    dom.rebuild_in_place();
    dioxus_ssr::render(&dom)
}

#[test]
fn a_picture_stands_once_in_the_page_however_often_it_is_shown() {
    let html = crowded(300, 1);
    assert_eq!(html.matches("data:image/svg+xml").count(), 1);
    assert_eq!(html.matches("href=\"#fi-picture-common_2fa_20b_2esvg\"").count(), 300);
    assert_eq!(html.matches("role=\"img\" aria-label=\"Word\"").count(), 300, "each with its words");
}

#[test]
fn a_long_table_is_drawn_in_parts() {
    let long = crowded(0, 1000);
    assert_eq!(long.matches("scope=\"row\"").count(), crate::parts::PART);
    assert!(long.contains("more-rows"));
    assert!(!crowded(0, 50).contains("more-rows"));
}

#[test]
fn a_field_that_was_filled_says_from_where_beside_its_own_hint_until_the_person_changes_it() {
    let drawn = |typed: &str| {
        let mut sample = sample::inputs("en");
        let mut view = View::clone(&sample.view);
        let key = view
            .nodes
            .iter()
            .find(|node| node.kind.field().is_some_and(|field| field.fills_from.as_deref() == Some("name")))
            .map(|node| node.key.clone())
            .expect("a field that the name fills");
        let hint = view.nodes.iter().find_map(|node| node.kind.field().and_then(|field| field.hint));
        for node in view.nodes.iter_mut().filter(|node| node.key == key) {
            let Kind::TextInput(input) = &mut node.kind else { panic!("a line of text") };
            input.field.hint = input.field.hint.or(hint).or(Some(0));
        }
        sample.view = Arc::new(view);
        sample.inputs.insert(key, Input::Text(typed.to_owned()));
        render(sample, BTreeMap::new())
    };
    assert!(drawn("Wang Xiuying").contains("Filled in from your identity"));
    assert!(!drawn("Wang Xiuying 2").contains("Filled in from your identity"), "it is the person's own now");
}
