//! The reference of all kinds, from the documentation in the WIT: written once, where an author's tools show it too.

use std::fmt::Write;

const VIEW: &str = include_str!("../../../../mini-apps/standard/wit/since-1.0/view.wit");

/// The gallery's sheets, of which `cargo xtask screenshots` takes the pictures, and the kinds that each shows.
const SHEETS: [(&str, &[&str]); 17] = [
    ("page-parts", &["page", "section", "heading", "text", "details", "image", "tabs"]),
    ("notices", &["notice"]),
    ("actions", &["button", "link-list"]),
    ("texts", &["text-input", "text-area"]),
    ("numbers", &["number-input", "money-input"]),
    ("times", &["date-input", "time-input"]),
    ("choices", &["choose-one", "choose-many", "select-from"]),
    ("places", &["address-input", "place-input"]),
    ("files", &["file-input", "declaration"]),
    ("facts", &["repeat-group", "attribute"]),
    ("summaries", &["summary", "task-list"]),
    ("records", &["record-list", "timeline"]),
    ("figures", &["table", "chart"]),
    ("things", &["credential", "points"]),
    ("slots", &["slot-picker"]),
    ("bill", &["bill"]),
    ("confirmation", &["confirmation"]),
];

/// A record, variant or enum of the WIT: its documentation, and what stands between its braces.
struct Type<'w> {
    docs: Vec<&'w str>,
    body: String,
}

/// `mini-apps/standard/docs/kinds.md`.
pub(crate) fn kinds_page() -> String {
    let mut page = String::from(
        "# The kinds of nodes\n\nMade by `fingertip reference` from `wit/since-1.0/view.wit`; a test fails when it is out of date. Each kind \
         is shown in every state by\n`mini-apps/government-services/gallery`.\n\nA node has a key, a kind and children. Where a kind has a \
         `field`, it is an input and takes part in [what all inputs\nshare](#what-all-inputs-share).\n",
    );
    let mut docs = Vec::new();
    for line in body_of("variant kind").lines().map(str::trim) {
        if let Some(doc) = line.strip_prefix("/// ") {
            docs.push(doc);
        } else if let Some(group) = line.strip_prefix("// ") {
            let (first, rest) = group.split_at(1);
            write_to(&mut page, format_args!("\n## {}{rest}\n", first.to_uppercase()));
        } else if let Some((name, holds)) = line.trim_end_matches("),").split_once('(') {
            write_to(&mut page, format_args!("\n### {name}\n\n"));
            if let Some((sheet, _)) = SHEETS.iter().find(|(_, kinds)| kinds.contains(&name)) {
                write_to(
                    &mut page,
                    format_args!("[Picture: {}](pictures/{sheet}.png)\n\n", sheet.replace('-', " ")),
                );
            }
            for doc in docs.drain(..) {
                write_to(&mut page, format_args!("{}\n", emphasised(doc)));
            }
            if let Some(record) =
                find(&format!("record {}", inner(holds))).filter(|record| !record.docs.is_empty())
            {
                write_to(&mut page, format_args!("\n{}\n", record.docs.join("\n")));
            }
            write_to(&mut page, format_args!("\nHolds `{holds}`{}\n", members_of(inner(holds))));
        }
    }
    write_to(&mut page, format_args!("\n## What all inputs share\n\nA `field`{}\n", members_of("field")));
    page.push_str("\n## Other types\n");
    for name in
        ["choice", "slot", "row", "series", "tone", "progress", "weight", "text-purpose", "chart-form"]
    {
        let own = find(&format!("record {name}")).or_else(|| find(&format!("enum {name}")));
        let docs = own.map(|own| own.docs.join(" ")).unwrap_or_default();
        let docs = if docs.is_empty() { docs } else { format!(" {docs}") };
        write_to(
            &mut page,
            format_args!("\n- `{name}`{}{docs}\n", members_of(name).replace("\n- ", "\n  - ")),
        );
    }
    page
}

fn write_to(page: &mut String, text: std::fmt::Arguments<'_>) {
    // A string takes everything.
    let _ = page.write_fmt(text);
}

/// A line of documentation with its subject, such as "Accessibility:", set off in a list.
fn emphasised(doc: &str) -> String {
    for subject in ["Accessibility:", "Seniors mode:"] {
        if let Some(rest) = doc.strip_prefix(subject) {
            return format!("- **{}**: {}", subject.trim_end_matches(':'), rest.trim());
        }
    }
    format!("{doc}\n")
}

/// The type in a list, or the type itself.
fn inner(holds: &str) -> &str {
    holds.strip_prefix("list<").and_then(|holds| holds.strip_suffix('>')).unwrap_or(holds)
}

fn body_of(declaration: &str) -> String {
    find(declaration).map(|own| own.body).unwrap_or_default()
}

fn find(declaration: &str) -> Option<Type<'static>> {
    let mut docs = Vec::new();
    let mut lines = VIEW.lines();
    while let Some(line) = lines.next() {
        let line = line.trim();
        if let Some(doc) = line.strip_prefix("/// ") {
            docs.push(doc);
            continue;
        }
        if let Some(rest) =
            line.strip_prefix(declaration).and_then(|rest| rest.trim_start().strip_prefix('{'))
        {
            let body = match rest.strip_suffix('}') {
                Some(body) => body.trim().to_owned(),
                None => lines.take_while(|line| line.trim() != "}").collect::<Vec<_>>().join("\n"),
            };
            return Some(Type { docs, body });
        }
        docs.clear();
    }
    None
}

/// The members of a record, one a line with its type and documentation; the cases of an enum in one line.
fn members_of(name: &str) -> String {
    if let Some(cases) = find(&format!("enum {name}")) {
        return format!(": `{}`.", cases.body.trim_end_matches(',').replace(", ", "`, `"));
    }
    let Some(record) = find(&format!("record {name}")) else { return ".".to_owned() };
    let mut text = String::from(":\n");
    let mut docs = Vec::new();
    for line in record.body.lines().map(str::trim) {
        if let Some(doc) = line.strip_prefix("/// ") {
            docs.push(doc);
            continue;
        }
        for (member, holds) in split(line) {
            let docs = if docs.is_empty() {
                String::new()
            } else {
                format!(". {}", std::mem::take(&mut docs).join(" "))
            };
            write_to(&mut text, format_args!("\n- `{member}`: `{holds}`{docs}"));
        }
    }
    text
}

/// The members in a line; a comma inside a type divides nothing.
fn split(line: &str) -> Vec<(&str, &str)> {
    let (mut parts, mut depth, mut from) = (Vec::new(), 0_usize, 0);
    for (at, sign) in line.char_indices() {
        match sign {
            '<' => depth += 1,
            '>' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(&line[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&line[from..]);
    parts.into_iter().filter_map(|part| part.trim().split_once(": ")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_up_to_date() {
        let page = include_str!("../../../../mini-apps/standard/docs/kinds.md");
        assert!(page == kinds_page(), "run `fingertip reference > mini-apps/standard/docs/kinds.md`");
    }

    #[test]
    fn every_kind_has_its_picture() {
        let page = kinds_page();
        assert_eq!(page.matches("\n### ").count(), page.matches("[Picture: ").count());
        for (sheet, _) in SHEETS {
            let picture = format!(
                "{}/../../../mini-apps/standard/docs/pictures/{sheet}.png",
                env!("CARGO_MANIFEST_DIR")
            );
            assert!(std::path::Path::new(&picture).is_file(), "`cargo xtask screenshots` takes {picture}");
        }
    }

    #[test]
    fn every_kind_says_what_it_is_for_and_how_everybody_can_use_it() {
        let page = kinds_page();
        let kinds: Vec<&str> = page.split("\n### ").skip(1).collect();
        assert_eq!(kinds.len(), 36);
        for kind in kinds {
            let name = kind.lines().next().unwrap_or_default();
            assert!(
                kind.contains("- **Accessibility**: ") && kind.contains("- **Seniors mode**: "),
                "{name} does not say it all"
            );
            assert!(kind.contains("Holds `"), "{name} does not say what it holds");
        }
        assert!(
            page.contains("- `step`: `option<tuple<u32, u32>>`"),
            "a comma inside a type divides nothing"
        );
    }
}
