//! Every mini-app of the project speaks every language of the shell: its messages and what its manifest says to people.

use std::{collections::BTreeMap, path::Path};

use anyhow::{Context, Result, ensure};
use fingertip_locale::{MessageShape, SHELL_LANGUAGES, inspect};
use fingertip_tests::nation::{MINI_APPS, SCRIPTS, project};
use serde_json::Value;

/// The folders of all mini-apps.
fn mini_apps() -> impl Iterator<Item = std::path::PathBuf> {
    MINI_APPS.into_iter().chain(SCRIPTS).map(|(source, _)| project().join("mini-apps").join(source))
}

fn manifest(folder: &Path) -> Result<Value> {
    Ok(serde_json::from_slice(&std::fs::read(folder.join("manifest.json"))?)?)
}

/// Where in `value` a text by language leaves out one of the shell's.
fn left_out(value: &Value, at: &str) -> Vec<String> {
    match value {
        Value::Object(members) if members.contains_key(SHELL_LANGUAGES[0]) => SHELL_LANGUAGES
            .iter()
            .filter(|language| members.get(**language).and_then(Value::as_str).is_none_or(str::is_empty))
            .map(|language| format!("{at}/{language}"))
            .collect(),
        Value::Object(members) => {
            members.iter().flat_map(|(name, member)| left_out(member, &format!("{at}/{name}"))).collect()
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .flat_map(|(place, item)| left_out(item, &format!("{at}/{place}")))
            .collect(),
        _ => Vec::new(),
    }
}

#[test]
fn every_mini_app_has_every_message_in_every_language_of_the_shell() -> Result<()> {
    for folder in mini_apps() {
        let read = |language: &str| -> Result<BTreeMap<String, MessageShape>> {
            let path = folder.join("i18n").join(language).with_extension("ftl");
            let text = std::fs::read_to_string(&path).with_context(|| format!("no {}", path.display()))?;
            Ok(inspect(language, &text)?)
        };
        let first = read(SHELL_LANGUAGES[0])?;
        ensure!(!first.is_empty(), "{} says nothing", folder.display());
        for language in SHELL_LANGUAGES {
            let other = read(language)?;
            let missing: Vec<_> =
                first.iter().filter(|(id, shape)| other.get(*id) != Some(shape)).map(|(id, _)| id).collect();
            let surplus: Vec<_> = other.keys().filter(|id| !first.contains_key(*id)).collect();
            let whose = folder.display();
            ensure!(
                missing.is_empty() && surplus.is_empty(),
                "{whose}, {language}: differs in {missing:?}, has more {surplus:?}"
            );
        }
    }
    Ok(())
}

#[test]
fn every_manifest_names_every_language_of_the_shell() -> Result<()> {
    for folder in mini_apps() {
        let manifest = manifest(&folder)?;
        let whose = folder.display();
        let named = manifest["fingertip"]["languages"]
            .as_array()
            .with_context(|| format!("{whose} names no language"))?;
        for language in SHELL_LANGUAGES {
            ensure!(named.iter().any(|name| name == language), "{whose} does not name {language}");
        }
        let left_out = left_out(&manifest, "");
        ensure!(left_out.is_empty(), "{whose} leaves out {left_out:?}");
    }
    Ok(())
}

#[test]
fn a_text_that_leaves_out_a_language_is_found() {
    let claims = serde_json::json!({ "claims": [{ "purpose": { "zh-Hans": "写在卡上", "en": "Printed", "zh-Hant": "寫在卡上", "ug": "" } }] });
    assert_eq!(left_out(&claims, ""), ["/claims/0/purpose/ug"]);
}
