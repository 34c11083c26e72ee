//! What is known of the person, offered under an input that asks for it: one press fills it in, and nothing is filled in without one.

use dioxus::prelude::*;
use fingertip_locale::Args;
use fingertip_standard::{events::Input, fill, validate, view::Node};

use super::{Draw, ViewEvent};
use crate::{
    Said,
    components::{Button, IconName, Weight},
};

/// The offers for `node`; none where it holds one of them already.
pub(super) fn offers(draw: &Draw<'_>, node: &Node) -> Element {
    let Some(known) = fill::asks_for(&node.kind).and_then(|asked| draw.props.known.get(asked)) else {
        return rsx! {};
    };
    let held = validate::current_input(node, &draw.props.inputs);
    let fitting: Vec<_> = known
        .iter()
        .filter_map(|known| Some((known, fill::input_from_fact(&node.kind, &known.fact)?)))
        .collect();
    if fitting.iter().any(|(_, input)| *input == held) {
        return rsx! {};
    }
    rsx! {
        for (known, input) in fitting {
            Offer {
                key: "{known.fact}",
                label: draw.say_with("mini-app-known-use", &Args::new().text("value", draw.props.words.formatter().isolate(&known.fact))),
                source: known.source.clone(),
                input,
                on_fill: {
                    let (key, on_event) = (node.key.clone(), draw.props.on_event);
                    move |input| on_event.call(ViewEvent::FilledIn { key: key.clone(), input })
                },
            }
        }
    }
}

/// One of them, with where it is from.
#[component]
fn Offer(label: String, source: Said, input: Input, on_fill: EventHandler<Input>) -> Element {
    rsx! {
        div { class: "fi-known",
            Button { label, weight: Weight::Quiet, icon: IconName::Person, on_press: move |()| on_fill.call(input.clone()) }
            p { class: "fi-known__source", {source} }
        }
    }
}
