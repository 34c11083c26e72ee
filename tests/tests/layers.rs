//! The arrows between crates go one way, and each vendor stays in one room. ARCHITECTURE.md names these rules.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use cargo_metadata::{DependencyKind, MetadataCommand};

/// Whose machine a package runs on, and the layer there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Room {
    Standard,
    Contract,
    Kit,
    MiniApp,
    Shared,
    Testkit,
    Phone(Layer),
    Nation(Layer),
    Publisher,
    Demo,
    Xtask,
    Tests,
}

/// A layer of a running system, the lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Layer {
    Infrastructure,
    Management,
    Delivery,
}

struct Package {
    name: String,
    room: Room,
    workspace: BTreeSet<String>,
    outside: BTreeSet<String>,
}

fn layer(name: &str) -> Layer {
    match name {
        "infrastructure" => Layer::Infrastructure,
        "management" => Layer::Management,
        "delivery" => Layer::Delivery,
        _ => panic!("{name} is no layer"),
    }
}

fn room(path: &str) -> Room {
    match path.split('/').collect::<Vec<_>>()[..] {
        ["mini-apps", "standard", "platform", ..] => Room::Contract,
        ["mini-apps", "standard", ..] => Room::Standard,
        ["mini-apps", "sdk", ..] => Room::Kit,
        ["mini-apps", ..] => Room::MiniApp,
        ["app", "shared", "testkit", ..] => Room::Testkit,
        ["app", "shared", ..] => Room::Shared,
        ["app", "phone", name, ..] => Room::Phone(layer(name)),
        ["app", "nation", name, ..] => Room::Nation(layer(name)),
        ["app", "publisher", ..] => Room::Publisher,
        ["app", "demo", ..] => Room::Demo,
        ["app", "xtask", ..] => Room::Xtask,
        ["tests", ..] => Room::Tests,
        _ => panic!("{path} is in no room"),
    }
}

fn packages() -> Vec<Package> {
    let metadata = MetadataCommand::new()
        .manifest_path(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml"))
        .no_deps()
        .exec()
        .expect("cargo metadata");
    let own: BTreeSet<String> = metadata.packages.iter().map(|package| package.name.to_string()).collect();
    let of = |package: &cargo_metadata::Package| {
        let path = package
            .manifest_path
            .strip_prefix(&metadata.workspace_root)
            .expect("inside the workspace")
            .to_string();
        let normal =
            package.dependencies.iter().filter(|dependency| dependency.kind != DependencyKind::Development);
        let (workspace, outside) =
            normal.map(|dependency| dependency.name.clone()).partition(|name| own.contains(name));
        Package { name: package.name.to_string(), room: room(&path), workspace, outside }
    };
    metadata.packages.iter().map(of).collect()
}

fn room_of(packages: &[Package], name: &str) -> Room {
    packages
        .iter()
        .find(|package| package.name == name)
        .map(|package| package.room)
        .expect("a package of the workspace")
}

/// Crates of one layer that know a sibling, and why.
const SIBLINGS: [(&str, &str); 7] = [
    // What the window shows stands on the core and the components; the core alone wires the phone.
    ("fingertip-shell", "fingertip-core"),
    ("fingertip-shell", "fingertip-ui"),
    // A session's tokens are secrets.
    ("fingertip-identity", "fingertip-secrets"),
    // An open mini-app is judged by the broker while it runs on the runtime.
    ("fingertip-host", "fingertip-broker"),
    ("fingertip-host", "fingertip-runtime"),
    // What a department is told of a case.
    ("fingertip-cases", "fingertip-departments"),
    // The platform's keys and bodies are kept in its store.
    ("fingertip-kit", "fingertip-store"),
];

/// Whether `from` may know `to`.
fn is_allowed(from: &Package, to: &str, room: Room) -> bool {
    match room {
        Room::Standard => return !matches!(from.room, Room::MiniApp | Room::Xtask | Room::Standard),
        Room::Contract => {
            return !matches!(
                from.room,
                Room::MiniApp | Room::Kit | Room::Xtask | Room::Standard | Room::Contract
            );
        }
        _ => {}
    }
    let is_sibling = SIBLINGS.contains(&(from.name.as_str(), to));
    match (from.room, room) {
        // Only tests look into everything.
        (Room::Tests | Room::Testkit, _) => true,
        (Room::MiniApp, Room::Kit) => true,
        (Room::Shared, Room::Shared) => true,
        (Room::Phone(_) | Room::Nation(_) | Room::Publisher | Room::Demo, Room::Shared) => true,
        (Room::Phone(own), Room::Phone(its)) | (Room::Nation(own), Room::Nation(its)) => {
            its < own || is_sibling
        }
        (Room::Publisher, Room::Publisher) => true,
        // A tester's page is the citizen's shell; nobody else of a publisher's knows it.
        (Room::Publisher, Room::Phone(Layer::Delivery)) => {
            from.name == "fingertip-tester" || to == "fingertip-ui"
        }
        (Room::Publisher, Room::Phone(Layer::Management)) => true,
        (Room::Publisher, Room::Nation(Layer::Management)) => true,
        // A real nation would start from the server; the fictional one has it in its process.
        (Room::Demo, Room::Nation(_)) => true,
        _ => false,
    }
}

#[test]
fn arrows_go_one_way() {
    let all = packages();
    let edges = all.iter().flat_map(|package| package.workspace.iter().map(move |to| (package, to)));
    let forbidden: Vec<String> = edges
        .filter(|(package, to)| !is_allowed(package, to, room_of(&all, to)))
        .map(|(package, to)| format!("{} -> {to}", package.name))
        .collect();
    assert_eq!(forbidden, Vec::<String>::new());
}

#[test]
fn every_sibling_that_is_allowed_is_there() {
    let all = packages();
    for (from, to) in SIBLINGS {
        let knows = all.iter().any(|package| package.name == from && package.workspace.contains(to));
        assert!(knows, "{from} -> {to} is allowed and used by nobody");
    }
}

/// Everything that `name` is linked with.
fn linked(all: &[Package], name: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut own, mut outside, mut todo) = (BTreeSet::new(), BTreeSet::new(), vec![name.to_owned()]);
    while let Some(next) = todo.pop() {
        let package = all.iter().find(|package| package.name == next).expect("a package of the workspace");
        if own.insert(next) {
            outside.extend(package.outside.iter().cloned());
            todo.extend(package.workspace.iter().cloned());
        }
    }
    (own, outside)
}

#[test]
fn the_phone_links_no_server_and_the_nation_no_engine() {
    let all = packages();
    let phone = linked(&all, "fingertip-shell");
    for vendor in ["axum", "tough", "dioxus-liveview", "tower-http"] {
        assert!(!phone.1.contains(vendor), "the phone links {vendor}");
    }
    for package in all.iter().filter(|package| matches!(package.room, Room::Nation(_))) {
        let (_, outside) = linked(&all, &package.name);
        for vendor in ["wasmtime", "dioxus", "keyring", "sigstore-tuf"] {
            assert!(!outside.contains(vendor), "{} links {vendor}", package.name);
        }
    }
}

#[test]
fn nothing_depends_on_the_demo_or_a_mini_app() {
    let all = packages();
    for package in all.iter().filter(|package| !matches!(package.room, Room::Tests | Room::Testkit)) {
        for to in &package.workspace {
            assert!(
                !matches!(room_of(&all, to), Room::Demo | Room::MiniApp | Room::Testkit),
                "{} -> {to}",
                package.name
            );
        }
    }
}

#[test]
fn each_vendor_stays_in_its_room() {
    let rooms: BTreeMap<&str, &[&str]> = BTreeMap::from([
        (
            "dioxus",
            &["fingertip-ui", "fingertip-serve", "fingertip-shell", "fingertip-tester", "fingertip-studio"][..],
        ),
        ("dioxus-liveview", &["fingertip-serve"]),
        ("wasmtime", &["fingertip-runtime"]),
        ("tough", &["fingertip-repository"]),
        ("sigstore-tuf", &["fingertip-bundles"]),
        ("openidconnect", &["fingertip-identity"]),
        ("keyring", &["fingertip-secrets"]),
        ("keyring-core", &["fingertip-secrets"]),
        ("fluent-bundle", &["fingertip-locale"]),
        ("fluent-syntax", &["fingertip-locale"]),
        ("icu_calendar", &["fingertip-locale"]),
        ("rusqlite", &["fingertip-store", "fingertip-records"]),
    ]);
    for package in packages() {
        for vendor in &package.outside {
            if let Some(allowed) = rooms.get(vendor.as_str()) {
                assert!(
                    allowed.contains(&package.name.as_str()),
                    "{vendor} in {}: its room is {allowed:?}",
                    package.name
                );
            }
        }
    }
}

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
        if name == "tests" || (name == "main" && folder == root) {
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
    let crates = layers.flat_map(|layer| std::fs::read_dir(layer.expect("a layer").path()).expect("a layer"));
    let mut roots: Vec<_> = crates.map(|entry| entry.expect("a crate").path()).collect();
    roots.push(project.join("app/demo"));
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
