//! In which format a file is.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

/// In which format a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// A catalogue as the platform offers it.
    Own,
    /// The same with an item a line.
    OwnLines,
    /// An item a line, as Guangdong province has them.
    Guangdong,
    /// JSON-LD after CPSV-AP 3.2.
    Cpsv,
    /// The United Kingdom's list of local government services (LGSL), a table.
    Services,
    /// The United Kingdom's local authorities, a table.
    Authorities,
}

/// What a line of our own can be.
const LINES: [&str; 7] = ["region", "department", "service", "life_event", "alert", "best_bet", "synonyms"];

/// Judges by what begins a file, so that a fault further on is named as what it is.
pub(super) fn format_of(text: &str) -> Option<Format> {
    if !text.trim_start().starts_with(['{', '[']) {
        let header = text.lines().next()?;
        let has = |column: &str| header.split(',').any(|own| own.trim().trim_matches('"') == column);
        return match () {
            () if has("LGSL") => Some(Format::Services),
            () if has("gss") => Some(Format::Authorities),
            () => None,
        };
    }
    if text.trim_start().starts_with('[') {
        return text.contains("\"@type\"").then_some(Format::Cpsv);
    }
    let found = match members(text) {
        Some(members) => of_members(&members),
        None => text.lines().filter_map(members).find_map(|members| of_members(&members)),
    };
    // What is no JSON from some line on is still what it began as.
    found.or_else(|| {
        [("\"@context\"", Format::Cpsv), ("\"services\"", Format::Own), ("\"TASK_CODE\"", Format::Guangdong)]
            .into_iter()
            .find_map(|(mark, format)| text.contains(mark).then_some(format))
    })
}

/// The members of an object, unread: a catalogue may have many megabytes.
pub(super) type Members<'a> = BTreeMap<String, &'a RawValue>;

fn members(text: &str) -> Option<Members<'_>> {
    serde_json::from_str(text).ok()
}

fn of_members(members: &Members<'_>) -> Option<Format> {
    let has = |member: &str| members.contains_key(member);
    if has("@context") || has("@graph") || has("@type") {
        return Some(Format::Cpsv);
    }
    if has("services") || has("regions") {
        return Some(Format::Own);
    }
    if has("TASK_CODE") {
        return Some(Format::Guangdong);
    }
    let is_item = members.len() == 1 && LINES.iter().any(|name| has(name));
    is_item.then_some(Format::OwnLines)
}
