//! What a project must be, rule by rule. Each rule has a test that breaks it.

mod android;
mod apple;
mod both;

use crate::Project;

pub use android::PERMISSIONS;

/// One rule.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Its name.
    pub name: &'static str,
    /// What is wrong with a project, in words for who packages it; nothing where it keeps the rule.
    pub broken: fn(&Project) -> Vec<String>,
}

/// Every rule.
pub const RULES: &[Rule] = &[
    Rule { name: "well-formed", broken: both::well_formed },
    Rule { name: "no-backup", broken: android::no_backup },
    Rule { name: "no-cleartext", broken: both::no_cleartext },
    Rule { name: "no-added-authorities", broken: android::no_added_authorities },
    Rule { name: "no-own-trust", broken: android::no_own_trust },
    Rule { name: "not-debuggable", broken: both::not_debuggable },
    Rule { name: "permissions", broken: android::permissions },
    Rule { name: "exported", broken: android::exported },
    Rule { name: "configuration-changes", broken: android::configuration_changes },
    Rule { name: "web-view", broken: android::web_view },
    Rule { name: "no-log", broken: android::no_log },
    Rule { name: "no-shared-storage", broken: android::no_shared_storage },
    Rule { name: "screen-can-be-secured", broken: android::screen_can_be_secured },
    Rule { name: "kept-for-rust", broken: android::kept_for_rust },
    Rule { name: "reasons", broken: apple::reasons },
    Rule { name: "property-list", broken: apple::property_list },
    Rule { name: "privacy-manifest", broken: apple::privacy_manifest },
    Rule { name: "least-versions", broken: both::least_versions },
    Rule { name: "one-identifier", broken: both::one_identifier },
    Rule { name: "every-way-round", broken: both::every_way_round },
];

/// What is wrong with a project; nothing if it is fit for a package.
#[must_use]
pub fn judge(project: &Project) -> Vec<String> {
    let say = |rule: &Rule| {
        let name = rule.name;
        (rule.broken)(project).into_iter().map(move |wrong| format!("{name}: {wrong}"))
    };
    RULES.iter().flat_map(say).collect()
}

/// Says `wrong` where `is_right` does not hold.
fn unless(is_right: bool, wrong: &str) -> Vec<String> {
    if is_right { Vec::new() } else { vec![wrong.to_owned()] }
}
