//! The table of rules, one file an area.

mod access;
mod budgets;
mod cards;
mod component;
mod determinism;
mod inputs;
mod lists;
mod manifest;
mod names;
mod pictures;
mod plain;
mod secrets;
mod seniors;
mod simple;
mod svg;
mod view;
mod wording;
mod words;

use crate::Rule;

/// Every rule, area by area.
const TABLE: [&[Rule]; 18] = [
    component::RULES,
    budgets::RULES,
    manifest::RULES,
    words::RULES,
    wording::RULES,
    simple::RULES,
    pictures::RULES,
    svg::RULES,
    view::RULES,
    lists::RULES,
    inputs::RULES,
    plain::RULES,
    seniors::RULES,
    cards::RULES,
    access::RULES,
    secrets::RULES,
    names::RULES,
    determinism::RULES,
];

/// Every rule, in the order of the rules' page.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    TABLE.iter().copied().flatten()
}

/// The rule with this id.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id == id)
}
