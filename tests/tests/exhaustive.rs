//! What is new leads to every place where something must happen with it: the places below name every case and have no arm for
//! "anything else", so that a message without a handler, an effect that nobody carries out and a kind that is not drawn,
//! filled, checked or read do not compile.

use std::path::{Path, PathBuf};

use syn::{Arm, ExprMatch, Pat, visit::Visit};

/// Where each kind of node must be thought of, and what it is called there.
const KINDS: [(&str, &str); 6] = [
    ("mini-apps/standard/src/kind.rs", "Self"),
    ("mini-apps/standard/src/fill.rs", "Kind"),
    ("mini-apps/standard/src/validate.rs", "Kind"),
    ("app/phone/delivery/ui/src/view_tree/mod.rs", "Kind"),
    ("app/publisher/journeys/src/typed.rs", "Kind"),
    ("app/publisher/check/src/explore/events.rs", "Kind"),
];
/// Where each message and each effect must be thought of, besides each area's own `update.rs` and `run.rs`.
const MESSAGES: [&str; 2] = ["update.rs", "runner.rs"];

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The matches of a file over one of some enums, and those among them that take anything else.
#[derive(Default)]
struct Matches<'e> {
    of: &'e [&'e str],
    seen: usize,
    open: Vec<String>,
}

/// The last but one part of the paths that a pattern is: the enum of `Enum::Case(..)`.
fn enums(pattern: &Pat, found: &mut Vec<String>) {
    let path = match pattern {
        Pat::Or(any) => return any.cases.iter().for_each(|case| enums(case, found)),
        Pat::TupleStruct(pattern) => &pattern.path,
        Pat::Struct(pattern) => &pattern.path,
        Pat::Path(pattern) => &pattern.path,
        _ => return,
    };
    found.extend(path.segments.iter().rev().nth(1).map(|part| part.ident.to_string()));
}

/// Whether an arm takes whatever no other arm takes.
fn takes_all(arm: &Arm) -> bool {
    match &arm.pat {
        Pat::Wild(_) => true,
        // A name in lower case is one that anything is bound to.
        Pat::Ident(name) => name.subpat.is_none() && name.ident.to_string().starts_with(char::is_lowercase),
        _ => false,
    }
}

impl<'ast> Visit<'ast> for Matches<'_> {
    fn visit_expr_match(&mut self, matched: &'ast ExprMatch) {
        let mut found = Vec::new();
        matched.arms.iter().for_each(|arm| enums(&arm.pat, &mut found));
        let is_ours = found.iter().any(|name| {
            self.of.iter().any(|own| own.strip_prefix('*').map_or(name == own, |end| name.ends_with(end)))
        });
        if is_ours {
            self.seen += 1;
            if matched.arms.iter().any(takes_all) {
                self.open.push(found.join(", "));
            }
        }
        syn::visit::visit_expr_match(self, matched);
    }
}

fn matches<'e>(text: &str, of: &'e [&'e str]) -> Matches<'e> {
    let mut matches = Matches { of, ..Matches::default() };
    matches.visit_file(&syn::parse_file(text).expect("a source that parses"));
    matches
}

fn assert_closed(file: &Path, of: &[&str]) -> usize {
    let text = std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let matches = matches(&text, of);
    assert!(matches.open.is_empty(), "{} takes anything else of {:?}", file.display(), matches.open);
    matches.seen
}

#[test]
fn a_new_kind_leads_to_its_drawing_filling_and_checking() {
    for (file, name) in KINDS {
        assert!(assert_closed(&project().join(file), &[name]) > 0, "{file} matches no kind any more");
    }
}

#[test]
fn a_new_message_leads_to_its_handler_and_a_new_effect_to_who_carries_it_out() {
    let source = project().join("app/phone/delivery/core/src");
    let of = ["Msg", "Effect", "*Msg", "*Effect"];
    let mut seen: usize = MESSAGES.iter().map(|file| assert_closed(&source.join(file), &of)).sum();
    for area in std::fs::read_dir(source.join("areas")).expect("the areas") {
        let area = area.expect("an area").path();
        let files = ["update.rs", "run.rs"].map(|name| area.join(name));
        seen += files.iter().filter(|file| file.exists()).map(|file| assert_closed(file, &of)).sum::<usize>();
    }
    assert!(seen > 25, "only {seen} matches were found: the pattern is out of date");
}

#[test]
fn an_arm_for_anything_else_is_found() {
    let open = |arms: &str| {
        !matches(&format!("fn f(kind: Kind) {{ match kind {{ {arms} }} }}"), &["Kind"]).open.is_empty()
    };
    assert!(!open("Kind::Page(_) => {} Kind::Text(word) | Kind::Heading(word) => {}"));
    assert!(open("Kind::Page(_) => {} _ => {}"));
    assert!(open("Kind::Page(_) if true => {} other => {}"));
    assert!(open("view::Kind::Page { .. } => {} _ => {}"), "with more of its path");
}
