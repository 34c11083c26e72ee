//! SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format): what code review tools read.
//!
//! Written out here: the crate that offers its types makes them from the schema at build time with forty crates, for
//! the ten members that are used.

use serde_json::{Value, json};

use crate::{Finding, Report, Rule, Severity, rules};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The findings as one SARIF log; paths are relative to the folder `name`.
#[must_use]
pub fn sarif(name: &str, report: &Report) -> Value {
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "fingertip check",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules().map(descriptor).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": report.findings.iter().map(|finding| result(name, finding)).collect::<Vec<_>>(),
        }],
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

fn descriptor(rule: &Rule) -> Value {
    json!({
        "id": rule.id,
        "shortDescription": { "text": rule.catches },
        "fullDescription": { "text": rule.why },
        "help": { "text": rule.fix },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "tags": [rule.area] },
    })
}

fn result(name: &str, finding: &Finding) -> Value {
    let place = &finding.place;
    let mut physical = json!({ "artifactLocation": { "uri": uri(&format!("{}/{}", name.trim_end_matches('/'), place.file)) } });
    if let Some(line) = place.line {
        physical["region"] = json!({ "startLine": line });
    }
    let mut location = json!({ "physicalLocation": physical });
    if let Some(page) = &place.page {
        let node = place.node.as_deref().unwrap_or(page);
        location["logicalLocations"] =
            json!([{ "name": node, "fullyQualifiedName": format!("{page}/{node}"), "kind": "element" }]);
    }
    let mut result = json!({
        "ruleId": finding.rule.id,
        "ruleIndex": rules().position(|rule| rule.id == finding.rule.id),
        "level": level(finding.rule.severity),
        "message": { "text": format!("{}. {}", finding.reason, finding.rule.fix) },
        "locations": [location],
    });
    if let Some(event) = &place.event {
        result["properties"] = json!({ "reachedBy": event });
    }
    result
}

/// A relative URI reference (RFC 3986): letters of other scripts and spaces escaped.
fn uri(path: &str) -> String {
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'~' | b'/');
    path.bytes().map(|b| if is_plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}
