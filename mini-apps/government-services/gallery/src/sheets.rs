//! The kinds of the standard, on sheets that belong to five groups. Each part of a sheet is one example that can stand alone.

mod actions;
mod data;
mod inputs;
mod service;
mod structure;

use fingertip_sdk::Part;

/// What belongs together in the standard.
#[derive(Debug)]
pub struct Group {
    /// Its key.
    pub key: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What it holds.
    pub detail: &'static str,
    /// Its sheets.
    pub sheets: &'static [Sheet],
}

/// One example.
#[derive(Debug, Clone, Copy)]
pub enum Example {
    /// A section: its title, and what fills it.
    Section(&'static str, fn(&mut Part<'_>)),
    /// What stands on the page itself.
    Page(fn(&mut Part<'_>)),
}

impl Example {
    /// Puts it on a page.
    pub(crate) fn show(self, page: &mut Part<'_>) {
        match self {
            Self::Section(title, fill) => section(page, title, fill),
            Self::Page(fill) => fill(page),
        }
    }
}

/// What is seen at once.
#[derive(Debug)]
pub struct Sheet {
    /// Its key; its page has the key `page-KEY`.
    pub key: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its examples.
    pub parts: &'static [Example],
}

/// The groups, in the order of the standard.
pub const GROUPS: [Group; 5] = [
    Group {
        key: "structure",
        title: "gallery-structure-title",
        detail: "gallery-structure-detail",
        sheets: &structure::SHEETS,
    },
    Group {
        key: "actions",
        title: "gallery-actions-title",
        detail: "gallery-actions-detail",
        sheets: &actions::SHEETS,
    },
    Group {
        key: "inputs",
        title: "gallery-inputs-title",
        detail: "gallery-inputs-detail",
        sheets: &inputs::SHEETS,
    },
    Group { key: "data", title: "gallery-data-title", detail: "gallery-data-detail", sheets: &data::SHEETS },
    Group {
        key: "service",
        title: "gallery-service-title",
        detail: "gallery-service-detail",
        sheets: &service::SHEETS,
    },
];

/// The sheet at this place.
#[must_use]
pub fn sheet(group: usize, sheet: usize) -> Option<&'static Sheet> {
    const ALL: &[Group; 5] = &GROUPS;
    ALL.get(group)?.sheets.get(sheet)
}

/// A section that a plain function fills: one `section` for them all, where one for each closure would be paid for in bytes.
fn section(page: &mut Part<'_>, title: &'static str, fill: fn(&mut Part<'_>)) {
    page.section(title, fill);
}
