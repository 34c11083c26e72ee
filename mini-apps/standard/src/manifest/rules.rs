//! The rules between the members of a manifest.

use std::collections::HashSet;

use super::{Manifest, is_inner_path};
use crate::{
    Capability, EntryRoute, Standard, entry::is_name, limits, program::Interpreter, widget::WidgetUse,
};

/// The first rule that `manifest` breaks.
pub(super) fn broken(manifest: &Manifest) -> Option<&'static str> {
    let own = &manifest.fingertip;
    let asks = |capability| own.capabilities.contains(&capability);
    let rules = [
        (manifest.version.code > 0, "version.code starts at 1"),
        (
            manifest.app_id.is_of(&own.department),
            "app_id is under the department's own prefix: its last label but one is fingertip.department",
        ),
        (!own.languages.is_empty(), "fingertip.languages names at least one language"),
        (!own.names.is_empty(), "fingertip.names gives the name in at least one language"),
        (own.entries.iter().any(|entry| entry.route == "/"), "fingertip.entries holds the first page, \"/\""),
        (own.entries.iter().all(|entry| entry.route.starts_with('/')), "every entry route starts with \"/\""),
        (
            own.claims.is_empty() || asks(Capability::Claims),
            "claims are named without the capability \"claims\"",
        ),
        (
            own.operations.is_empty() || asks(Capability::Call),
            "operations are named without the capability \"call\"",
        ),
        (
            is_inner_path(own.program.path()),
            "fingertip.component or fingertip.script is a path inside the bundle",
        ),
        (
            own.program.interpreter().is_none_or(Interpreter::is_well_formed),
            "fingertip.engine has a name in lower-case letters and a SHA-256 in lower-case hexadecimal digits",
        ),
        (own.languages.iter().all(|tag| is_language(tag)), "every language is a BCP 47 tag"),
        (
            own.claims.iter().all(|claim| !claim.purpose.is_empty() && !claim.retention.is_empty()),
            "every claim has a purpose and a retention",
        ),
        (own.entries.len() <= limits::BUNDLE_ENTRIES, "too many entries"),
    ];
    rules
        .into_iter()
        .find(|(holds, _)| !holds)
        .map(|(_, rule)| rule)
        .or_else(|| entries(&own.entries))
        .or_else(|| widgets(manifest))
}

fn entries(entries: &[EntryRoute]) -> Option<&'static str> {
    let has_own_names = |entry: &EntryRoute| {
        let mut names = HashSet::new();
        entry.params.iter().all(|param| names.insert(&param.name))
    };
    let rules = [
        (
            entries.iter().flat_map(|entry| &entry.params).all(crate::entry::EntryParam::is_well_formed),
            "a parameter has a name of lower-case letters, digits and hyphens, and a length of 1 to 500 where it is a text or code",
        ),
        (entries.iter().all(has_own_names), "an entry takes each parameter once"),
        (
            entries.iter().all(|entry| entry.params.len() <= limits::PARAMS),
            "an entry takes at most 16 parameters",
        ),
    ];
    rules.into_iter().find(|(holds, _)| !holds).map(|(_, rule)| rule)
}

fn widgets(manifest: &Manifest) -> Option<&'static str> {
    let own = &manifest.fingertip;
    let mut ids = HashSet::new();
    let is_timely =
        |widget: &WidgetUse| (limits::WIDGET_MINUTES..=limits::WIDGET_MINUTES_MOST).contains(&widget.minutes);
    let is_operation = |widget: &WidgetUse| {
        widget.operation.as_ref().is_none_or(|operation| own.operations.contains(operation))
    };
    let stores = own.capabilities.contains(&Capability::Storage);
    let rules = [
        (
            own.standard >= Standard::V1_1 || own.widgets.is_empty(),
            "widgets are of the standard 1.1; fingertip.standard names an earlier one",
        ),
        (
            own.standard == Standard::V1_0 || own.program.interpreter().is_none(),
            "a script is written for the standard 1.0: interpreters play no other",
        ),
        (own.widgets.len() <= limits::WIDGETS, "a mini-app has at most 4 widgets"),
        (
            own.widgets.iter().all(|widget| is_name(&widget.id)),
            "a widget's id has lower-case letters, digits and hyphens",
        ),
        (own.widgets.iter().all(|widget| ids.insert(&widget.id)), "two widgets have one id"),
        (
            own.widgets.iter().all(|widget| !widget.names.is_empty()),
            "every widget has a name in at least one language",
        ),
        (
            own.widgets.iter().all(|widget| manifest.has_entry(&widget.entry)),
            "the entry of a widget is one of fingertip.entries",
        ),
        (own.widgets.iter().all(is_operation), "the operation of a widget is one of fingertip.operations"),
        (
            own.widgets.iter().all(|widget| widget.stored.is_empty()) || stores,
            "a widget reads stored values without the capability \"storage\"",
        ),
        (
            own.widgets.iter().all(|widget| widget.stored.len() <= limits::WIDGET_STORED),
            "a widget reads at most 8 stored values",
        ),
        (
            own.widgets.iter().all(is_timely),
            "a widget is refreshed every 15 minutes at most, and once a week at least",
        ),
    ];
    rules.into_iter().find(|(holds, _)| !holds).map(|(_, rule)| rule)
}

fn is_language(tag: &str) -> bool {
    (2..=35).contains(&tag.len())
        && tag.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use crate::{Manifest, manifest::ManifestError, widget::tests::example};

    /// What a manifest with a widget is refused for, after a change.
    fn refused(change: impl FnOnce(&mut serde_json::Value)) -> String {
        let mut value = example();
        change(&mut value["fingertip"]);
        match Manifest::parse(value.to_string().as_bytes()) {
            Err(ManifestError::Rule(rule)) => rule.to_owned(),
            other => panic!("a broken rule: {other:?}"),
        }
    }

    #[test]
    fn a_manifest_of_1_1_is_read_and_written_alike() {
        let manifest = Manifest::parse(example().to_string().as_bytes()).expect("the example");
        let written = serde_json::to_vec(&manifest).expect("written");
        assert_eq!(Manifest::parse(&written), Ok(manifest));
    }

    #[test]
    fn rules_of_widgets_are_named() {
        assert!(refused(|own| own["standard"] = "1.0".into()).contains("standard 1.1"));
        assert!(refused(|own| own["widgets"][0]["id"] = "State".into()).contains("id"));
        assert!(refused(|own| own["widgets"] = vec![own["widgets"][0].clone(); 2].into()).contains("one id"));
        assert!(
            refused(|own| own["widgets"] = vec![own["widgets"][0].clone(); 5].into()).contains("at most 4")
        );
        assert!(refused(|own| own["widgets"][0]["names"] = serde_json::json!({})).contains("name"));
        assert!(refused(|own| own["widgets"][0]["entry"] = "/other".into()).contains("entry of a widget"));
        assert!(
            refused(|own| own["widgets"][0]["operation"] = "card.other".into())
                .contains("operation of a widget")
        );
        assert!(
            refused(|own| own["capabilities"] = serde_json::json!(["claims", "call"])).contains("storage")
        );
        assert!(refused(|own| own["widgets"][0]["stored"] = vec!["a"; 9].into()).contains("at most 8"));
        for minutes in [0, 14, 10_081] {
            assert!(refused(|own| own["widgets"][0]["minutes"] = minutes.into()).contains("15 minutes"));
        }
        let script = |own: &mut serde_json::Value| {
            own.as_object_mut().map(|own| own.remove("component"));
            own["script"] = "app.js".into();
            own["engine"] = serde_json::json!({ "name": "javascript", "sha256": "0a".repeat(32) });
        };
        assert!(refused(script).contains("script"));
    }

    #[test]
    fn rules_of_parameters_are_named() {
        for bad in ["Card", "", "a b", "1a"] {
            assert!(
                refused(|own| own["entries"][1]["params"][0]["name"] = bad.into())
                    .contains("parameter has a name"),
                "{bad:?}"
            );
        }
        for (kind, length) in [("code", 0), ("text", 501), ("number", 5), ("date", 10)] {
            let param = serde_json::json!([{ "name": "a", "type": kind, "max_length": length }]);
            assert!(
                refused(|own| own["entries"][1]["params"] = param).contains("a length"),
                "{kind} {length}"
            );
        }
        let twice = serde_json::json!([{ "name": "a", "type": "code" }, { "name": "a", "type": "date" }]);
        assert!(refused(|own| own["entries"][1]["params"] = twice).contains("once"));
        let many: Vec<_> =
            (0..17).map(|n| serde_json::json!({ "name": format!("a{n}"), "type": "code" })).collect();
        assert!(refused(|own| own["entries"][1]["params"] = many.into()).contains("at most 16"));
    }
}
