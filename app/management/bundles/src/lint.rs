//! The quality gate before anyone sees a bundle: what a reviewer would otherwise have to find.

use std::collections::BTreeMap;

use fingertip_locale::{MessageShape, inspect};
use fingertip_standard::{Capability, limits};

use crate::{Bundle, Code};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Publishing is refused.
    Error,
    /// Publishing is possible, a reviewer will ask.
    Warning,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule, stable: `imports-nothing`.
    pub rule: &'static str,
    /// How bad.
    pub severity: Severity,
    /// Where and what.
    pub message: String,
}

fn error(rule: &'static str, message: impl Into<String>) -> Finding {
    Finding { rule, severity: Severity::Error, message: message.into() }
}

/// Everything that is wrong with the bundle `bytes`, errors first.
#[must_use]
pub fn lint(bytes: &[u8], resources: &[(String, String)]) -> Vec<Finding> {
    let bundle = match Bundle::read(bytes) {
        Ok(bundle) => bundle,
        Err(fault) => {
            let cause = std::error::Error::source(&fault).map(|cause| format!(": {cause}")).unwrap_or_default();
            return vec![error("readable", format!("{fault}{cause}"))];
        }
    };
    let mut findings = Vec::new();
    if let Some(component) = bundle.component() {
        imports(component, &mut findings);
    }
    messages(resources, &mut findings);
    manifest(&bundle, &mut findings);
    findings.sort_by_key(|finding| finding.severity);
    findings
}

/// A component imports nothing: types that its exports mention are names, anything else is an import.
fn imports(component: &[u8], findings: &mut Vec<Finding>) {
    use wasmparser::{ComponentTypeRef, Parser, Payload};
    let mut depth = 0_usize;
    for payload in Parser::new(0).parse_all(component) {
        match payload {
            Ok(Payload::ModuleSection { .. } | Payload::ComponentSection { .. }) => depth += 1,
            Ok(Payload::End(_)) => depth = depth.saturating_sub(1),
            Ok(Payload::ComponentImportSection(section)) if depth == 0 => {
                for import in section.into_iter().flatten() {
                    if !matches!(import.ty, ComponentTypeRef::Instance(_) | ComponentTypeRef::Type(_)) {
                        findings.push(error("imports-nothing", format!("the component imports {:?}", import.name)));
                    }
                }
            }
            Ok(_) => {}
            Err(fault) => {
                findings.push(error("component-valid", fault.to_string()));
                return;
            }
        }
    }
}

/// Every language has every message with the same variables.
fn messages(resources: &[(String, String)], findings: &mut Vec<Finding>) {
    let mut shapes: Vec<(&str, BTreeMap<String, MessageShape>)> = Vec::new();
    for (language, text) in resources {
        match inspect(language, text) {
            Ok(messages) => shapes.push((language, messages)),
            Err(fault) => findings.push(error("fluent-valid", fault.to_string())),
        }
    }
    let Some(((first, all), others)) = shapes.split_first() else {
        findings.push(error("has-words", "there are no words in any language"));
        return;
    };
    for (language, messages) in others {
        for (id, shape) in all {
            match messages.get(id) {
                None => findings.push(error("message-missing", format!("{id} is in {first} but not in {language}"))),
                Some(other) if other != shape => findings
                    .push(error("message-variables", format!("{id} has other variables or attributes in {language} than in {first}"))),
                Some(_) => {}
            }
        }
        for id in messages.keys().filter(|id| !all.contains_key(*id)) {
            findings.push(error("message-missing", format!("{id} is in {language} but not in {first}")));
        }
    }
}

fn manifest(bundle: &Bundle, findings: &mut Vec<Finding>) {
    let manifest = &bundle.manifest;
    let own = &manifest.fingertip;
    for icon in manifest.icons.iter().filter(|icon| !bundle.files.contains_key(&icon.src)) {
        findings.push(error("icon-missing", format!("the manifest names {} but it is not in the bundle", icon.src)));
    }
    if !manifest.app_id.as_str().split('.').any(|label| label == own.department.as_str()) {
        findings.push(error("id-prefix", format!("{} does not carry its department {}", manifest.app_id, own.department)));
    }
    for language in own.languages.iter().filter(|language| !own.names.0.contains_key(*language)) {
        findings.push(Finding {
            rule: "name-missing",
            severity: Severity::Warning,
            message: format!("the department has no name in {language}"),
        });
    }
    if own.capabilities.contains(&Capability::Claims) && own.claims.is_empty() {
        findings.push(Finding {
            rule: "capability-unused",
            severity: Severity::Warning,
            message: "asks for claims but declares none".into(),
        });
    }
    let size = match &bundle.code {
        Code::Component(component) => component.len(),
        Code::Script { source, .. } => source.len(),
    };
    if size as u64 > limits::BUNDLE_BYTES / 2 {
        findings.push(Finding { rule: "size", severity: Severity::Warning, message: format!("the program has {size} bytes") });
    }
}
