//! What is found wrong, and where.

use std::{collections::HashMap, fmt};

/// Something that is wrong with an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// In which list of the catalogue: `services`.
    pub list: &'static str,
    /// Where in it, 0 the first.
    pub idx: usize,
    /// The item's id.
    pub id: String,
    /// Which field: `theme`, `joint.steps[0].depends_on[0]`.
    pub field: String,
    /// What is wrong with it, in English, for who offers the catalogue.
    pub reason: String,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}].{}: {} {}", self.list, self.idx, self.field, self.id, self.reason)
    }
}

/// What was found so far.
#[derive(Debug, Default)]
pub(super) struct Found(pub(super) Vec<Flaw>);

impl Found {
    /// Says what is wrong with a field of the item at this place.
    pub(super) fn add(&mut self, at: Place<'_>, field: impl Into<String>, reason: impl Into<String>) {
        let Place { list, idx, id } = at;
        self.0.push(Flaw { list, idx, id: id.to_owned(), field: field.into(), reason: reason.into() });
    }

    /// Every id stands once.
    pub(super) fn once<'a>(&mut self, list: &'static str, field: &str, ids: impl Iterator<Item = &'a str>) {
        let mut first: HashMap<&str, usize> = HashMap::new();
        for (idx, id) in ids.enumerate() {
            if let Some(before) = first.get(id) {
                self.add(Place { list, idx, id }, field, format!("stands twice: also as {list}[{before}]"));
            } else {
                first.insert(id, idx);
            }
        }
    }
}

/// Where an item stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) list: &'static str,
    pub(super) idx: usize,
    pub(super) id: &'a str,
}
