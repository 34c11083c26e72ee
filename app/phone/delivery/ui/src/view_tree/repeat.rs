//! Groups that repeat: every copy, and the buttons that add one or take one away.

use dioxus::prelude::*;
use fingertip_locale::Args;
use fingertip_standard::{
    repeat,
    view::{Node, RepeatGroup},
};

use super::{Draw, ViewEvent, nodes, structure::heading};
use crate::{
    components::{Button, IconName, Weight},
    focus::{focus_element, input_id, node_id},
};

pub(super) fn group(draw: &Draw<'_>, node: &Node, group: &RepeatGroup, level: u8) -> Element {
    let count = repeat::copies(&node.key, group, &draw.props.inputs);
    let each = (node.children.len() / count.max(1) as usize).max(1);
    let can_remove = count > group.at_least.max(1);
    let copies = node.children.chunks(each).zip(0_u32..).map(|(children, copy)| {
        let args = Args::new().text("label", draw.word(group.label)).number("number", copy + 1);
        let title = draw.say_with("mini-app-repeat-item", &args);
        let remove = draw.say_with("mini-app-repeat-remove", &Args::new().text("item", title.clone()));
        let on_remove = draw.emit(ViewEvent::CopyRemoved { group: node.key.clone(), copy });
        rsx! {
            fieldset { key: "{copy}", class: "fi-repeat__copy",
                legend { class: "fi-view__legend", {heading(&title, level, None)} }
                {nodes(draw, children, level + 1)}
                if can_remove {
                    Button { label: remove, icon: IconName::Remove, weight: Weight::Quiet, on_press: on_remove }
                }
            }
        }
    });
    let newest =
        node.children.len().checked_sub(each).and_then(|first| draw.node(*node.children.get(first)?));
    let target = newest
        .map(|child| if child.kind.field().is_some() { input_id(&child.key) } else { node_id(&child.key) });
    rsx! {
        div { class: "fi-repeat",
            {copies}
            FocusNewest { count, target: target.unwrap_or_default() }
            if count < group.at_most {
                Button { label: draw.word(group.add_label), icon: IconName::Add, is_wide: true, on_press: draw.emit(ViewEvent::CopyAdded { group: node.key.clone() }) }
            }
        }
    }
}

/// Leads to the copy that was just added.
#[component]
fn FocusNewest(count: u32, target: String) -> Element {
    let mut before = use_hook(|| CopyValue::new(count));
    use_effect(use_reactive!(|(count, target)| {
        let is_new = *before.peek() < count;
        before.set(count);
        if is_new {
            focus_element(&target);
        }
    }));
    rsx! {}
}
