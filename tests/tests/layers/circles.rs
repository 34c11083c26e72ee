//! No two files of a crate need each other, however long the way round: whoever reads one reads down.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// Files of one crate that use each other in a circle, however long.
fn circle(source: &Path) -> Option<Vec<String>> {
    let mut files = BTreeMap::new();
    collect(source, source, &mut files);
    let edges: BTreeMap<&Module, BTreeSet<Module>> =
        files.iter().map(|(module, text)| (module, uses(module, text, &files))).collect();
    let mut done = BTreeSet::new();
    edges.keys().find_map(|module| walk(module, &edges, &mut Vec::new(), &mut done))
}

/// A module by its path below the crate's root.
type Module = Vec<String>;

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<Module, String>) {
    for entry in std::fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a name").to_owned();
        let is_test = name.ends_with("tests") || name == "testing";
        if is_test || (name == "main" && folder == root) {
            continue;
        }
        if path.is_dir() {
            collect(root, &path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let relative = path.strip_prefix(root).expect("below the root").with_extension("");
            let parts = relative.iter().map(|part| part.to_string_lossy().into_owned());
            let module = parts.filter(|part| !matches!(part.as_str(), "lib" | "mod")).collect();
            files.insert(module, code_of(&std::fs::read_to_string(&path).expect("a source")));
        }
    }
}

/// A source without its comments and its tests, which stand at the end.
fn code_of(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The files that a file uses: by a path from the root or from above, and those that it declares.
fn uses(own: &Module, text: &str, files: &BTreeMap<Module, String>) -> BTreeSet<Module> {
    let mut found = BTreeSet::new();
    for (start, from) in [("crate::", &own[..0]), ("super::", &own[..own.len().saturating_sub(1)])] {
        for (at, _) in text.match_indices(start) {
            let is_part_of_a_word =
                text[..at].ends_with(|before: char| before.is_alphanumeric() || matches!(before, '_' | ':'));
            // `pub(super)` and paths that begin with a crate's name are none.
            if !is_part_of_a_word {
                let mut paths = Vec::new();
                expand(&text[at + start.len()..], from.to_vec(), &mut paths);
                found.extend(paths.iter().map(|path| file_of(path, files)));
            }
        }
    }
    let declared = text.lines().filter_map(|line| line.trim().strip_suffix(';')?.rsplit_once("mod "));
    found.extend(declared.map(|(_, child)| [&own[..], &[child.to_owned()]].concat()));
    found.retain(|module| module != own && files.contains_key(module));
    found
}

/// Every path that a tree such as `a::{b, c::{d, e}}` stands for; returns the rest of the text.
fn expand<'a>(text: &'a str, from: Module, paths: &mut Vec<Module>) -> &'a str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = expand(rest, from.clone(), paths).trim_start();
            match rest.strip_prefix(',') {
                Some(next) if !next.trim_start().starts_with('}') => rest = next,
                _ => break,
            }
        }
        return rest.trim_start_matches(',').trim_start().trim_start_matches('}');
    }
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '*')).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let mut path = from;
    match name {
        "super" => drop(path.pop()),
        "self" | "*" | "" => {}
        _ => path.push(name.to_owned()),
    }
    match rest.strip_prefix("::") {
        Some(rest) => expand(rest, path, paths),
        None => {
            paths.push(path);
            rest.strip_prefix(" as ").map_or(rest, |rest| rest.trim_start_matches(char::is_alphanumeric))
        }
    }
}

/// The file in which the end of a path stands: the deepest that the path begins with.
fn file_of(path: &Module, files: &BTreeMap<Module, String>) -> Module {
    let lengths = (0..=path.len()).rev();
    lengths
        .map(|length| path[..length].to_vec())
        .find(|module| files.contains_key(module))
        .unwrap_or_default()
}

fn walk(
    module: &Module,
    edges: &BTreeMap<&Module, BTreeSet<Module>>,
    way: &mut Vec<Module>,
    done: &mut BTreeSet<Module>,
) -> Option<Vec<String>> {
    if let Some(start) = way.iter().position(|one| one == module) {
        return Some(way[start..].iter().map(|one| one.join("::")).collect());
    }
    if !done.contains(module) {
        way.push(module.clone());
        for next in edges.get(module).into_iter().flatten() {
            if let Some(found) = walk(next, edges, way, done) {
                return Some(found);
            }
        }
        way.pop();
        done.insert(module.clone());
    }
    None
}

/// Where no two files may need each other: whoever reads one reads down, and never in a circle.
#[test]
fn files_use_each_other_in_no_circle() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let layers = std::fs::read_dir(project.join("app/nation")).expect("the nation");
    let layers = layers.map(|layer| layer.expect("a layer").path()).filter(|layer| layer.is_dir());
    let crates = layers.flat_map(|layer| std::fs::read_dir(layer).expect("a layer"));
    let mut roots: Vec<_> = crates.map(|entry| entry.expect("a crate").path()).collect();
    roots.extend(["app/demo", "app/phone/delivery/core"].map(|own| project.join(own)));
    for root in roots {
        assert_eq!(circle(&root.join("src")), None, "{}", root.display());
    }
}

#[test]
fn a_circle_of_files_is_found() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, text).expect("written");
    };
    write("lib.rs", "mod a;\nmod b;\npub use a::A;\n");
    write("a.rs", "mod deep;\nuse crate::{b::{B, C}};\n#[cfg(test)]\nmod tests {\n    use super::*;\n}\n");
    write("a/deep.rs", "use super::super::b;\n");
    write("b.rs", "// use crate::a::A;\n");
    assert_eq!(circle(folder.path()), None);
    write("b.rs", "fn f() { crate::a::deep::g() }\n");
    let mut found = circle(folder.path()).expect("a circle");
    found.sort();
    assert_eq!(found, ["a::deep", "b"]);
    write("b.rs", "use crate::A;\n");
    assert!(circle(folder.path()).is_some(), "by the parent's own export");
}
