//! Repeat groups: the mini-app says what one copy holds, the host adds and removes copies and numbers their keys. Pure;
//! the same code draws, checks and hands in.
//!
//! The host holds the number of copies under the group's own key, as [`Input::Number`], and hands it in with the page.
//! The input `name` of the third copy of the group `child` has the key `child.2.name`.

use std::collections::BTreeMap;

use crate::{
    events::Input,
    view::{Kind, Node, RepeatGroup, View},
    words::Decimal,
};

/// The key of `inner` in the copy `copy` (counted from 0) of the group `group`.
#[must_use]
pub fn copy_key(group: &str, copy: u32, inner: &str) -> String {
    format!("{group}.{copy}.{inner}")
}

/// How many copies of a group there are now.
#[must_use]
pub fn copies(key: &str, group: &RepeatGroup, inputs: &BTreeMap<String, Input>) -> u32 {
    let held = match inputs.get(key) {
        Some(Input::Number(Decimal { digits, scale: 0 })) => u32::try_from(*digits).unwrap_or(0),
        _ => 0,
    };
    // A person who sees no copy cannot know what one is.
    held.clamp(group.at_least.max(1).min(group.at_most), group.at_most)
}

/// The number of copies as the host holds it.
#[must_use]
pub fn count(copies: u32) -> Input {
    Input::Number(Decimal { digits: i64::from(copies), scale: 0 })
}

/// Whether the view repeats anything.
#[must_use]
pub fn repeats(view: &View) -> bool {
    view.nodes.iter().any(|node| matches!(node.kind, Kind::RepeatGroup(_)))
}

/// The view with every copy in it: the children of a repeat group stand once a copy, under their numbered keys.
/// `view` is checked.
#[must_use]
pub fn expanded(view: &View, inputs: &BTreeMap<String, Input>) -> View {
    let mut nodes = Vec::with_capacity(view.nodes.len());
    copy(view, 0, "", inputs, &mut nodes);
    View { nodes, focus: view.focus.clone(), revision: view.revision }
}

fn copy(
    view: &View,
    index: u32,
    prefix: &str,
    inputs: &BTreeMap<String, Input>,
    nodes: &mut Vec<Node>,
) -> Option<u32> {
    let node = view.nodes.get(index as usize)?;
    let at = nodes.len();
    nodes.push(Node { key: format!("{prefix}{}", node.key), kind: node.kind.clone(), children: Vec::new() });
    let mut children = Vec::new();
    match &node.kind {
        Kind::RepeatGroup(group) => {
            for number in 0..copies(&node.key, group, inputs) {
                let prefix = copy_key(&node.key, number, "");
                children.extend(
                    node.children.iter().filter_map(|&child| copy(view, child, &prefix, inputs, nodes)),
                );
            }
        }
        _ => children
            .extend(node.children.iter().filter_map(|&child| copy(view, child, prefix, inputs, nodes))),
    }
    nodes[at].children = children;
    u32::try_from(at).ok()
}

/// Adds a copy, as far as the group allows.
pub fn add_copy(key: &str, group: &RepeatGroup, inputs: &mut BTreeMap<String, Input>) {
    let now = copies(key, group, inputs).saturating_add(1).min(group.at_most);
    inputs.insert(key.to_owned(), count(now));
}

/// Takes a copy away with what was typed in it; those after it move up. Does nothing where the group needs it.
pub fn remove_copy(key: &str, group: &RepeatGroup, removed: u32, inputs: &mut BTreeMap<String, Input>) {
    let before = copies(key, group, inputs);
    if removed >= before || before <= group.at_least.max(1) {
        return;
    }
    let prefix = format!("{key}.");
    let held: Vec<(String, Input)> = inputs
        .range(prefix.clone()..)
        .take_while(|(own, _)| own.starts_with(&prefix))
        .map(|(own, input)| (own.clone(), input.clone()))
        .collect();
    for (own, input) in held {
        let Some((number, inner)) = own[prefix.len()..]
            .split_once('.')
            .and_then(|(number, inner)| Some((number.parse::<u32>().ok()?, inner)))
        else {
            continue;
        };
        if number >= removed {
            inputs.remove(&own);
        }
        if number > removed {
            inputs.insert(copy_key(key, number - 1, inner), input);
        }
    }
    inputs.insert(key.to_owned(), count(before - 1));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{Field, Page, TextInput, TextPurpose};

    fn group() -> RepeatGroup {
        RepeatGroup { label: 0, add_label: 0, at_least: 1, at_most: 3 }
    }

    fn view() -> View {
        let field = Field {
            label: 0,
            hint: None,
            error: None,
            optional: false,
            fills_from: None,
            reports_change: false,
        };
        let input = Kind::TextInput(TextInput {
            field,
            purpose: TextPurpose::Name,
            initial: String::new(),
            max_chars: 0,
        });
        let node = |key: &str, kind, children| Node { key: key.into(), kind, children };
        let nodes = vec![
            node("page", Kind::Page(Page { title: 0, step: None }), vec![1, 3]),
            node("child", Kind::RepeatGroup(group()), vec![2]),
            node("name", input, vec![]),
            node("end", Kind::Text(0), vec![]),
        ];
        View { nodes, focus: None, revision: 1 }
    }

    fn keys(view: &View) -> Vec<&str> {
        view.nodes.iter().map(|node| node.key.as_str()).collect()
    }

    #[test]
    fn copies_come_and_go_with_what_was_typed() {
        let mut inputs = BTreeMap::new();
        assert_eq!(
            keys(&expanded(&view(), &inputs)),
            ["page", "child", "child.0.name", "end"],
            "there is one to fill in"
        );
        for _ in 0..5 {
            add_copy("child", &group(), &mut inputs);
        }
        for (number, name) in ["An", "Bo", "Cai"].into_iter().enumerate() {
            inputs.insert(
                copy_key("child", u32::try_from(number).expect("small"), "name"),
                Input::Text(name.into()),
            );
        }
        let three = expanded(&view(), &inputs);
        assert_eq!(keys(&three), ["page", "child", "child.0.name", "child.1.name", "child.2.name", "end"]);
        assert_eq!(three.nodes[0].children, [1, 5], "children stand after their parents");
        assert_eq!(three.nodes[1].children, [2, 3, 4]);
        remove_copy("child", &group(), 1, &mut inputs);
        assert_eq!(inputs.get("child.1.name"), Some(&Input::Text("Cai".into())), "the third moves up");
        assert_eq!(inputs.get("child.2.name"), None);
        remove_copy("child", &group(), 0, &mut inputs);
        remove_copy("child", &group(), 0, &mut inputs);
        assert_eq!(copies("child", &group(), &inputs), 1, "the last one stays");
        assert_eq!(inputs.get("child.0.name"), Some(&Input::Text("Cai".into())));
    }
}
