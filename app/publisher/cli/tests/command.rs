//! The command as a publisher meets it: exit codes and what it says.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::{Value, json};

/// A line as Guangdong province publishes it.
const GOOD_LINE: &str = r#"{"TASK_CODE": "11440000006940116U2440102002003", "TASK_NAME": "教材初审", "DEPT_NAME": "广东省教育厅", "AREACODE": "440000", "AREA_CODE_TEXT": "广东省"}"#;
const NAMELESS_LINE: &str = r#"{"TASK_CODE": "11440000006940116U2440102002004", "TASK_NAME": " ", "DEPT_NAME": "广东省教育厅", "AREACODE": "440000"}"#;

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

fn fingertip<A: AsRef<std::ffi::OsStr>>(arguments: impl IntoIterator<Item = A>) -> Output {
    Command::new(env!("CARGO_BIN_EXE_fingertip")).args(arguments).output().expect("the command starts")
}

/// Runs it, checks whether it succeeds, and gives everything that it says.
#[track_caller]
fn check<A: AsRef<std::ffi::OsStr>>(arguments: impl IntoIterator<Item = A>, succeeds: bool) -> String {
    let output = fingertip(arguments);
    let said =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(i32::from(!succeeds)), "{said}");
    said
}

fn written(path: &Path, content: impl AsRef<[u8]>) -> &str {
    fs::write(path, content).expect("a file of the test");
    path.to_str().expect("a plain path")
}

#[test]
fn the_demo_and_a_province_are_joined_whole_or_not_at_all_and_broken_lines_named() {
    let home = tempfile::tempdir().expect("a folder");
    let lines = home.path().join("lines.jsonl");
    let lines = written(&lines, format!("{GOOD_LINE}\n{{\n{NAMELESS_LINE}\n{GOOD_LINE}\n"));
    let out = home.path().join("merged.json");
    let services: Vec<Value> = serde_json::from_slice(
        &fs::read(project().join("assets/demo/services.json")).expect("the demo's services"),
    )
    .expect("a list");
    let (demo, out_path) = (project().join("assets/demo"), out.to_str().expect("a plain path"));
    let demo = demo.to_str().expect("a plain path");
    let named = |said: &str| {
        for fault in ["line 2: ", "line 3: field TASK_NAME: is empty", "line 4: field id: ", "stands twice"] {
            assert!(said.contains(fault), "{fault:?} is not in {said}");
        }
    };
    // All of it or nothing, unless somebody would rather have what is good.
    let said = check(["catalogue", "import", demo, lines, "--out", out_path], false);
    assert!(said.contains("lines.jsonl is refused: 3 faults, nothing of it is taken"), "{said}");
    named(&said);
    assert!(!out.exists());
    let said = check(["catalogue", "import", "--leave-out-faulty", demo, lines, "--out", out_path], true);
    assert!(said.contains(&format!("assets/demo: {} services taken, 0 rejected", services.len())), "{said}");
    assert!(said.contains("lines.jsonl: 1 services taken, 3 rejected"), "{said}");
    named(&said);
    let merged: Value = serde_json::from_slice(&fs::read(&out).expect("the joined catalogue")).expect("JSON");
    assert_eq!(merged["services"].as_array().map(Vec::len), Some(services.len() + 1));
}

#[test]
fn what_people_asked_goes_into_the_catalogue_and_each_fault_is_named_by_line_and_field() {
    let home = tempfile::tempdir().expect("a folder");
    let (table, out) = (home.path().join("asked.csv"), home.path().join("merged.json"));
    let rows = "query,service,count\nbus pass,bus-card,40\nmine alone,bus-card,2\n13800138000,bus-card,50\ncard,nowhere,9\n";
    let table = written(&table, rows);
    let (demo, out_path) = (project().join("assets/demo"), out.to_str().expect("a plain path"));
    let demo = demo.to_str().expect("a plain path");
    let said = check(["catalogue", "import", demo, "--asked", table, "--out", out_path], true);
    assert!(said.contains("1 questions taken, 1 left out that fewer than 10 asked, 2 rejected"), "{said}");
    assert!(said.contains("line 4: field query: ") && said.contains("line 5: field service: "), "{said}");
    assert!(!said.contains("13800138000"), "what may be a person's is not repeated");
    let merged: Value = serde_json::from_slice(&fs::read(&out).expect("the catalogue")).expect("JSON");
    let services = merged["services"].as_array().expect("services");
    let card = services.iter().find(|service| service["id"] == "bus-card").expect("the bus card");
    assert_eq!(card["asked"], serde_json::json!([{ "text": "bus pass", "count": 40 }]));
    let said =
        check(["catalogue", "import", demo, "--asked", written(&home.path().join("b.csv"), "a,b\n")], false);
    assert!(said.contains("the column query is missing"), "{said}");
}

#[test]
fn a_fault_in_a_folder_is_named_by_its_file_and_line() {
    let home = tempfile::tempdir().expect("a folder");
    let put = |name: &str, text: &str| drop(written(&home.path().join(name), text).to_owned());
    put("regions.json", "[\n{\"code\": \"100000\", \"name\": {\"en\": \"N\"}, \"level\": \"nation\"}\n]\n");
    put("departments.json", "[{\"id\": \"d\", \"name\": {\"en\": \"D\"}, \"region\": \"100000\"}]");
    put(
        "services.json",
        "[\n\n{\"id\": \"s\", \"name\": {\"en\": \"S\"}, \"department\": \"e\", \"region\": \"100000\", \"theme\": \"other\"}\n]",
    );
    put("alerts.json", "[]");
    let said = check(["catalogue", "import", home.path().to_str().expect("a plain path")], false);
    assert!(said.contains("services.json line 3: field department: "), "{said}");
}

#[test]
fn a_catalogue_is_written_in_the_formats_of_others_and_read_back() {
    let home = tempfile::tempdir().expect("a folder");
    let demo = project().join("assets/demo");
    let demo = demo.to_str().expect("a plain path");
    for format in ["cpsv-ap", "lines", "schema-org"] {
        let out = home.path().join(format);
        let out = out.to_str().expect("a plain path");
        check(["catalogue", "export", demo, "--format", format, "--out", out], true);
        let is_read = format != "schema-org";
        let said = check(["catalogue", "import", out], is_read);
        assert_eq!(said.contains(" 0 rejected"), is_read, "{said}");
    }
}

#[test]
fn what_is_no_catalogue_is_refused() {
    let home = tempfile::tempdir().expect("a folder");
    let file = home.path().join("nonsense.json");
    let said = check(["catalogue", "import", written(&file, "{}\nnonsense")], false);
    assert!(said.contains("nonsense.json is refused"), "{said}");
    let missing = home.path().join("missing.json");
    let said = check(["catalogue", "import", missing.to_str().expect("a plain path")], false);
    assert!(said.contains("missing.json cannot be read"), "{said}");
}

#[test]
fn a_platform_without_a_token_is_a_mistake_of_the_command_line() {
    let output = fingertip(["catalogue", "import", "x", "--platform", "http://127.0.0.1:1"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--operator-token-file"));
}

#[test]
fn a_module_that_is_no_mini_app_is_refused() {
    let home = tempfile::tempdir().expect("a folder");
    let (module, out) = (home.path().join("core.wasm"), home.path().join("component.wasm"));
    // A module with nothing in it is well-formed, but no mini-app.
    let module = written(&module, b"\0asm\x01\0\0\0").to_owned();
    let out_path = out.to_str().expect("a plain path");
    check(["build", "--module", &module, "--out", out_path], false);
    assert!(!out.exists());
}

#[test]
fn a_folder_with_a_bad_manifest_or_without_words_is_refused() {
    let home = tempfile::tempdir().expect("a folder");
    let component = home.path().join("component.wasm");
    let component = written(&component, b"\0asm\x0d\0\x01\0").to_owned();
    let folder = home.path().to_str().expect("a plain path");
    let manifest = home.path().join("manifest.json");
    written(&manifest, json!({ "app_id": "X" }).to_string());
    assert!(check(["check", folder, "--component", &component], false).contains("error[manifest-valid]"));
    let real = project().join("mini-apps/transport/bus-card/manifest.json");
    fs::copy(real, &manifest).expect("a manifest");
    assert!(check(["check", folder, "--component", &component], false).contains("error[words-missing]"));
}

#[test]
fn a_bundle_that_fails_the_gate_is_not_published() {
    let home = tempfile::tempdir().expect("a folder");
    let path = |name: &str| home.path().join(name).to_str().expect("a plain path").to_owned();
    let (repository, keys) = (path("repository"), path("keys"));
    let create =
        ["repository", "create", "--repository", &repository, "--keys", &keys, "--department", "transport"];
    assert!(check(create, true).contains("1 departments may publish"));
    let bundle = home.path().join("broken.ma");
    let said = check(
        [
            "repository",
            "publish",
            "--repository",
            &repository,
            "--keys",
            &keys,
            written(&bundle, "no archive"),
        ],
        false,
    );
    assert!(said.contains("error[bundle-readable]"), "{said}");
    let targets =
        fs::read_dir(home.path().join("repository/targets")).map(Iterator::count).unwrap_or_default();
    assert_eq!(targets, 0);
}

#[test]
fn the_gate_tells_people_and_programs_and_lists_its_rules() {
    let home = tempfile::tempdir().expect("a folder");
    let component = home.path().join("component.wasm");
    let component = written(&component, b"\0asm\x0d\0\x01\0").to_owned();
    let folder = project().join("mini-apps/transport/bus-card");
    let folder = folder.to_str().expect("a plain path");
    assert!(
        check(["check", folder, "--component", &component], false).contains("error[component-fits-world]")
    );
    for (format, member) in [("json", "findings"), ("sarif", "runs")] {
        let output = fingertip(["check", folder, "--component", &component, "--format", format]);
        assert_eq!(output.status.code(), Some(1));
        let said: Value = serde_json::from_slice(&output.stdout).expect("JSON and nothing else");
        assert!(said[member].as_array().is_some_and(|list| !list.is_empty()), "{said}");
    }
    assert!(check(["check", "--rules"], true).starts_with("# What `fingertip check` looks for"));
    assert_eq!(fingertip(["check"]).status.code(), Some(2));
}
