//! The rules of Apple's files.

use std::io::Cursor;

use fingertip_locale::SHELL_LANGUAGES;
use plist::{Dictionary, Value};

use super::unless;
use crate::{
    Project,
    strings::{APPLE_BASE, REASONS, say},
};

/// The reasons that Apple takes for the kinds of calls that we make:
/// <https://developer.apple.com/documentation/bundleresources/describing-use-of-required-reason-api>.
const CALLS: [(&str, &str); 2] = [
    ("NSPrivacyAccessedAPICategoryFileTimestamp", "C617.1"),
    ("NSPrivacyAccessedAPICategorySystemBootTime", "35F9.1"),
];

/// A property list that is well-formed.
pub(super) fn list(text: &str) -> Option<Dictionary> {
    Value::from_reader_xml(Cursor::new(text)).ok()?.into_dictionary()
}

fn text<'a>(list: &'a Dictionary, key: &str) -> &'a str {
    list.get(key).and_then(Value::as_string).unwrap_or_default()
}

/// Whatever iOS asks the person for is explained, here and in every language; nothing is explained that is not asked for.
pub(super) fn reasons(project: &Project) -> Vec<String> {
    let Some(info) = list(&project.info) else { return Vec::new() };
    let mut wrong = Vec::new();
    for (key, id) in REASONS {
        if text(&info, key) != say(APPLE_BASE, id) {
            wrong.push(format!("{key} is not what locales/{APPLE_BASE}/phone.ftl says"));
        }
    }
    let asked = info.keys().filter(|key| key.starts_with("NS") && key.ends_with("UsageDescription"));
    wrong.extend(
        asked
            .filter(|key| !REASONS.iter().any(|(known, _)| known == key))
            .map(|key| format!("{key} has no message")),
    );
    wrong
}

/// What App Store Connect asks of a property list.
pub(super) fn property_list(project: &Project) -> Vec<String> {
    let Some(info) = list(&project.info) else { return Vec::new() };
    let keys = [
        "CFBundleDevelopmentRegion",
        "CFBundleDisplayName",
        "CFBundleExecutable",
        "CFBundleIconName",
        "CFBundleIdentifier",
        "CFBundleInfoDictionaryVersion",
        "CFBundleName",
        "CFBundlePackageType",
        "CFBundleShortVersionString",
        "CFBundleVersion",
        "MinimumOSVersion",
    ];
    let mut wrong: Vec<String> = keys
        .iter()
        .filter(|key| text(&info, key).is_empty())
        .map(|key| format!("{key} is missing"))
        .collect();
    let launch = info.get("UILaunchScreen").and_then(Value::as_dictionary);
    wrong.extend(unless(
        launch.is_some_and(|launch| {
            text(launch, "UIColorName") == "LaunchGround" && text(launch, "UIImageName") == "LaunchMark"
        }),
        "there is no launch screen",
    ));
    let languages: Vec<&str> = info
        .get("CFBundleLocalizations")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_string)
        .collect();
    wrong.extend(unless(languages == SHELL_LANGUAGES, "the languages are not the shell's"));
    wrong
}

/// What goes without TLS: nothing but the page's own web socket.
pub(super) fn cleartext(project: &Project) -> Vec<String> {
    let Some(info) = list(&project.info) else { return Vec::new() };
    let transport = info.get("NSAppTransportSecurity").and_then(Value::as_dictionary);
    let is_local = |transport: &Dictionary| {
        transport.len() == 1
            && transport.get("NSAllowsLocalNetworking").and_then(Value::as_boolean) == Some(true)
    };
    unless(transport.is_some_and(is_local), "App Transport Security lets more through than the device itself")
}

pub(super) fn debuggable(project: &Project) -> Vec<String> {
    let Some(entitlements) = list(&project.entitlements) else { return Vec::new() };
    unless(
        entitlements.get("get-task-allow").and_then(Value::as_boolean) == Some(false),
        "a release lets a debugger in",
    )
}

pub(super) fn privacy_manifest(project: &Project) -> Vec<String> {
    let Some(privacy) = list(&project.privacy) else { return Vec::new() };
    let mut wrong = unless(
        privacy.get("NSPrivacyTracking").and_then(Value::as_boolean) == Some(false)
            && privacy.get("NSPrivacyTrackingDomains").and_then(Value::as_array).is_some_and(Vec::is_empty),
        "somebody is tracked",
    );
    let calls: Vec<(&str, Vec<&str>)> = privacy
        .get("NSPrivacyAccessedAPITypes")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_dictionary)
        .map(|call| {
            let reasons = call.get("NSPrivacyAccessedAPITypeReasons").and_then(Value::as_array);
            (
                text(call, "NSPrivacyAccessedAPIType"),
                reasons.into_iter().flatten().filter_map(Value::as_string).collect(),
            )
        })
        .collect();
    let wanted: Vec<(&str, Vec<&str>)> = CALLS.map(|(call, reason)| (call, vec![reason])).into();
    wrong.extend(unless(calls == wanted, "the calls that need a reason are not those that are made"));
    wrong
}

/// The ways round that a device may be held.
pub(super) fn orientation(project: &Project) -> Vec<String> {
    let Some(info) = list(&project.info) else { return Vec::new() };
    let ways = info.get("UISupportedInterfaceOrientations").and_then(Value::as_array).map_or(0, Vec::len);
    unless(ways >= 3 && !info.contains_key("UIRequiresFullScreen"), "the screen does not turn")
}

/// The least version, and the identifier.
pub(super) fn least_and_identifier(project: &Project) -> Option<(String, String)> {
    let info = list(&project.info)?;
    Some((text(&info, "MinimumOSVersion").to_owned(), text(&info, "CFBundleIdentifier").to_owned()))
}

/// The schemes that open the app.
pub(super) fn schemes(project: &Project) -> Vec<String> {
    let Some(info) = list(&project.info) else { return Vec::new() };
    let kinds = info.get("CFBundleURLTypes").and_then(Value::as_array).into_iter().flatten();
    let schemes =
        kinds.filter_map(|kind| kind.as_dictionary()?.get("CFBundleURLSchemes")?.as_array()).flatten();
    schemes.filter_map(Value::as_string).map(str::to_owned).collect()
}
