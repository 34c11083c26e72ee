//! The tree of a view: its shape, its keys, its buttons.

use std::collections::{HashMap, HashSet};

use crate::{
    limits,
    step::{
        StepError,
        checked::at_most,
        node::{check_node, rule},
    },
    view::{Kind, Node, View, Weight},
    words::Entry,
};

/// Checks the tree and every node; answers the bytes of text in it.
pub(super) fn check_view(view: &View, words: &[Entry]) -> Result<usize, StepError> {
    at_most("nodes", view.nodes.len(), limits::VIEW_NODES)?;
    check_tree(view)?;
    let mut keys = HashSet::new();
    let (mut primaries, mut shown, mut items) = (0, 0, 0);
    let mut text = view.focus.as_ref().map_or(0, String::len);
    for node in &view.nodes {
        if !keys.insert(node.key.as_str()) {
            return Err(StepError::SameKey { key: node.key.clone() });
        }
        let cost = check_node(node, words)?;
        text += node.key.len() + cost.text;
        shown += cost.shown;
        items += cost.items;
        at_most("bytes of text that the view shows", shown, limits::SHOWN_TEXT_BYTES)?;
        at_most("items in the view", items, limits::VIEW_ITEMS)?;
        primaries +=
            usize::from(matches!(&node.kind, Kind::Button(button) if button.weight == Weight::Primary));
        if primaries > 1 {
            return Err(rule(node, "a page has at most one primary button"));
        }
    }
    check_copy_keys(view)?;
    Ok(text)
}

/// No node may be called as a copy could be: the copy `child.0.name` of the group `child` would have a twin.
fn check_copy_keys(view: &View) -> Result<(), StepError> {
    for group in view.nodes.iter().filter(|node| matches!(node.kind, Kind::RepeatGroup(_))) {
        let is_copy = |key: &str| {
            let inner = key.strip_prefix(group.key.as_str()).and_then(|rest| rest.strip_prefix('.'));
            inner.is_some_and(|inner| inner.starts_with(|first: char| first.is_ascii_digit()))
        };
        if let Some(node) = view.nodes.iter().find(|node| is_copy(&node.key)) {
            return Err(rule(
                node,
                "no key is a repeat group's key with a dot and a digit after it: copies are called so",
            ));
        }
    }
    Ok(())
}

fn check_tree(view: &View) -> Result<(), StepError> {
    let not_a_tree = |node: &Node, rule| StepError::NotATree { node: node.key.clone(), rule };
    let mut depth: HashMap<usize, usize> = HashMap::from([(0, 1)]);
    // What stands in a repeat group, and how often it can stand there.
    let mut repeated: HashMap<usize, u32> = HashMap::new();
    match view.nodes.first() {
        Some(Node { kind: Kind::Page(_), .. }) => {}
        Some(node) => return Err(not_a_tree(node, "the first node is the page")),
        None => {
            return Err(StepError::NotATree { node: String::new(), rule: "a view has at least the page" });
        }
    }
    for (index, node) in view.nodes.iter().enumerate() {
        // Children stand after their parent, so each node's own depth is known before its children are read,
        // and a cycle cannot be written down.
        let Some(&own) = depth.get(&index) else {
            return Err(not_a_tree(node, "every node but the page has a parent before it"));
        };
        at_most("depth", own, limits::VIEW_DEPTH)?;
        if index > 0 && matches!(node.kind, Kind::Page(_)) {
            return Err(not_a_tree(node, "a page stands only at the root"));
        }
        let mut times = repeated.get(&index).copied();
        if let Kind::RepeatGroup(group) = &node.kind
            && times.replace(group.at_most).is_some()
        {
            return Err(not_a_tree(node, "a repeat group stands in no other one"));
        }
        if !node.children.is_empty() && !node.kind.takes_children() {
            return Err(not_a_tree(node, "this kind takes no children"));
        }
        for &child in &node.children {
            let child = child as usize;
            if child <= index || child >= view.nodes.len() {
                return Err(not_a_tree(node, "a child stands after its parent in the list"));
            }
            if depth.insert(child, own + 1).is_some() {
                return Err(not_a_tree(node, "a node has one parent"));
            }
            if let Some(times) = times {
                repeated.insert(child, times);
            }
        }
    }
    let more: usize = repeated.values().map(|&times| times.saturating_sub(1) as usize).sum();
    at_most("nodes with every copy", view.nodes.len() + more, limits::VIEW_NODES)
}
