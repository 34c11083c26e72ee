//! What SECURITY.md says is tested is tested.

use std::{fs, path::Path};

/// Every source below a folder, as one text.
fn sources(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, text);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            text.push_str(&fs::read_to_string(&path).expect("a source"));
        }
    }
}

#[test]
fn every_promise_is_proved_by_the_test_that_it_names() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let page = fs::read_to_string(project.join("SECURITY.md")).expect("the page");
    let mut code = String::new();
    ["app", "mini-apps/standard", "tests"]
        .iter()
        .for_each(|folder| sources(&project.join(folder), &mut code));
    let is_test = |name: &&str| {
        name.matches('_').count() >= 3 && name.chars().all(|c| c.is_ascii_lowercase() || c == '_')
    };
    let named: Vec<&str> = page.split('`').skip(1).step_by(2).filter(is_test).collect();
    for name in &named {
        assert!(code.contains(&format!("fn {name}()")), "SECURITY.md names {name}, which is no test");
    }
    assert!(named.len() >= 20, "only {} tests are named", named.len());
}
