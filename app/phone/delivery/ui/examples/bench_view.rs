//! Times what a mini-app's answer costs the screen: the largest view that the standard allows (600 nodes) built anew and with
//! one changed word, beside the same elements written as plain rsx. Run by `cargo xtask bench shell`.

use std::{sync::Arc, time::Instant};

use dioxus::{
    core::{NoOpMutations, ScopeId},
    prelude::*,
};
use fingertip_locale::{Formatter, Messages, Words, shell_messages};
use fingertip_standard::{
    limits::VIEW_NODES,
    view::{Kind, Node, Page, Section, View},
    words::{Entry, Value},
};
use fingertip_ui::ViewTree;

const RUNS: usize = 200;
/// A section and its paragraphs.
const GROUP: usize = 20;

/// What changes: the last word of the page.
static TURN: GlobalSignal<u32> = Signal::global(|| 0);

/// A page of sections of paragraphs, as many nodes as a view may have.
fn view() -> View {
    let of = |number: usize, kind, children: Vec<usize>| Node {
        key: format!("n{number}"),
        kind,
        children: children.into_iter().filter_map(|child| u32::try_from(child).ok()).collect(),
    };
    let word = |number: usize| u32::try_from(number).unwrap_or_default();
    let sections: Vec<usize> = (1..VIEW_NODES).step_by(GROUP).collect();
    let mut nodes = vec![of(0, Kind::Page(Page { title: 0, step: None }), sections.clone())];
    for number in 1..VIEW_NODES {
        nodes.push(if sections.contains(&number) {
            let paragraphs = (number + 1..(number + GROUP).min(VIEW_NODES)).collect();
            of(number, Kind::Section(Section { title: Some(word(number)), lead: None }), paragraphs)
        } else {
            of(number, Kind::Text(word(number)), Vec::new())
        });
    }
    View { nodes, focus: None, revision: 1 }
}

fn texts(turn: u32) -> Vec<String> {
    (0..VIEW_NODES)
        .map(
            |number| {
                if number + 1 == VIEW_NODES { format!("Word {turn}") } else { format!("Paragraph {number}") }
            },
        )
        .collect()
}

#[component]
fn Ours() -> Element {
    let kept = use_hook(|| Arc::new(view()));
    let entries: Arc<[Entry]> =
        texts(TURN()).into_iter().map(|text| Entry::Value(Value::Data(text))).collect();
    let Ok(none) = Messages::new([]) else { return rsx! {} };
    let words =
        Words::new(entries, Arc::new(none), Formatter::new(shell_messages(), "en"), Arc::new(|_, _| None));
    rsx! { ViewTree { view: kept, words, on_event: |_| {} } }
}

#[component]
fn Plain() -> Element {
    let texts = texts(TURN());
    rsx! {
        form {
            h1 { "{texts[0]}" }
            for (number, group) in texts[1..].chunks(GROUP).enumerate() {
                section { key: "{number}",
                    h2 { "{group[0]}" }
                    for (at, text) in group[1..].iter().enumerate() {
                        p { key: "{at}", "{text}" }
                    }
                }
            }
        }
    }
}

fn time(name: &str, root: fn() -> Element) {
    for _ in 0..RUNS {
        let began = Instant::now();
        let mut dom = VirtualDom::new(root);
        dom.rebuild(&mut NoOpMutations);
        println!("{name} build_ms {:.4}", began.elapsed().as_secs_f64() * 1000.0);
        let began = Instant::now();
        dom.in_scope(ScopeId::ROOT, || *TURN.write() += 1);
        dom.render_immediate(&mut NoOpMutations);
        println!("{name} update_ms {:.4}", began.elapsed().as_secs_f64() * 1000.0);
    }
}

fn main() {
    time("view", Ours);
    time("plain", Plain);
}
