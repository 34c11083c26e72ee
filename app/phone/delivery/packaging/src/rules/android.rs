//! The rules of Android's files.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};

use super::unless;
use crate::Project;

/// The namespace of Android's attributes.
const ANDROID: &str = "http://schemas.android.com/apk/res/android";

/// The permissions that the app asks for, and why. Each is one that the system gives without asking the person; whatever is asked of the
/// person needs a message in `locales/*/phone.ftl` besides.
pub const PERMISSIONS: &[(&str, &str)] = &[
    ("android.permission.INTERNET", "the platform, and departments through it"),
    (
        "android.permission.ACCESS_NETWORK_STATE",
        "whether there is a network, and whether it is paid by the byte",
    ),
];

/// What must not end the activity: a second one would begin the Rust program again in the same process.
const CHANGES: [&str; 17] = [
    "colorMode",
    "density",
    "fontScale",
    "fontWeightAdjustment",
    "keyboard",
    "keyboardHidden",
    "layoutDirection",
    "locale",
    "mcc",
    "mnc",
    "navigation",
    "orientation",
    "screenLayout",
    "screenSize",
    "smallestScreenSize",
    "touchscreen",
    "uiMode",
];

/// Where Android keeps what an app wrote.
const DOMAINS: [&str; 9] = [
    "root",
    "file",
    "database",
    "sharedpref",
    "external",
    "device_root",
    "device_file",
    "device_database",
    "device_sharedpref",
];

fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attribute((ANDROID, name))
}

/// The judgement of what `read` finds in XML that is well-formed; another rule says where it is not.
fn in_xml(text: &str, read: impl Fn(&Document<'_>) -> Vec<String>) -> Vec<String> {
    Document::parse(text).map_or_else(|_| Vec::new(), |document| read(&document))
}

fn named<'a, 'input>(
    document: &'a Document<'input>,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'input>> {
    document.descendants().filter(move |node| node.has_tag_name(name))
}

pub(super) fn no_backup(project: &Project) -> Vec<String> {
    let mut wrong = in_xml(&project.manifest, |manifest| {
        let wanted = [
            ("allowBackup", "false"),
            ("fullBackupContent", "false"),
            ("dataExtractionRules", "@xml/fingertip_extraction"),
        ];
        let application = named(manifest, "application").next();
        wanted
            .iter()
            .filter(|(name, value)| application.and_then(|node| attribute(node, name)) != Some(value))
            .map(|(name, value)| format!("the application's {name} is not {value}"))
            .collect()
    });
    wrong.extend(in_xml(&project.extraction, |extraction| {
        let mut wrong = Vec::new();
        for way in ["cloud-backup", "device-transfer"] {
            let excluded: BTreeSet<&str> = named(extraction, way)
                .flat_map(|way| way.children())
                .filter(|node| node.has_tag_name("exclude") && node.attribute("path") == Some("."))
                .filter_map(|node| node.attribute("domain"))
                .collect();
            for domain in DOMAINS.iter().filter(|domain| !excluded.contains(**domain)) {
                wrong.push(format!("{way} takes {domain} along"));
            }
        }
        if named(extraction, "include").next().is_some() {
            wrong.push("something is included in a backup".to_owned());
        }
        wrong
    }));
    wrong
}

pub(super) fn cleartext(project: &Project) -> Vec<String> {
    let mut wrong = in_xml(&project.manifest, |manifest| {
        let application = named(manifest, "application").next();
        let has = |name, value| application.and_then(|node| attribute(node, name)) == Some(value);
        unless(
            has("usesCleartextTraffic", "false") && has("networkSecurityConfig", "@xml/fingertip_network"),
            "the application allows cleartext, or does not name its network rules",
        )
    });
    wrong.extend(in_xml(&project.network, |network| {
        let base = named(network, "base-config").next();
        let mut wrong = unless(
            base.and_then(|node| node.attribute("cleartextTrafficPermitted")) == Some("false"),
            "the network rules allow cleartext",
        );
        for domain in named(network, "domain") {
            // The page's own web socket, which never leaves the device.
            let is_device = domain.text().map(str::trim) == Some("127.0.0.1")
                && domain.attribute("includeSubdomains") == Some("false");
            let is_clear =
                domain.ancestors().any(|node| node.attribute("cleartextTrafficPermitted") == Some("true"));
            if is_clear && !is_device {
                wrong.push(format!("cleartext to {}", domain.text().unwrap_or_default()));
            }
        }
        wrong
    }));
    wrong
}

pub(super) fn no_added_authorities(project: &Project) -> Vec<String> {
    in_xml(&project.network, |network| {
        let sources: Vec<&str> =
            named(network, "certificates").filter_map(|node| node.attribute("src")).collect();
        let mut wrong = unless(
            !sources.is_empty() && sources.iter().all(|source| *source == "system"),
            "others than the system's own authorities are trusted",
        );
        wrong.extend(unless(named(network, "debug-overrides").next().is_none(), "a debug build trusts more"));
        wrong
    })
}

/// What would trust more than the system does.
pub(super) fn no_own_trust(project: &Project) -> Vec<String> {
    mentions(project, &["onReceivedSslError", "TrustManager", "HostnameVerifier", "SslErrorHandler"])
}

/// Every use of one of `words` in our own Kotlin.
fn mentions(project: &Project, words: &[&str]) -> Vec<String> {
    let kotlin = [&project.activity, &project.kotlin];
    let used = words.iter().filter(|word| kotlin.iter().any(|text| text.contains(**word)));
    used.map(|word| format!("the activity uses {word}")).collect()
}

pub(super) fn debuggable(project: &Project) -> Vec<String> {
    let mut wrong = in_xml(&project.manifest, |manifest| {
        let is_named = |name| manifest.descendants().any(|node| attribute(node, name).is_some());
        unless(
            !is_named("debuggable") && !is_named("testOnly"),
            "the manifest says whether it may be debugged, which is the build's to say",
        )
    });
    wrong.extend(mentions(project, &["setWebContentsDebuggingEnabled"]));
    wrong
}

pub(super) fn permissions(project: &Project) -> Vec<String> {
    in_xml(&project.manifest, |manifest| {
        let is_permission = |node: &Node<'_, '_>| node.tag_name().name().starts_with("uses-permission");
        let asked: BTreeSet<&str> =
            manifest.descendants().filter(is_permission).filter_map(|node| attribute(node, "name")).collect();
        let known: BTreeSet<&str> = PERMISSIONS.iter().map(|(name, _)| *name).collect();
        let without = asked.difference(&known).map(|name| format!("{name} has no reason"));
        let unused = known.difference(&asked).map(|name| format!("{name} has a reason and is not asked for"));
        without.chain(unused).collect()
    })
}

pub(super) fn exported(project: &Project) -> Vec<String> {
    in_xml(&project.manifest, |manifest| {
        let mut wrong = Vec::new();
        for kind in ["activity", "activity-alias", "service", "receiver", "provider"] {
            for node in named(manifest, kind) {
                let name = attribute(node, "name").unwrap_or("a part without a name");
                let is_main = kind == "activity" && name == "dev.dioxus.main.MainActivity";
                if attribute(node, "exported") != Some(if is_main { "true" } else { "false" }) {
                    wrong.push(format!("{name}: others may begin the one activity, and nothing else"));
                }
                if is_main
                    && (attribute(node, "launchMode"), attribute(node, "taskAffinity"))
                        != (Some("singleTask"), Some(""))
                {
                    wrong.push("another app can put its screen into this app's task".to_owned());
                }
            }
        }
        for data in
            named(manifest, "data").filter(|node| !node.ancestors().any(|node| node.has_tag_name("queries")))
        {
            let place = (attribute(data, "scheme"), attribute(data, "host"));
            let is_known = matches!(
                place,
                (Some("fingertip"), Some("miniapp" | "openid4vp")) | (Some("openid4vp"), None)
            );
            if !is_known {
                wrong.push(format!("{place:?} opens the app"));
            }
        }
        wrong
    })
}

pub(super) fn configuration_changes(project: &Project) -> Vec<String> {
    in_xml(&project.manifest, |manifest| {
        let activity = named(manifest, "activity").next();
        let handled: BTreeSet<&str> = activity
            .and_then(|node| attribute(node, "configChanges"))
            .unwrap_or_default()
            .split('|')
            .collect();
        let missing = CHANGES.iter().filter(|change| !handled.contains(**change));
        missing.map(|change| format!("a change of {change} ends the activity")).collect()
    })
}

pub(super) fn orientation(project: &Project) -> Vec<String> {
    in_xml(&project.manifest, |manifest| {
        let is_fixed = |node: Node<'_, '_>| attribute(node, "screenOrientation").is_some();
        unless(!manifest.descendants().any(is_fixed), "the screen does not turn")
    })
}

/// What a web view may do: read no file, no provider of content, no place, and hear nothing but the page.
pub(super) fn web_view(project: &Project) -> Vec<String> {
    let wanted = [
        "allowFileAccess = false",
        "allowContentAccess = false",
        "setGeolocationEnabled(false)",
        "mixedContentMode = WebSettings.MIXED_CONTENT_NEVER_ALLOW",
        "textZoom = 100",
    ];
    let missing = wanted.iter().filter(|setting| !project.activity.contains(**setting));
    let mut wrong: Vec<String> =
        missing.map(|setting| format!("the activity does not set {setting}")).collect();
    wrong.extend(mentions(
        project,
        &[
            "addJavascriptInterface",
            "allowFileAccessFromFileURLs",
            "allowUniversalAccessFromFileURLs",
            "file://",
        ],
    ));
    wrong
}

pub(super) fn no_log(project: &Project) -> Vec<String> {
    mentions(project, &["Log.", "Logger.", "println(", "printStackTrace"])
}

pub(super) fn no_shared_storage(project: &Project) -> Vec<String> {
    let mut wrong = mentions(
        project,
        &["getExternal", "externalCacheDir", "externalMediaDirs", "MediaStore", "Environment."],
    );
    if project.manifest.contains("EXTERNAL_STORAGE")
        || project.manifest.contains("requestLegacyExternalStorage")
    {
        wrong.push("the manifest asks for storage that others read".to_owned());
    }
    wrong.extend(in_xml(&project.files, |files| {
        // Of all that is kept, two folders may be given to others, file by file: what wry takes photos into, and what is given on.
        let allowed = [("external-files-path", "Pictures/"), ("files-path", "saved/")];
        let paths = files.root_element().children().filter(Node::is_element);
        paths
            .map(|node| (node.tag_name().name(), node.attribute("path").unwrap_or_default()))
            .filter(|path| !allowed.contains(path))
            .map(|(kind, path)| format!("{kind} {path:?} can be given on"))
            .collect()
    }));
    wrong
}

pub(super) fn screen_can_be_secured(project: &Project) -> Vec<String> {
    unless(project.kotlin.contains("FLAG_SECURE"), "nothing keeps a screen from pictures of it")
}

/// A release build takes away what no Kotlin calls.
pub(super) fn kept_for_rust(project: &Project) -> Vec<String> {
    let mut wrong = unless(
        project.keep.contains("-keep class dev.dioxus.main.MainActivity")
            && project.keep.contains("public *** device*(...);")
            && project.keep.contains("native <methods>;")
            && project.keep.contains("class org.rustls.platformverifier.** { *; }"),
        "what Rust calls is not kept",
    );
    wrong.extend(unless(
        project.dioxus.contains("proguard_rules = [\"android/keep.pro\"]"),
        "Dioxus.toml does not name keep.pro",
    ));
    wrong
}
