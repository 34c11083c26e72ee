//! A mini-app that does harm, each kind at a route of its own; for the tests of what a host then does.
//!
//! It speaks the contract itself: the kit would not let it build such views.

#![cfg(target_family = "wasm")]

use fingertip_sdk::bindings::{
    export_component,
    exports::fingertip::mini_app::app::{Event, Guest, Step},
    fingertip::mini_app::{
        view::{Button, Kind, Node, Page, View, Weight},
        words::{Entry, Value},
    },
};

struct Hostile;

impl Guest for Hostile {
    fn update(event: Event) -> Step {
        match event {
            Event::Launched(launch) => match launch.route.as_str() {
                "/loop" => loop {
                    std::hint::black_box(());
                },
                "/memory" => {
                    let mut hoard = Vec::new();
                    loop {
                        hoard.push(std::hint::black_box(vec![1_u8; 1 << 20]));
                    }
                }
                "/trap" => panic!("on purpose"),
                "/cycle" => shown(vec![node("page", page(), vec![1]), node("a", Kind::Text(0), vec![0])]),
                "/crowd" => shown(crowd(10_000)),
                _ => shown(vec![node("page", page(), vec![1]), node("trap", trap(), Vec::new())]),
            },
            _ => panic!("on purpose"),
        }
    }

    fn save() -> Vec<u8> {
        Vec::new()
    }
}

fn crowd(count: u32) -> Vec<Node> {
    let mut nodes = vec![node("page", page(), (1..count).collect())];
    nodes.extend((1..count).map(|at| node(&format!("node-{at}"), Kind::Text(0), Vec::new())));
    nodes
}

fn page() -> Kind {
    Kind::Page(Page { title: 0, step: None })
}

fn trap() -> Kind {
    Kind::Button(Button { label: 0, weight: Weight::Primary, action: "trap".into(), submits: false, confirm: None })
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
