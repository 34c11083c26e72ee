//! A mini-app that does harm, each kind at a route or on a card of its own; for the tests of what a host then does.
//!
//! It speaks the contract itself: the kit would not let it build such views.

#![cfg(target_family = "wasm")]

use std::sync::atomic::{AtomicBool, Ordering};

use fingertip_sdk::{
    bindings::{
        export_component,
        exports::fingertip::mini_app::app::{Event, Guest, Step},
        fingertip::mini_app::{
            events::{Launch, Moment},
            requests::{Answer, Call, Refusal, Request, Wish},
            view::{Button, Kind, Node, Page, Table, Tone, View, Weight},
            words::{Entry, Value},
        },
    },
    widget_bindings::{
        export_widgets,
        exports::fingertip::mini_app1_1_0::widgets::{self, Ask, Widget},
    },
};

/// Whether it says each moment of its life by the key of its page, opened at `/life`.
static TELLS: AtomicBool = AtomicBool::new(false);

struct Hostile;

impl Guest for Hostile {
    fn update(event: Event) -> Step {
        match event {
            Event::Launched(launch) => launched(launch),
            Event::Moment(moment) if TELLS.load(Ordering::Relaxed) => {
                shown(vec![node(page_of(moment), page(), Vec::new())])
            }
            // What the host tells of its life is no harm yet: that comes with a press.
            Event::Moment(_) => Step { words: Vec::new(), view: None, requests: Vec::new() },
            Event::Answered((_, answer)) => answered(answer),
            // What a bench draws again and again.
            Event::LanguageChanged(_) => largest(),
            _ => panic!("on purpose"),
        }
    }

    fn save() -> Vec<u8> {
        Vec::new()
    }
}

impl widgets::Guest for Hostile {
    fn show(ask: Ask) -> Option<Widget> {
        match ask.widget.as_str() {
            "loop" => endless(),
            "memory" => hoard(),
            "trap" => panic!("on purpose"),
            _ => {
                let words = vec![Entry::Value(Value::Data("Hostile".into())); 1000];
                let (tone, details) = (Tone::Neutral, (0..1000).collect());
                Some(Widget {
                    words,
                    title: 0,
                    value: None,
                    details,
                    tone,
                    progress: None,
                    params: Vec::new(),
                })
            }
        }
    }
}

fn launched(launch: Launch) -> Step {
    match launch.route.as_str() {
        "/loop" => endless(),
        "/memory" => hoard(),
        "/trap" => panic!("on purpose"),
        "/cycle" => shown(vec![node("page", page(), vec![1]), node("a", Kind::Text(0), vec![0])]),
        "/crowd" => shown(crowd(10_000)),
        // As much as a view may be, and no more.
        "/largest" => largest(),
        "/open" => {
            let to = launch.params.into_iter().next().map(|(_, to)| to).unwrap_or_default();
            let requests = vec![Request { id: 1, wish: Wish::Open(to) }];
            Step { requests, ..shown(vec![node("page-open", page(), Vec::new())]) }
        }
        // It asks for something that nobody has pressed a button for.
        "/documents" => asks(Wish::ReadDocuments(vec!["social-security-card".into()])),
        "/region" => asks(Wish::Locate),
        "/change" => asks(top_up()),
        // What is refused is asked for again, for ever.
        "/again" => asks(Wish::Fetch("not granted".into())),
        "/life" => {
            TELLS.store(true, Ordering::Relaxed);
            shown(vec![node("page-launched", page(), Vec::new())])
        }
        "/own" => shown(vec![node("page-own", page(), Vec::new())]),
        _ => shown(vec![node("page", page(), vec![1]), node("trap", trap(), Vec::new())]),
    }
}

fn page_of(moment: Moment) -> &'static str {
    match moment {
        Moment::Shown => "page-shown",
        Moment::Hidden => "page-hidden",
        Moment::Resumed => "page-resumed",
        Moment::Unloaded => "page-unloaded",
        Moment::SignedIn | Moment::SignedOut => "page-signed",
    }
}

fn asks(wish: Wish) -> Step {
    let requests = vec![Request { id: 1, wish }];
    Step { requests, ..shown(vec![node("page-asks", page(), Vec::new())]) }
}

fn top_up() -> Wish {
    Wish::Call(Call { operation: "bus-card.top-up".into(), body: "{}".into(), keep_until_online: false })
}

/// Says what was answered by the key of its page.
fn answered(answer: Answer) -> Step {
    let key = match answer {
        Answer::Refused(Refusal::NotGrantedByStore) => return asks(Wish::Fetch("not granted".into())),
        Answer::Refused(_) => "page-refused".to_owned(),
        Answer::Documents(documents) => format!("page-documents-{}", documents.len()),
        Answer::Region(region) => format!("page-region-{region}"),
        Answer::Done => "page-done".to_owned(),
        Answer::Rejected(problem) => format!("page-{}", problem.code),
        _ => "page-other".to_owned(),
    };
    shown(vec![node(&key, page(), Vec::new())])
}

fn endless() -> ! {
    loop {
        std::hint::black_box(());
    }
}

fn hoard() -> ! {
    let mut hoard = Vec::new();
    loop {
        hoard.push(std::hint::black_box(vec![1_u8; 1 << 20]));
    }
}

fn crowd(count: u32) -> Vec<Node> {
    let mut nodes = vec![node("page", page(), (1..count).collect())];
    nodes.extend((1..count).map(|at| node(&format!("node-{at}"), Kind::Text(0), Vec::new())));
    nodes
}

/// A page that is at each limit of a view at once: 600 nodes, three tables of 2,000 cells, and words that show 512 KiB.
fn largest() -> Step {
    const NODES: u32 = 600;
    const TABLES: u32 = 3;
    const WORDS: u32 = 1_600;
    let words =
        (0..WORDS).map(|at| Entry::Value(Value::Data(format!("{at:04} {}", "word ".repeat(14))))).collect();
    let word = |at: u32| at % WORDS;
    let table = |number: u32| {
        let cell = |row: u32, column: u32| word(number * 2_000 + row * 10 + column);
        Kind::Table(Table {
            caption: word(number),
            columns: (0..10).collect(),
            rows: (1..200).map(|row| (0..10).map(|column| cell(row, column)).collect()).collect(),
        })
    };
    let mut nodes = vec![node("page", page(), (1..NODES).collect())];
    nodes.extend((1..NODES).map(|at| {
        let kind = if at <= TABLES { table(at) } else { Kind::Text(word(at)) };
        node(&format!("n{at}"), kind, Vec::new())
    }));
    Step { words, ..shown(nodes) }
}

fn page() -> Kind {
    Kind::Page(Page { title: 0, step: None })
}

fn trap() -> Kind {
    Kind::Button(Button {
        label: 0,
        weight: Weight::Primary,
        action: "trap".into(),
        submits: false,
        confirm: None,
    })
}

fn node(key: &str, kind: Kind, children: Vec<u32>) -> Node {
    Node { key: key.into(), kind, children }
}

fn shown(nodes: Vec<Node>) -> Step {
    Step {
        words: vec![Entry::Value(Value::Data("Hostile".into()))],
        view: Some(View { nodes, focus: None, revision: 1 }),
        requests: Vec::new(),
    }
}

export_component!(Hostile);
export_widgets!(Hostile);
