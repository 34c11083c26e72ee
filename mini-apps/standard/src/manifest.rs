//! The manifest of a mini-app: the members of the W3C MiniApp Manifest working draft that apply, and one vendor
//! member, `fingertip`, for what a government service needs beyond them.

mod rules;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    AppId, Capability, ClaimName, DepartmentId, EntryRoute, LocalText, Named, OperationId, Program,
    ServiceId, Standard, requests::Wish, widget::WidgetUse,
};

/// A mini-app's version (MiniApp Manifest, `version`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Version {
    /// Grows with every release.
    pub code: u64,
    /// What people call it: `1.0.2`.
    pub name: String,
}

/// The platform it was written for (MiniApp Manifest, `platform_version`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PlatformVersion {
    /// The lowest API level it runs on; kept for the W3C form and read by no host: `fingertip.standard` is what counts.
    pub min_code: u32,
}

/// An icon (MiniApp Manifest, `icons`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Icon {
    /// Its path in the bundle.
    pub src: String,
}

/// A fact about the person that the mini-app may ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ClaimUse {
    /// The fact.
    #[schemars(with = "String")]
    pub claim: ClaimName,
    /// What it is used for, in the words that the person is shown.
    pub purpose: LocalText,
    /// For how long it is kept, in the words that the person is shown.
    pub retention: LocalText,
}

/// What a government service needs beyond the W3C members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GovernmentMembers {
    /// The version of the standard that it is written for.
    pub standard: Standard,
    /// The publishing department.
    #[schemars(with = "String")]
    pub department: DepartmentId,
    /// Its name in each language.
    pub names: LocalText,
    /// What it is made of: `component`, or `script` with its `engine`.
    #[serde(flatten)]
    pub program: Program,
    /// The languages of `i18n/`, the first one the fallback.
    pub languages: Vec<String>,
    /// The services of the catalogue that it does.
    #[schemars(with = "Vec<String>")]
    pub services: Vec<ServiceId>,
    /// The routes that others may open.
    pub entries: Vec<EntryRoute>,
    /// What it may ask for.
    #[serde(default)]
    pub capabilities: Vec<Capability>,
    /// The facts it may ask for.
    #[serde(default)]
    pub claims: Vec<ClaimUse>,
    /// The operations of its department's backend that it may call.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub operations: Vec<OperationId>,
    /// The kinds of documents it may read or offer.
    #[serde(default)]
    pub documents: Vec<String>,
    /// Its cards for home; since 1.1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub widgets: Vec<WidgetUse>,
}

/// `manifest.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Manifest {
    /// Its id.
    #[schemars(with = "String")]
    pub app_id: AppId,
    /// Its name in the fallback language.
    pub name: String,
    /// A short name for small places.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_name: Option<String>,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The language of the members above.
    pub lang: String,
    /// Its version.
    pub version: Version,
    /// The platform it was written for.
    pub platform_version: PlatformVersion,
    /// Its page routes. The shell draws all pages; the stub files keep the package conforming.
    pub pages: Vec<String>,
    /// Its icons.
    pub icons: Vec<Icon>,
    /// The government members.
    pub fingertip: GovernmentMembers,
}

/// Why a manifest is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ManifestError {
    /// Not JSON, or a member is missing or of the wrong shape.
    #[error("manifest is malformed: {0}")]
    Malformed(String),
    /// It asks for a capability that the standard does not have.
    #[error("manifest asks for the unknown capability {name:?}")]
    UnknownCapability {
        /// What it asks for.
        name: String,
    },
    /// It was written for another version of the standard.
    #[error("manifest is for standard {wanted}, this host knows 1.0 and 1.1")]
    UnknownStandard {
        /// The version it names.
        wanted: String,
    },
    /// A rule between members is broken.
    #[error("manifest breaks a rule: {0}")]
    Rule(&'static str),
}

impl crate::Fault for ManifestError {
    fn class(&self) -> crate::FaultClass {
        crate::FaultClass::Department
    }
    fn message_id(&self) -> &'static str {
        match self {
            Self::UnknownCapability { .. } => "fault-manifest-capability",
            Self::UnknownStandard { .. } => "fault-manifest-standard",
            _ => "fault-manifest-malformed",
        }
    }
}

impl Manifest {
    /// Reads and checks `manifest.json`.
    ///
    /// # Errors
    /// [`ManifestError`]: malformed, an unknown capability, an unknown standard, or a broken rule.
    pub fn parse(bytes: &[u8]) -> Result<Self, ManifestError> {
        let malformed = |error: serde_json::Error| ManifestError::Malformed(error.to_string());
        let value: serde_json::Value = serde_json::from_slice(bytes).map_err(malformed)?;
        // First of all: a later standard may have members and capabilities that this host cannot judge.
        let standard = value.pointer("/fingertip/standard").and_then(serde_json::Value::as_str);
        if let Some(wanted) = standard.filter(|wanted| Standard::named(wanted).is_none()) {
            return Err(ManifestError::UnknownStandard { wanted: wanted.to_owned() });
        }
        let asked = value.pointer("/fingertip/capabilities").and_then(serde_json::Value::as_array);
        for name in asked.into_iter().flatten().filter_map(serde_json::Value::as_str) {
            if Capability::named(name).is_none() {
                return Err(ManifestError::UnknownCapability { name: name.to_owned() });
            }
        }
        let manifest: Self = serde_json::from_value(value).map_err(malformed)?;
        rules::broken(&manifest).map_or(Ok(manifest), |rule| Err(ManifestError::Rule(rule)))
    }

    /// What a person is told to be asked for `claim` and why, if the manifest declares it.
    #[must_use]
    pub fn claim_use(&self, claim: &ClaimName) -> Option<&ClaimUse> {
        self.fingertip.claims.iter().find(|declared| declared.claim == *claim)
    }

    /// Whether it asks for what `wish` needs: the capability, and the particular claim, operation, service or kind of
    /// document. The broker, and every tool that plays one, refuse what is not declared.
    #[must_use]
    pub fn declares(&self, wish: &Wish) -> bool {
        let own = &self.fingertip;
        let capability = Capability::of(wish);
        let has_claim =
            |claim: &Named<ClaimName>| claim.id().is_some_and(|name| self.claim_use(name).is_some());
        if capability.row().needs_manifest && !own.capabilities.contains(&capability) {
            return false;
        }
        match wish {
            Wish::Claims(wishes) => !wishes.is_empty() && wishes.iter().all(|wish| has_claim(&wish.claim)),
            Wish::Call(call) => call.operation.id().is_some_and(|called| own.operations.contains(called)),
            Wish::SubmitCase(draft) => {
                draft.service.id().is_some_and(|service| own.services.contains(service))
                    && draft.claims.iter().all(has_claim)
            }
            Wish::ReadDocuments(kinds) => kinds.iter().all(|kind| own.documents.contains(kind)),
            _ => true,
        }
    }
}

/// A relative path without `..`, backslashes or empty parts.
#[must_use]
pub fn is_inner_path(path: &str) -> bool {
    !path.is_empty()
        && path.len() <= 200
        && !path.contains(['\\', '\0', ':'])
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

/// The running mini-app: stamped by the host on every launch, call and message; never claimed by a guest.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct RunningApp {
    /// The publishing role whose signature was checked.
    pub department: DepartmentId,
    /// Its id.
    pub app: AppId,
    /// Its version code.
    pub version: u64,
    /// The bundle's SHA-256, lower-case hex.
    pub sha256: String,
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn example() -> serde_json::Value {
        serde_json::json!({
            "app_id": "cn.example.hrss.card", "name": "Card", "lang": "en",
            "version": {"code": 1, "name": "1.0.0"}, "platform_version": {"min_code": 1},
            "pages": ["pages/index"], "icons": [{"src": "common/icon.svg"}],
            "fingertip": {
                "standard": "1.0", "department": "hrss", "names": {"en": "Card"}, "component": "component.wasm",
                "languages": ["zh-Hans", "en"], "services": ["card"], "entries": [{"route": "/"}],
                "capabilities": ["claims", "submit-case"],
                "claims": [{"claim": "name", "purpose": {"en": "on the card"}, "retention": {"en": "ten years"}}]
            }
        })
    }

    fn parse(change: impl Fn(&mut serde_json::Value)) -> Result<Manifest, ManifestError> {
        let mut value = example();
        change(&mut value);
        Manifest::parse(value.to_string().as_bytes())
    }

    #[test]
    fn a_good_manifest_is_read() {
        let manifest = parse(|_| ()).expect("the example");
        assert!(manifest.has_entry("/"));
        assert!(manifest.claim_use(&ClaimName::new("name").expect("a claim")).is_some());
    }

    #[test]
    fn an_unknown_capability_is_named() {
        let error =
            parse(|value| value["fingertip"]["capabilities"] = serde_json::json!(["claims", "root-access"]))
                .expect_err("refused");
        assert_eq!(error, ManifestError::UnknownCapability { name: "root-access".into() });
    }

    /// The example as a script.
    fn with_script(value: &mut serde_json::Value) {
        let own = value["fingertip"].as_object_mut().expect("members");
        own.remove("component");
        own.insert("script".into(), "app.js".into());
        own.insert("engine".into(), serde_json::json!({"name": "javascript", "sha256": "0a".repeat(32)}));
    }

    #[test]
    fn a_program_is_a_component_or_a_script_and_written_as_it_was_read() {
        let component = parse(|_| ()).expect("the example");
        assert_eq!(component.fingertip.program, Program::Component { path: "component.wasm".into() });
        let script = parse(with_script).expect("a script");
        assert_eq!(
            script.fingertip.program.interpreter().map(|engine| engine.name.as_str()),
            Some("javascript")
        );
        for manifest in [component, script] {
            let written = serde_json::to_vec(&manifest).expect("written");
            assert_eq!(Manifest::parse(&written).expect("read again"), manifest);
        }
    }

    #[test]
    fn half_a_script_both_programs_and_unknown_members_are_refused() {
        let refused = |change: fn(&mut serde_json::Value)| {
            let scripted = |value: &mut serde_json::Value| {
                with_script(value);
                change(value);
            };
            matches!(parse(scripted), Err(ManifestError::Malformed(_) | ManifestError::Rule(_)))
        };
        assert!(refused(|value| drop(value["fingertip"].as_object_mut().map(|own| own.remove("engine")))));
        assert!(refused(|value| value["fingertip"]["component"] = "component.wasm".into()));
        assert!(refused(|value| value["fingertip"]["engine"]["sha256"] = "../x".into()));
        assert!(refused(|value| value["fingertip"]["engine"]["name"] = "java/script".into()));
        assert!(refused(|value| value["fingertip"]["script"] = "/app.js".into()));
        assert!(refused(|value| value["fingertip"]["unknown"] = 1.into()));
        assert!(refused(|value| value["fingertip"]["engine"]["unknown"] = 1.into()));
    }

    #[test]
    fn the_schema_knows_both_kinds_of_program() {
        let schema = schemars::schema_for!(GovernmentMembers).to_value();
        let text = schema.to_string();
        for member in
            ["component", "script", "engine", "sha256", "1.1", "own-department", "max_length", "minutes"]
        {
            assert!(text.contains(&format!("\"{member}\"")), "{member} is not in {schema:#}");
        }
        assert!(!text.contains("\"path\""), "{schema:#}");
        assert_eq!(schema["unevaluatedProperties"], false, "unknown members are refused, as the parser does");
    }

    #[test]
    fn broken_rules_are_named() {
        assert!(matches!(
            parse(|v| v["fingertip"]["component"] = "../x.wasm".into()),
            Err(ManifestError::Rule(_))
        ));
        assert!(matches!(
            parse(|v| v["fingertip"]["capabilities"] = serde_json::json!([])),
            Err(ManifestError::Rule(_))
        ));
        assert!(matches!(
            parse(|v| v["fingertip"]["standard"] = "2.0".into()),
            Err(ManifestError::UnknownStandard { .. })
        ));
        let later = |v: &mut serde_json::Value| {
            v["fingertip"]["standard"] = "1.2".into();
            v["fingertip"]["capabilities"] = serde_json::json!(["hologram"]);
            v["fingertip"]["newer"] = 1.into();
        };
        assert_eq!(
            parse(later).expect_err("refused"),
            ManifestError::UnknownStandard { wanted: "1.2".into() },
            "the version is read first"
        );
        assert!(matches!(parse(|v| v["app_id"] = "X".into()), Err(ManifestError::Malformed(_))));
        assert!(matches!(Manifest::parse(b"{"), Err(ManifestError::Malformed(_))));
    }
}
