//! The arrows between crates go one way, and each vendor stays in one room. ARCHITECTURE.md names these rules.

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{DependencyKind, MetadataCommand};

/// The layer of a package, by where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layer {
    Standard,
    Sdk,
    MiniApp,
    Infrastructure,
    Management,
    Delivery,
    Tool,
    Tests,
}

struct Package {
    name: String,
    layer: Layer,
    workspace: BTreeSet<String>,
    outside: BTreeSet<String>,
}

fn packages() -> Vec<Package> {
    let metadata = MetadataCommand::new()
        .manifest_path(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml"))
        .no_deps()
        .exec()
        .expect("cargo metadata");
    let own: BTreeSet<String> = metadata.packages.iter().map(|package| package.name.to_string()).collect();
    let of = |package: &cargo_metadata::Package| {
        let path = package.manifest_path.strip_prefix(&metadata.workspace_root).expect("inside the workspace").to_string();
        let layer = match path.split('/').collect::<Vec<_>>()[..] {
            ["mini-apps", "standard", ..] => Layer::Standard,
            ["mini-apps", "sdk", ..] => Layer::Sdk,
            ["mini-apps", ..] => Layer::MiniApp,
            ["app", "infrastructure", ..] => Layer::Infrastructure,
            ["app", "management", ..] => Layer::Management,
            ["app", "delivery", ..] => Layer::Delivery,
            ["app", "tools", ..] => Layer::Tool,
            ["tests", ..] => Layer::Tests,
            _ => panic!("{path} stands in no layer"),
        };
        let normal = package.dependencies.iter().filter(|dependency| dependency.kind != DependencyKind::Development);
        let (workspace, outside) = normal.map(|dependency| dependency.name.clone()).partition(|name| own.contains(name));
        Package { name: package.name.to_string(), layer, workspace, outside }
    };
    metadata.packages.iter().map(of).collect()
}

fn layer_of(packages: &[Package], name: &str) -> Layer {
    packages.iter().find(|package| package.name == name).map(|package| package.layer).expect("a package of the workspace")
}

/// The edges that `is_allowed` forbids.
fn forbidden(packages: &[Package], from: Layer, is_allowed: impl Fn(&Package, &str, Layer) -> bool) -> Vec<String> {
    let of_layer = packages.iter().filter(|package| package.layer == from);
    let edges = of_layer.flat_map(|package| package.workspace.iter().map(move |to| (package, to)));
    edges
        .filter(|(package, to)| !is_allowed(package, to, layer_of(packages, to)))
        .map(|(package, to)| format!("{} -> {to}", package.name))
        .collect()
}

#[test]
fn arrows_go_one_way() {
    let all = packages();
    let none: Vec<String> = Vec::new();
    assert_eq!(forbidden(&all, Layer::Standard, |_, _, _| false), none, "1. the standard depends on no crate of the project");
    assert_eq!(
        forbidden(&all, Layer::Infrastructure, |_, _, to| to == Layer::Standard),
        none,
        "2. infrastructure -> standard; siblings do not know each other"
    );
    let management = |_: &Package, _: &str, to| matches!(to, Layer::Infrastructure | Layer::Standard);
    assert_eq!(
        forbidden(&all, Layer::Management, management),
        none,
        "3. management -> infrastructure, standard; siblings do not know each other"
    );
    let delivery = |package: &Package, to: &str, layer| match package.name.as_str() {
        "fingertip-ui" => layer == Layer::Standard || to == "fingertip-locale",
        "fingertip-shell" => {
            layer == Layer::Standard || matches!(to, "fingertip-ui" | "fingertip-serve" | "fingertip-core" | "fingertip-locale")
        }
        "fingertip-serve" => to == "fingertip-ui",
        "fingertip-core" => matches!(layer, Layer::Management | Layer::Infrastructure | Layer::Standard),
        _ => false,
    };
    assert_eq!(
        forbidden(&all, Layer::Delivery, delivery),
        none,
        "5. ui -> standard, locale; browser -> ui; shell -> ui, browser, headless, locale"
    );
    assert_eq!(forbidden(&all, Layer::MiniApp, |_, _, to| to == Layer::Sdk), none, "6. mini-apps -> sdk");
    assert_eq!(forbidden(&all, Layer::Sdk, |_, _, to| to == Layer::Standard), none, "6. sdk -> standard");
    let tools = |package: &Package, to: &str, layer| match package.name.as_str() {
        "fingertip-cli" => {
            matches!(layer, Layer::Management | Layer::Standard)
                || matches!(to, "fingertip-locale" | "fingertip-check" | "fingertip-journeys" | "fingertip-studio")
        }
        "fingertip-check" => {
            layer == Layer::Standard || matches!(to, "fingertip-runtime" | "fingertip-bundles" | "fingertip-locale" | "fingertip-journeys")
        }
        "fingertip-studio" => {
            layer == Layer::Standard
                || matches!(to, "fingertip-journeys" | "fingertip-serve" | "fingertip-ui" | "fingertip-locale" | "fingertip-runtime")
        }
        "fingertip-journeys" => layer == Layer::Standard || matches!(to, "fingertip-locale" | "fingertip-runtime"),
        _ => false,
    };
    assert_eq!(
        forbidden(&all, Layer::Tool, tools),
        none,
        "7. cli -> check, studio, journeys, management, locale, standard; check, journeys -> management, locale, standard; xtask -> nothing"
    );
}

#[test]
fn only_headless_and_the_tools_know_several_management_crates() {
    let all = packages();
    for package in all.iter().filter(|package| package.layer != Layer::Tests) {
        let known = package.workspace.iter().filter(|to| layer_of(&all, to) == Layer::Management).count();
        assert!(
            known < 2 || matches!(package.name.as_str(), "fingertip-core" | "fingertip-cli" | "fingertip-check"),
            "{} knows {known} management crates",
            package.name
        );
    }
}

#[test]
fn nothing_depends_on_the_shell_or_a_mini_app() {
    let all = packages();
    for package in &all {
        for to in &package.workspace {
            assert!(to != "fingertip-shell" && layer_of(&all, to) != Layer::MiniApp, "{} -> {to}", package.name);
        }
    }
}

#[test]
fn each_vendor_stays_in_its_room() {
    let rooms: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("dioxus", &["fingertip-ui", "fingertip-serve", "fingertip-shell", "fingertip-studio"][..]),
        ("dioxus-liveview", &["fingertip-serve"]),
        ("wasmtime", &["fingertip-runtime"]),
        ("tough", &["fingertip-bundles"]),
        ("sigstore-tuf", &["fingertip-bundles"]),
        ("openidconnect", &["fingertip-identity"]),
        ("keyring", &["fingertip-identity"]),
        ("keyring-core", &["fingertip-identity"]),
        ("rusqlite", &["fingertip-records", "fingertip-platform"]),
        ("axum", &["fingertip-platform", "fingertip-serve"]),
        ("fluent-bundle", &["fingertip-locale"]),
        ("fluent-syntax", &["fingertip-locale"]),
        ("icu_calendar", &["fingertip-locale"]),
        (
            "reqwest",
            &["fingertip-identity", "fingertip-bundles", "fingertip-core", "fingertip-platform", "fingertip-cli", "fingertip-tests"],
        ),
    ]);
    for package in packages() {
        for vendor in &package.outside {
            if let Some(allowed) = rooms.get(vendor.as_str()) {
                assert!(allowed.contains(&package.name.as_str()), "{vendor} in {}: its room is {allowed:?}", package.name);
            }
        }
    }
}
