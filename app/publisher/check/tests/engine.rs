//! The whole gate on real components: guests that mean harm, and the demo's own.

#[path = "rules/good.rs"]
#[expect(dead_code, reason = "the builders of screens are used by the other test")]
mod good;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use fingertip_check::{Report, Severity, Subject, check};
use fingertip_runtime::CompiledCache;

use good::{Case, guest, guest_with_cards};

/// The ids of the rules that a component of one entry breaks as errors.
fn errors(component: Vec<u8>) -> BTreeSet<&'static str> {
    errors_as("1.0", component)
}

fn errors_as(standard: &str, component: Vec<u8>) -> BTreeSet<&'static str> {
    let mut case = Case::good();
    case.own()["entries"] = serde_json::json!([{"route": "/"}]);
    if standard == "1.0" {
        case.own()["standard"] = standard.into();
        case.own()["widgets"] = serde_json::json!([]);
    }
    case.files.insert("manifest.json".into(), case.manifest.to_string().into_bytes());
    let report = check(&Subject::of(case.files, component), None);
    report
        .findings
        .iter()
        .filter(|finding| finding.rule.severity == Severity::Error)
        .map(|finding| finding.rule.id)
        .collect()
}

#[test]
fn what_harms_is_named_by_its_rule() {
    assert_eq!(errors(guest("unreachable")), BTreeSet::from(["entry-unreachable", "run-trapped"]));
    assert_eq!(
        errors(guest("(loop $for-ever (br $for-ever)) unreachable")),
        BTreeSet::from(["entry-unreachable", "step-timed-out"])
    );
    let eat = "(loop $more (drop (memory.grow (i32.const 16))) (br $more)) unreachable";
    assert_eq!(errors(guest(eat)), BTreeSet::from(["entry-unreachable", "memory-over-limit"]));
}

#[test]
fn a_card_that_harms_is_named_by_its_rule() {
    let found = errors_as("1.1", guest_with_cards("unreachable"));
    assert_eq!(found, BTreeSet::from(["entry-unreachable", "run-trapped", "card-ends"]));
    let found = errors_as("1.1", guest("unreachable"));
    assert_eq!(found, BTreeSet::from(["component-fits-world"]), "a guest of 1.0 is no guest of 1.1");
    let found = errors_as("1.0", guest_with_cards("unreachable"));
    assert_eq!(found, BTreeSet::from(["component-fits-world"]), "a guest of 1.1 is no guest of 1.0");
}

#[test]
fn what_is_no_mini_app_is_named_by_its_rule() {
    let component = |text: &str| wat::parse_str(text).expect("a component");
    assert_eq!(errors(b"nonsense".to_vec()), BTreeSet::from(["component-valid"]));
    assert_eq!(errors(component("(module)")), BTreeSet::from(["component-valid"]));
    assert_eq!(errors(component("(component)")), BTreeSet::from(["component-fits-world"]));
    let importing = component(r#"(component (import "clock" (func)))"#);
    assert_eq!(errors(importing), BTreeSet::from(["component-imports-nothing", "component-fits-world"]));
    let hidden = component(r#"(component (import "host:files/all" (instance (export "open" (func)))))"#);
    assert_eq!(errors(hidden), BTreeSet::from(["component-fits-world"]));
}

#[test]
fn a_bundle_that_is_none_is_named() {
    let report = check(&Subject::of_bundle(b"PK nonsense"), None);
    let ids: BTreeSet<&str> = report.findings.iter().map(|finding| finding.rule.id).collect();
    assert!(ids.contains("bundle-readable"), "{ids:?}");
}

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

fn built(name: &str) -> Option<Vec<u8>> {
    let components = std::env::var_os("FINGERTIP_GUESTS")
        .map_or_else(|| project().join("target/guests/components"), PathBuf::from);
    fs::read(components.join(name)).ok()
}

/// The report of one of the demo's mini-apps.
fn demo(folder: &str, name: &str) -> Report {
    let component = built(&format!("{name}.wasm")).expect("a component: cargo xtask guests builds it");
    let folder = project().join("mini-apps").join(folder).join(name);
    check(&Subject::read(&folder, component).expect("a mini-app"), None)
}

/// The demo's mini-app that is a script, and its engine.
fn bills() -> Option<(Subject, Vec<u8>)> {
    let (Some(script), Some(engine)) = (built("household-bills.js"), built("javascript.wasm")) else {
        eprintln!(
            "LEFT OUT: the gate on a script; `cargo xtask guests` builds its engine where node and npm are installed"
        );
        return None;
    };
    let subject =
        Subject::read(&project().join("mini-apps/utilities/household-bills"), script).expect("a mini-app");
    Some((subject, engine))
}

/// The interpreter is compiled once for all runs of these tests.
fn compiled() -> CompiledCache {
    CompiledCache::new(Path::new(env!("CARGO_TARGET_TMPDIR")).join("compiled"), [7; 32])
}

#[test]
fn the_demo_passes_without_errors_or_warnings() {
    for (folder, name) in
        [("human-resources", "social-security-card"), ("taxation", "income-tax"), ("transport", "bus-card")]
    {
        let report = demo(folder, name);
        let bad: Vec<String> = report
            .findings
            .iter()
            .filter(|finding| finding.rule.severity != Severity::Advice)
            .map(|finding| format!("{} {}: {}", finding.rule.id, finding.place, finding.reason))
            .collect();
        assert_eq!(bad, Vec::<String>::new(), "{name}");
        assert!(report.screens > 100, "{name}: only {} screens were seen", report.screens);
    }
}

#[test]
fn the_same_mini_app_gives_the_same_report() {
    let told = || {
        let report = demo("transport", "bus-card");
        (fingertip_check::human("bus-card", &report), report.steps)
    };
    assert_eq!(told(), told());
}

#[test]
fn a_script_is_explored_as_a_component_is() {
    let Some((mut subject, engine)) = bills() else { return };
    subject.engine = Some(engine);
    let report = check(&subject, Some(compiled()));
    let bad: Vec<String> = report
        .findings
        .iter()
        .filter(|finding| finding.rule.severity != Severity::Advice)
        .map(|finding| format!("{} {}: {}", finding.rule.id, finding.place, finding.reason))
        .collect();
    assert_eq!(bad, Vec::<String>::new());
    assert!(
        report.screens > 1000,
        "only {} screens were seen: it goes no further than the page for the account",
        report.screens
    );
}

#[test]
fn a_script_that_nothing_played_does_not_pass() {
    let Some((subject, _)) = bills() else { return };
    let report = check(&subject, None);
    let found = report
        .findings
        .iter()
        .find(|finding| finding.rule.id == "nothing-was-seen")
        .expect("an error of its own");
    assert!(found.rule.severity == Severity::Error && found.reason.contains("engine"), "{}", found.reason);
}
