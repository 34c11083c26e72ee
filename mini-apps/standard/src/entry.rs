//! What may be opened from outside: entry routes, the parameters that they take, and who may open them.

use std::collections::HashSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{AppId, DepartmentId, Fault, FaultClass, Manifest, limits};

/// A route that others may open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EntryRoute {
    /// The route: starts with `/`.
    pub route: String,
    /// The parameters it takes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub params: Vec<EntryParam>,
    /// Who may open it, besides the person in the shell.
    #[serde(default, skip_serializing_if = "Senders::is_anyone")]
    pub senders: Senders,
}

/// A parameter of an entry route.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EntryParam {
    /// Its name: lower-case letters, digits and hyphens.
    pub name: String,
    /// What it holds.
    #[serde(rename = "type")]
    pub kind: ParamKind,
    /// Whether the route cannot be opened without it.
    #[serde(default)]
    pub required: bool,
    /// The most characters of a text or code; 200 and 64 where it is not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_length: Option<u32>,
}

/// What a parameter holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ParamKind {
    /// A line of text without control characters or marks that turn the direction of writing.
    Text,
    /// A reference: ASCII letters, digits, `-`, `_` and `.`.
    Code,
    /// A whole number of up to 15 digits, with a minus where it is below zero.
    Number,
    /// A day that exists, as ISO 8601: `2026-11-24`.
    Date,
}

/// Who may open an entry. The shell itself, on the person's word or by the mini-app's own widget or reminder, always may.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Senders {
    /// Those of a rule.
    Rule(SenderRule),
    /// These mini-apps, and nobody else.
    Apps(#[schemars(with = "Vec<String>")] Vec<AppId>),
}

/// A rule that says who may open an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SenderRule {
    /// Links from outside, and every mini-app.
    Anyone,
    /// Mini-apps of the same department, and nobody else.
    OwnDepartment,
}

impl Default for Senders {
    fn default() -> Self {
        Self::Rule(SenderRule::Anyone)
    }
}

impl Senders {
    fn is_anyone(&self) -> bool {
        *self == Self::default()
    }
}

/// Who opens an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sender<'a> {
    /// The shell: the person chose it, or a widget or reminder of the mini-app itself was pressed.
    Shell,
    /// A link from outside, from nobody knows whom.
    Outside,
    /// A mini-app, by its verified identity.
    MiniApp {
        /// Whose it is.
        department: &'a DepartmentId,
        /// Which.
        app: &'a AppId,
    },
}

/// Why an entry is not opened. No error's words hold what a link says, but for a name that the manifest has too: a link may be a person's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EntryError {
    /// The route is no entry.
    #[error("the route is no entry of the manifest")]
    NoEntry {
        /// The route.
        route: String,
    },
    /// The entry takes no such parameter.
    #[error("the entry takes no parameter of that name")]
    UnknownParam {
        /// Its name.
        name: String,
    },
    /// A parameter that the entry needs is missing.
    #[error("the entry needs the parameter {name:?}")]
    MissingParam {
        /// Its name.
        name: String,
    },
    /// A parameter does not hold what its type says.
    #[error("the parameter {name:?} does not fit its type {kind:?}")]
    BadParam {
        /// Its name.
        name: String,
        /// Its type.
        kind: ParamKind,
    },
    /// Whoever opens it is not among its senders.
    #[error("the entry is not open to this sender")]
    Sender,
    /// No service of the catalogue leads to the mini-app.
    #[error("no service of the catalogue leads to the mini-app")]
    UnknownApp,
    /// The link names a version that is not the published one.
    #[error("the link names another version than the published one")]
    OtherVersion,
}

impl EntryError {
    /// The code by which a mini-app that asked for it is told.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoEntry { .. } => "link-entry",
            Self::UnknownParam { .. } | Self::MissingParam { .. } | Self::BadParam { .. } => "link-parameter",
            Self::Sender => "link-sender",
            Self::UnknownApp => "link-unknown",
            Self::OtherVersion => "link-version",
        }
    }
}

impl Fault for EntryError {
    fn class(&self) -> FaultClass {
        FaultClass::Person
    }
    fn message_id(&self) -> &'static str {
        match self {
            Self::NoEntry { .. } => "fault-link-entry",
            Self::UnknownParam { .. } | Self::MissingParam { .. } | Self::BadParam { .. } => {
                "fault-link-parameter"
            }
            Self::Sender => "fault-link-sender",
            Self::UnknownApp => "fault-link-unknown",
            Self::OtherVersion => "fault-link-version",
        }
    }
}

impl EntryParam {
    fn most_chars(&self) -> usize {
        let default =
            if self.kind == ParamKind::Code { limits::CODE_PARAM_CHARS } else { limits::TEXT_PARAM_CHARS };
        self.max_length.map_or(default, |most| most as usize)
    }

    /// Whether `value` is what the parameter holds.
    #[must_use]
    pub fn takes(&self, value: &str) -> bool {
        match self.kind {
            ParamKind::Text => value.chars().count() <= self.most_chars() && !value.chars().any(is_unseen),
            ParamKind::Code => {
                (1..=self.most_chars()).contains(&value.len())
                    && value.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
            }
            ParamKind::Number => {
                let digits = value.strip_prefix('-').unwrap_or(value);
                (1..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
            }
            // Exactly so: a parser of dates takes other spellings too.
            ParamKind::Date => {
                value.len() == 10
                    && value.parse::<jiff::civil::Date>().is_ok_and(|day| day.to_string() == value)
            }
        }
    }

    pub(crate) fn is_well_formed(&self) -> bool {
        is_name(&self.name)
            && self.max_length.is_none_or(|most| {
                matches!(self.kind, ParamKind::Text | ParamKind::Code)
                    && (1..=limits::PARAM_CHARS_MOST).contains(&(most as usize))
            })
    }
}

/// A name in a manifest: lower-case letters, digits and hyphens, a letter first, at most 32.
pub(crate) fn is_name(name: &str) -> bool {
    (1..=32).contains(&name.len())
        && name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// What nobody sees, or what turns the direction of what stands around it.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

impl EntryRoute {
    /// An entry without parameters, open to anyone.
    #[must_use]
    pub fn new(route: &str) -> Self {
        Self { route: route.to_owned(), params: Vec::new(), senders: Senders::default() }
    }

    /// Whether `params` are what the entry takes.
    ///
    /// # Errors
    /// [`EntryError`]: unknown, missing or not of its type.
    pub fn check_params(&self, params: &[(String, String)]) -> Result<(), EntryError> {
        let mut seen = HashSet::new();
        for (name, value) in params {
            let declared = self.params.iter().find(|own| own.name == *name);
            let declared = declared
                .filter(|_| seen.insert(name))
                .ok_or_else(|| EntryError::UnknownParam { name: name.clone() })?;
            if !declared.takes(value) {
                return Err(EntryError::BadParam { name: name.clone(), kind: declared.kind });
            }
        }
        match self.params.iter().find(|own| own.required && !seen.contains(&own.name)) {
            Some(missing) => Err(EntryError::MissingParam { name: missing.name.clone() }),
            None => Ok(()),
        }
    }
}

impl Manifest {
    /// Whether others may open `route`.
    #[must_use]
    pub fn has_entry(&self, route: &str) -> bool {
        self.entry(route).is_some()
    }

    /// The entry with this route.
    #[must_use]
    pub fn entry(&self, route: &str) -> Option<&EntryRoute> {
        self.fingertip.entries.iter().find(|entry| entry.route == route)
    }

    /// Whether `sender` may open `route` with `params`. The host asks before it launches, however it was asked to.
    ///
    /// # Errors
    /// [`EntryError`]: no entry, not open to this sender, or parameters that it does not take.
    pub fn admit(
        &self,
        route: &str,
        params: &[(String, String)],
        sender: Sender<'_>,
    ) -> Result<(), EntryError> {
        let entry = self.entry(route).ok_or_else(|| EntryError::NoEntry { route: route.to_owned() })?;
        let is_open = match (sender, &entry.senders) {
            (Sender::Shell, _) | (_, Senders::Rule(SenderRule::Anyone)) => true,
            (Sender::Outside, _) => false,
            (Sender::MiniApp { app, .. }, _) if *app == self.app_id => true,
            (Sender::MiniApp { department, .. }, Senders::Rule(SenderRule::OwnDepartment)) => {
                *department == self.fingertip.department
            }
            (Sender::MiniApp { app, .. }, Senders::Apps(apps)) => apps.contains(app),
        };
        if !is_open {
            return Err(EntryError::Sender);
        }
        entry.check_params(params)
    }

    /// Whether the published version is the one that a link names, by its code or its name. A host keeps no older one.
    ///
    /// # Errors
    /// [`EntryError::OtherVersion`].
    pub fn check_version(&self, wanted: Option<&str>) -> Result<(), EntryError> {
        let own = &self.version;
        match wanted {
            Some(wanted) if wanted != own.name && wanted != own.code.to_string() => {
                Err(EntryError::OtherVersion)
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manifest::tests::example;

    fn param(kind: ParamKind, max_length: Option<u32>) -> EntryParam {
        EntryParam { name: "p".into(), kind, required: false, max_length }
    }

    fn manifest(entry: &serde_json::Value) -> Manifest {
        let mut value = example();
        value["fingertip"]["entries"] = serde_json::json!([{ "route": "/" }, entry]);
        Manifest::parse(value.to_string().as_bytes()).expect("a manifest")
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_parameter_takes_what_its_type_says_and_nothing_else() {
        for (kind, good, bad) in [
            (ParamKind::Text, &["", "火车站 East"][..], &["two\nlines", "a\u{202e}b", "a\u{200b}b"][..]),
            (ParamKind::Code, &["7", "A-1_b.c"], &["", "a b", "../x", "路", "a/b"]),
            (
                ParamKind::Number,
                &["0", "-12", "999999999999999"],
                &["", "-", "1.5", "+1", "1e3", "9999999999999999"],
            ),
            (
                ParamKind::Date,
                &["2026-11-24"],
                &["2026-02-30", "20261124", "2026-11-24T00:00", "26-11-24", ""],
            ),
        ] {
            assert!(good.iter().all(|value| param(kind, None).takes(value)), "{kind:?}");
            for value in bad {
                assert!(!param(kind, None).takes(value), "{kind:?} takes {value:?}");
            }
        }
        assert!(
            param(ParamKind::Text, Some(2)).takes("一二") && !param(ParamKind::Text, Some(2)).takes("一二三")
        );
        assert!(
            !param(ParamKind::Text, None).takes(&"x".repeat(201))
                && !param(ParamKind::Code, None).takes(&"x".repeat(65))
        );
    }

    #[test]
    fn parameters_are_those_that_the_entry_declares() {
        let own = manifest(&serde_json::json!({ "route": "/lines", "params": [
            { "name": "line", "type": "code", "required": true }, { "name": "stop", "type": "text", "max_length": 20 }] }));
        let admit = |params: &[(&str, &str)]| own.admit("/lines", &pairs(params), Sender::Outside);
        assert_eq!(admit(&[("line", "7"), ("stop", "东门")]), Ok(()));
        assert_eq!(admit(&[]), Err(EntryError::MissingParam { name: "line".into() }));
        assert_eq!(
            admit(&[("line", "7"), ("other", "")]),
            Err(EntryError::UnknownParam { name: "other".into() })
        );
        assert_eq!(
            admit(&[("line", "7"), ("line", "8")]),
            Err(EntryError::UnknownParam { name: "line".into() }),
            "once"
        );
        assert_eq!(
            admit(&[("line", "a b")]),
            Err(EntryError::BadParam { name: "line".into(), kind: ParamKind::Code })
        );
        assert_eq!(
            own.admit("/lines/", &[], Sender::Shell),
            Err(EntryError::NoEntry { route: "/lines/".into() })
        );
    }

    #[test]
    fn an_entry_is_open_to_its_senders_only() {
        let (hrss, other) =
            (DepartmentId::new("hrss").expect("an id"), DepartmentId::new("other").expect("an id"));
        let app = |id: &str| AppId::new(id).expect("an id");
        let (own, friend, stranger) =
            (app("cn.example.hrss.card"), app("cn.example.hrss.more"), app("cn.example.other.app"));
        for (senders, outside, of_friend, of_stranger) in [
            (serde_json::json!("anyone"), true, true, true),
            (serde_json::json!("own-department"), false, true, false),
            (serde_json::json!(["cn.example.other.app"]), false, false, true),
            (serde_json::json!([]), false, false, false),
        ] {
            let manifest = manifest(&serde_json::json!({ "route": "/pay", "senders": senders }));
            let is_open = |sender| manifest.admit("/pay", &[], sender).is_ok();
            assert!(
                is_open(Sender::Shell) && is_open(Sender::MiniApp { department: &hrss, app: &own }),
                "{senders}"
            );
            assert_eq!(is_open(Sender::Outside), outside, "{senders}");
            assert_eq!(is_open(Sender::MiniApp { department: &hrss, app: &friend }), of_friend, "{senders}");
            assert_eq!(
                is_open(Sender::MiniApp { department: &other, app: &stranger }),
                of_stranger,
                "{senders}"
            );
            let written = serde_json::to_value(&manifest).expect("written");
            assert_eq!(
                Manifest::parse(written.to_string().as_bytes()),
                Ok(manifest),
                "read as it was written"
            );
        }
    }
}
