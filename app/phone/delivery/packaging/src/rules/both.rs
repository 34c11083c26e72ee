//! The rules that files of both systems keep together.

use roxmltree::{Document, ParsingOptions};
use toml::Table;

use super::{android, apple, unless};
use crate::Project;

pub(super) fn well_formed(project: &Project) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, text) in [
        ("AndroidManifest.xml", &project.manifest),
        ("fingertip_network.xml", &project.network),
        ("fingertip_extraction.xml", &project.extraction),
        ("fingertip_files.xml", &project.files),
    ] {
        if let Err(error) = Document::parse(text) {
            wrong.push(format!("{name} is no XML: {error}"));
        }
    }
    for (name, text) in [
        ("Info.plist", &project.info),
        ("PrivacyInfo.xcprivacy", &project.privacy),
        ("Entitlements.plist", &project.entitlements),
    ] {
        // A reader of lists is content with one that is cut.
        let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
        let is_list = Document::parse_with_options(text, options).is_ok() && apple::list(text).is_some();
        wrong.extend(unless(is_list, &format!("{name} is no property list")));
    }
    if let Err(error) = project.dioxus.parse::<Table>() {
        wrong.push(format!("Dioxus.toml is no TOML: {}", error.message()));
    }
    wrong
}

pub(super) fn no_cleartext(project: &Project) -> Vec<String> {
    let mut wrong = android::cleartext(project);
    wrong.extend(apple::cleartext(project));
    for (name, text) in [("MainActivity.kt", &project.activity), ("another file in Kotlin", &project.kotlin)]
    {
        wrong.extend(unless(!text.contains("http://"), &format!("{name} has an address without TLS")));
    }
    wrong
}

pub(super) fn not_debuggable(project: &Project) -> Vec<String> {
    [android::debuggable(project), apple::debuggable(project)].concat()
}

pub(super) fn every_way_round(project: &Project) -> Vec<String> {
    [android::orientation(project), apple::orientation(project)].concat()
}

/// A value of Dioxus.toml.
fn value<'a>(table: &'a Table, path: &[&str]) -> Option<&'a toml::Value> {
    let (last, before) = path.split_last()?;
    let mut table = table;
    for name in before {
        table = table.get(*name)?.as_table()?;
    }
    table.get(*last)
}

/// What the library is linked for is what the package is offered for, and new enough to trust no added authority by itself.
pub(super) fn least_versions(project: &Project) -> Vec<String> {
    let Ok(dioxus) = project.dioxus.parse::<Table>() else { return Vec::new() };
    let number = |path: &[&str]| value(&dioxus, path).and_then(toml::Value::as_integer);
    let linked = number(&["application", "android_min_sdk_version"]);
    let offered = number(&["android", "min_sdk"]);
    let mut wrong = unless(
        linked.is_some() && linked == offered,
        "the package is offered to versions of Android for which the library is not linked",
    );
    wrong.extend(unless(
        offered.is_some_and(|least| least >= 24),
        "before Android 7 every added authority is trusted",
    ));
    // Google Play takes nothing that is made for an older version: https://developer.android.com/google/play/requirements/target-sdk.
    wrong.extend(unless(
        number(&["android", "target_sdk"]).is_some_and(|target| target >= 35),
        "the store takes no package for so old a version of Android",
    ));
    let deployed = value(&dioxus, &["ios", "deployment_target"]).and_then(toml::Value::as_str);
    let least = apple::least_and_identifier(project).map(|(least, _)| least);
    wrong.extend(unless(
        deployed.is_some() && deployed == least.as_deref(),
        "the property list is for another version of iOS than Dioxus.toml",
    ));
    wrong
}

/// The identifier stands in three files, since neither system's own reads another's.
pub(super) fn one_identifier(project: &Project) -> Vec<String> {
    let Ok(dioxus) = project.dioxus.parse::<Table>() else { return Vec::new() };
    let identifier =
        value(&dioxus, &["bundle", "identifier"]).and_then(toml::Value::as_str).unwrap_or_default();
    let is_whole = identifier.contains('.')
        && identifier.split('.').all(|part| {
            part.starts_with(|c: char| c.is_ascii_lowercase())
                && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        });
    let mut wrong = unless(is_whole, "the identifier is none that both systems take");
    wrong.extend(unless(
        project.activity.contains(&format!("typealias BuildConfig = {identifier}.BuildConfig\n")),
        "MainActivity.kt is of another identifier",
    ));
    let info = apple::least_and_identifier(project).map(|(_, identifier)| identifier);
    wrong.extend(unless(info.as_deref() == Some(identifier), "Info.plist is of another identifier"));
    wrong.extend(unless(
        apple::schemes(project) == ["fingertip", "openid4vp"],
        "fingertip: and openid4vp: alone open the app",
    ));
    wrong
}
