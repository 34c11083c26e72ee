//! What a host holds of a page: what was typed, what was agreed to, what is wrong.

use std::collections::BTreeMap;

use fingertip_standard::{
    events::Input,
    fill, repeat,
    validate::{self, Problem},
    view::{Kind, RepeatGroup, View},
};
use fingertip_typed::Nation;

/// What a host holds, on every page of a mini-app.
#[derive(Debug, Default)]
pub(super) struct Held {
    inputs: BTreeMap<String, Input>,
    claims: BTreeMap<String, String>,
}

impl Held {
    /// The person typed.
    pub(super) fn change(&mut self, key: &str, input: Input) {
        self.inputs.insert(key.to_owned(), input);
    }

    /// A copy of a group is added; whether the group allows it.
    pub(super) fn add_copy(&mut self, view: &View, key: &str) -> bool {
        let Some(group) = group(view, key) else { return false };
        let before = repeat::copies(key, &group, &self.inputs);
        repeat::add_copy(key, &group, &mut self.inputs);
        repeat::copies(key, &group, &self.inputs) > before
    }

    /// The person agreed to share facts.
    pub(super) fn agree(&mut self, facts: &[(String, String)], view: Option<&View>) {
        self.claims.extend(facts.iter().cloned());
        if let Some(view) = view {
            self.see(view);
        }
    }

    /// A view is shown: agreed facts fill what the person left open.
    pub(super) fn see(&mut self, view: &View) {
        for node in self.expanded(view).nodes {
            let claim = node.kind.field().and_then(|field| field.fills_from.as_ref());
            if let Some(fact) = claim.and_then(|claim| self.claims.get(claim))
                && !self.inputs.contains_key(&node.key)
                && let Some(input) = fill::input_from_fact(&node.kind, fact)
            {
                self.inputs.insert(node.key, input);
            }
        }
    }

    /// What is seen of `view`, with every copy of its repeat groups.
    pub(super) fn expanded(&self, view: &View) -> View {
        repeat::expanded(view, &self.inputs)
    }

    /// The values of the page, whatever is wrong with them.
    pub(super) fn values(&self, view: &View) -> Vec<(String, Input)> {
        validate::gather(&self.expanded(view), &self.inputs, &Nation::built_in()).0
    }

    /// The values of the page; else what stops it.
    pub(super) fn hand_in(&self, view: &View) -> Result<Vec<(String, Input)>, BTreeMap<String, Problem>> {
        let (inputs, problems) = validate::gather(&self.expanded(view), &self.inputs, &Nation::built_in());
        if problems.is_empty() { Ok(inputs) } else { Err(problems) }
    }
}

fn group(view: &View, key: &str) -> Option<RepeatGroup> {
    let node = view.nodes.iter().find(|node| node.key == key)?;
    if let Kind::RepeatGroup(group) = &node.kind { Some(group.clone()) } else { None }
}

#[cfg(test)]
mod tests;
