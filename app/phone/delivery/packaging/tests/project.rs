//! The project keeps every rule, each rule finds what breaks it, and what is generated is current.

use std::{collections::BTreeSet, fs, path::Path};

use fingertip_packaging::{
    Check, MASTG, Project, RULES, Release, assemble_android, assemble_ios, folder, generated, judge,
};

fn project() -> Project {
    Project::read(&folder()).expect("the project")
}

fn release() -> Release {
    Release { host: Some("services.gov.example".into()), number: 7, version: "1.2.3".into() }
}

#[test]
fn the_project_keeps_every_rule() {
    assert_eq!(judge(&project()), Vec::<String>::new());
}

#[test]
fn what_is_generated_is_current() {
    for file in generated(&folder()).expect("the drawing") {
        let there = fs::read(folder().join(&file.path)).unwrap_or_default();
        assert!(there == file.bytes, "{}: `cargo run -p fingertip-packaging -- write`", file.path);
    }
}

/// Breaks a text: what stands there, and what then stands there.
type Broken = (&'static str, fn(&mut Project) -> &mut String, &'static str, &'static str);

const BROKEN: &[Broken] = &[
    ("well-formed", |p| &mut p.manifest, "</manifest>", "</manifes>"),
    ("well-formed", |p| &mut p.network, "</base-config>", ""),
    ("well-formed", |p| &mut p.info, "</plist>", ""),
    ("well-formed", |p| &mut p.privacy, "<plist", "<list"),
    ("well-formed", |p| &mut p.dioxus, "[bundle]", "[bundle"),
    ("no-backup", |p| &mut p.manifest, "allowBackup=\"false\"", "allowBackup=\"true\""),
    ("no-backup", |p| &mut p.manifest, "android:fullBackupContent=\"false\"", ""),
    ("no-backup", |p| &mut p.manifest, "android:dataExtractionRules=\"@xml/fingertip_extraction\"", ""),
    ("no-backup", |p| &mut p.extraction, "<exclude domain=\"database\" path=\".\" />", ""),
    ("no-backup", |p| &mut p.extraction, "<exclude domain=\"database\"", "<include domain=\"database\""),
    ("no-cleartext", |p| &mut p.manifest, "usesCleartextTraffic=\"false\"", "usesCleartextTraffic=\"true\""),
    (
        "no-cleartext",
        |p| &mut p.network,
        "cleartextTrafficPermitted=\"false\"",
        "cleartextTrafficPermitted=\"true\"",
    ),
    ("no-cleartext", |p| &mut p.network, "127.0.0.1", "gov.example"),
    ("no-cleartext", |p| &mut p.info, "NSAllowsLocalNetworking", "NSAllowsArbitraryLoads"),
    (
        "no-cleartext",
        |p| &mut p.kotlin,
        "package dev.dioxus.main",
        "package dev.dioxus.main // http://gov.example",
    ),
    ("no-added-authorities", |p| &mut p.network, "src=\"system\"", "src=\"user\""),
    (
        "no-added-authorities",
        |p| &mut p.network,
        "</network-security-config>",
        "<debug-overrides/></network-security-config>",
    ),
    ("no-own-trust", |p| &mut p.activity, "override fun onDestroy", "override fun onReceivedSslError"),
    ("not-debuggable", |p| &mut p.manifest, "android:hasCode", "android:debuggable=\"true\" android:hasCode"),
    ("not-debuggable", |p| &mut p.activity, "page = webView", "WebView.setWebContentsDebuggingEnabled(true)"),
    ("not-debuggable", |p| &mut p.entitlements, "<false/>", "<true/>"),
    ("permissions", |p| &mut p.manifest, "ACCESS_NETWORK_STATE", "READ_CONTACTS"),
    ("exported", |p| &mut p.manifest, "android:exported=\"false\"", "android:exported=\"true\""),
    ("exported", |p| &mut p.manifest, "android:exported=\"false\"", ""),
    ("exported", |p| &mut p.manifest, "android:taskAffinity=\"\"", ""),
    ("exported", |p| &mut p.manifest, " android:host=\"miniapp\"", ""),
    ("configuration-changes", |p| &mut p.manifest, "|fontScale", ""),
    ("web-view", |p| &mut p.activity, "allowFileAccess = false", "allowFileAccess = true"),
    ("web-view", |p| &mut p.activity, "page = webView", "webView.addJavascriptInterface(this, \"all\")"),
    ("no-log", |p| &mut p.kotlin, "fun end() =", "fun end() = Log.i(\"fingertip\", \"end\") ="),
    ("no-shared-storage", |p| &mut p.kotlin, "activity.filesDir", "activity.getExternalFilesDir(null)"),
    ("no-shared-storage", |p| &mut p.files, "path=\"saved/\"", "path=\".\""),
    ("screen-can-be-secured", |p| &mut p.kotlin, "FLAG_SECURE", "FLAG_FULLSCREEN"),
    ("kept-for-rust", |p| &mut p.keep, "public *** device*(...);", ""),
    ("kept-for-rust", |p| &mut p.keep, "org.rustls.platformverifier", "org.other"),
    ("kept-for-rust", |p| &mut p.dioxus, "proguard_rules", "proguard"),
    ("reasons", |p| &mut p.info, "<string>The camera is used", "<string>We use the camera"),
    ("reasons", |p| &mut p.info, "NSMicrophoneUsageDescription", "NSContactsUsageDescription"),
    ("property-list", |p| &mut p.info, "<string>AppIcon</string>", "<string></string>"),
    ("property-list", |p| &mut p.info, "LaunchMark", "Mark"),
    ("property-list", |p| &mut p.info, "<string>ug</string>", ""),
    ("privacy-manifest", |p| &mut p.privacy, "<false/>", "<true/>"),
    ("privacy-manifest", |p| &mut p.privacy, "C617.1", "0000.0"),
    ("least-versions", |p| &mut p.dioxus, "min_sdk = 28", "min_sdk = 24"),
    ("least-versions", |p| &mut p.dioxus, "target_sdk = 36", "target_sdk = 34"),
    ("least-versions", |p| &mut p.info, "15.0", "13.0"),
    ("one-identifier", |p| &mut p.dioxus, "org.fingertip.phone", "org.other.phone"),
    ("one-identifier", |p| &mut p.activity, "org.fingertip.phone", "org.other.phone"),
    ("one-identifier", |p| &mut p.info, "<string>fingertip</string>", "<string>https</string>"),
    (
        "every-way-round",
        |p| &mut p.manifest,
        "android:launchMode",
        "android:screenOrientation=\"portrait\" android:launchMode",
    ),
    ("every-way-round", |p| &mut p.info, "UIDeviceFamily", "UIRequiresFullScreen"),
];

#[test]
fn every_rule_finds_what_breaks_it() {
    for (rule, text, from, to) in BROKEN {
        let mut broken = project();
        let text = text(&mut broken);
        assert!(text.contains(from), "{rule}: nothing to break at {from}");
        *text = text.replace(from, to);
        let wrong = judge(&broken);
        assert!(
            wrong.iter().any(|wrong| wrong.starts_with(&format!("{rule}: "))),
            "{rule} does not find {to}: {wrong:?}"
        );
    }
    let broken: BTreeSet<&str> = BROKEN.iter().map(|(rule, ..)| *rule).collect();
    let rules: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(broken, rules, "a rule that nothing breaks may find nothing");
}

#[test]
fn what_answers_a_test_of_owasps_is_there() {
    let mut before = 0;
    for (number, about, check) in MASTG {
        assert!(*number > before, "{number} stands twice or out of order");
        before = *number;
        match check {
            Check::Rule(name) => {
                assert!(RULES.iter().any(|rule| rule.name == *name), "{number} {about}: no rule {name}")
            }
            Check::Test(file, name) => {
                let text =
                    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../..").join(file));
                assert!(
                    text.is_ok_and(|text| text.contains(&format!("fn {name}("))),
                    "{number} {about}: no test {name}"
                );
            }
            Check::Open(why) => assert!(!why.is_empty()),
        }
    }
}

#[test]
fn an_android_project_gets_its_files_under_names_that_dx_does_not_write() {
    let main = tempfile::tempdir().expect("a folder");
    let written = assemble_android(&folder(), main.path(), &release()).expect("assembled");
    // What dx 0.7.10 writes there itself (cli/src/build/android.rs).
    let own =
        ["values/strings.xml", "values/colors.xml", "values/styles.xml", "xml/network_security_config.xml"];
    for path in &written {
        let name = path.to_string_lossy();
        assert!(!own.iter().any(|own| name.ends_with(own)), "dx would write over {name}");
        assert!(!name.contains("/res/") || name.contains("/fingertip"), "{name} could be dx's");
    }
    let manifest = fs::read_to_string(main.path().join("AndroidManifest.xml")).expect("the manifest");
    assert!(
        manifest.contains("autoVerify=\"true\"")
            && manifest.contains("android:host=\"services.gov.example\"")
    );
    for text in [
        "@mipmap/fingertip\"",
        "@xml/fingertip_network\"",
        "@xml/fingertip_extraction\"",
        "@xml/fingertip_files\"",
    ] {
        let (kind, name) = text.trim_matches(['@', '"']).split_once('/').expect("a reference");
        let is_there = |path: &std::path::PathBuf| {
            path.file_stem().is_some_and(|stem| stem == name)
                && path
                    .parent()
                    .and_then(Path::file_name)
                    .is_some_and(|folder| folder.to_string_lossy().starts_with(kind))
        };
        assert!(manifest.contains(text) && written.iter().any(is_there), "{text}");
    }
}

#[test]
fn an_apple_project_gets_its_version_its_links_and_every_language() {
    let out = tempfile::tempdir().expect("a folder");
    assemble_ios(&folder(), out.path(), &release()).expect("assembled");
    let read = |name: &str| fs::read_to_string(out.path().join(name)).expect(name);
    let info = plist::Value::from_reader_xml(read("Info.plist").as_bytes()).expect("a property list");
    let info = info.as_dictionary().expect("a dictionary");
    assert_eq!(info.get("CFBundleShortVersionString").and_then(|value| value.as_string()), Some("1.2.3"));
    assert_eq!(info.get("CFBundleVersion").and_then(|value| value.as_string()), Some("7"));
    let entitlements =
        plist::Value::from_reader_xml(read("Entitlements.plist").as_bytes()).expect("a property list");
    let domains =
        entitlements.as_dictionary().and_then(|list| list.get("com.apple.developer.associated-domains"));
    let domain = domains.and_then(|domains| domains.as_array()?.first()?.as_string());
    assert_eq!(domain, Some("applinks:services.gov.example"));
    for language in fingertip_locale::SHELL_LANGUAGES {
        let strings = read(&format!("{language}.lproj/InfoPlist.strings"));
        assert!(strings.contains("NSCameraUsageDescription = \""), "{language}");
    }
    for picture in
        ["Assets.xcassets/AppIcon.appiconset/icon.png", "Assets.xcassets/LaunchMark.imageset/mark@3x.png"]
    {
        assert!(out.path().join(picture).exists(), "{picture}");
    }
}

#[test]
fn a_release_of_no_number_no_version_or_no_host_is_refused() {
    let main = tempfile::tempdir().expect("a folder");
    for wrong in [
        Release { number: 0, ..release() },
        Release { version: "1.2".into(), ..release() },
        Release { host: Some("https://gov.example".into()), ..release() },
        Release { host: Some("gov.example\" />".into()), ..release() },
        Release { host: Some("localhost".into()), ..release() },
    ] {
        assert!(assemble_android(&folder(), main.path(), &wrong).is_err(), "{wrong:?}");
        assert!(assemble_ios(&folder(), main.path(), &wrong).is_err(), "{wrong:?}");
    }
    assert!(fs::read_dir(main.path()).expect("the folder").next().is_none(), "nothing was written");
}
