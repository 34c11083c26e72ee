//! The arrows between crates go one way, and each vendor stays in one room. ARCHITECTURE.md names these rules.

#[path = "layers/circles.rs"]
mod circles;

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{DependencyKind, MetadataCommand};

/// Whose machine a package runs on, and the layer there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Room {
    Standard,
    Contract,
    Kit,
    MiniApp,
    Shared,
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
    // What is typed into an input is read by the rule that kits and platform read it by.
    ("fingertip-standard", "fingertip-typed"),
    // What the window shows stands on the core and the components; the core alone wires the phone.
    ("fingertip-shell", "fingertip-core"),
    ("fingertip-shell", "fingertip-ui"),
    // A session's tokens are secrets.
    ("fingertip-identity", "fingertip-secrets"),
    // An open mini-app is judged by the broker while it runs on the runtime.
    ("fingertip-host", "fingertip-broker"),
    // What a department is told of a case.
    ("fingertip-cases", "fingertip-departments"),
    // The platform's keys and bodies are kept in its store.
    ("fingertip-kit", "fingertip-store"),
];

/// Whether `from` may know `to`.
fn is_allowed(from: &Package, to: &str, room: Room) -> bool {
    let is_sibling = SIBLINGS.contains(&(from.name.as_str(), to));
    match room {
        Room::Standard => {
            return is_sibling || !matches!(from.room, Room::MiniApp | Room::Xtask | Room::Standard);
        }
        Room::Contract => {
            return !matches!(
                from.room,
                Room::MiniApp | Room::Kit | Room::Xtask | Room::Standard | Room::Contract
            );
        }
        _ => {}
    }
    match (from.room, room) {
        // Only tests look into everything.
        (Room::Tests, _) => true,
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
        (Room::Demo, Room::Nation(_)) => {
            matches!(to, "fingertip-kit" | "fingertip-store" | "fingertip-server")
        }
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
    for package in all.iter().filter(|package| package.room != Room::Tests) {
        for to in &package.workspace {
            assert!(!matches!(room_of(&all, to), Room::Demo | Room::MiniApp), "{} -> {to}", package.name);
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
        ("age", &["fingertip-carry"]),
        ("tough", &["fingertip-repository"]),
        ("sigstore-tuf", &["fingertip-bundles"]),
        ("openidconnect", &["fingertip-identity"]),
        ("keyring", &["fingertip-secrets"]),
        ("keyring-core", &["fingertip-secrets"]),
        ("fluent-bundle", &["fingertip-locale"]),
        ("fluent-syntax", &["fingertip-locale"]),
        ("icu_calendar", &["fingertip-calendar"]),
        // What speaks to a phone's system, and is not safe by itself.
        ("jni", &["fingertip-device"]),
        ("ndk-context", &["fingertip-device"]),
        ("rustls-platform-verifier", &["fingertip-device"]),
        ("objc2", &["fingertip-device"]),
        ("objc2-ui-kit", &["fingertip-device"]),
        ("ndarray", &["fingertip-meaning"]),
        ("oxjsonld", &["fingertip-catalogue"]),
        ("oxrdf", &["fingertip-catalogue"]),
        ("governor", &["fingertip-server"]),
        ("prometheus-client", &["fingertip-server"]),
        ("postgres", &["fingertip-store"]),
        ("r2d2", &["fingertip-store"]),
        ("rusqlite", &["fingertip-store", "fingertip-records"]),
        ("sd-jwt-payload", &["fingertip-credential"]),
        ("tracing-subscriber", &["fingertip-log", "fingertip-tests"]),
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
