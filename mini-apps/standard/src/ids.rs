//! Names of things: each a checked text of its own type, so that one cannot stand where another is meant.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// Why a text is not a well-formed id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a well-formed {kind}: {rule}")]
pub struct IdError {
    /// What the text should have been.
    pub kind: &'static str,
    /// The rule that it breaks.
    pub rule: &'static str,
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $kind:literal, $rule:literal, $check:expr) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
        )]
        #[serde(try_from = "String", into = "String")]
        #[schemars(!try_from, !into, transparent)]
        pub struct $name(String);

        impl $name {
            /// Checks `text` and takes it as an id.
            ///
            /// # Errors
            /// [`IdError`] when the text breaks the rule for this kind of id.
            pub fn new(text: impl Into<String>) -> Result<Self, IdError> {
                let text = text.into();
                let check: fn(&str) -> bool = $check;
                if check(&text) { Ok(Self(text)) } else { Err(IdError { kind: $kind, rule: $rule }) }
            }

            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(text: String) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }
    };
}

id! {
    /// A mini-app, in reverse-DNS form under its department's prefix: `cn.example.hrss.social-security-card`.
    AppId, "mini-app id", "3 to 8 lower-case ASCII labels joined by dots, at most 128 characters",
    |text| text.len() <= 128 && (3..=8).contains(&text.split('.').count()) && text.split('.').all(is_label)
}
id! {
    /// A department and its publishing role: `human-resources`.
    DepartmentId, "department id", "one lower-case ASCII label of at most 40 characters", |text| text.len() <= 40 && is_label(text)
}
id! {
    /// A service in the catalogue.
    ServiceId, "service id", "1 to 64 ASCII letters, digits, dots and hyphens",
    |text| (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.')
}
id! {
    /// A life event in the catalogue: `birth-of-a-child`.
    LifeEventId, "life event id", "one lower-case ASCII label of at most 40 characters", |text| text.len() <= 40 && is_label(text)
}
id! {
    /// A public alert: `2026-typhoon-3`.
    AlertId, "alert id", "1 to 64 ASCII letters, digits, dots and hyphens",
    |text| (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.')
}
id! {
    /// A region by its administrative division code (GB/T 2260 where the nation is China): `440100`.
    RegionCode, "region code", "2 to 12 ASCII letters and digits",
    |text| (2..=12).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric())
}
id! {
    /// A case: the reference that a person is told.
    CaseId, "case reference", "6 to 40 upper-case ASCII letters, digits and hyphens",
    |text| (6..=40).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-')
}
id! {
    /// A link between a person and one who helps them.
    HelperLinkId, "helper link", "32 lower-case hexadecimal digits",
    |text| text.len() == 32 && text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'a'..=b'f'))
}
id! {
    /// A fact about a person: `name`, `id-number`.
    ClaimName, "claim", "one lower-case ASCII label of at most 40 characters", |text| text.len() <= 40 && is_label(text)
}
id! {
    /// A registered operation of a department's backend: `bus-card.top-up`.
    OperationId, "operation", "1 to 3 lower-case ASCII labels joined by dots",
    |text| (1..=3).contains(&text.split('.').count()) && text.split('.').all(is_label)
}

impl AppId {
    /// Whether it stands under the prefix of `department`: its last label but one is the department's id. With the department
    /// verified, an id is then one mini-app's in the whole nation: what is kept under it cannot be taken over by a similar name.
    #[must_use]
    pub fn is_of(&self, department: &DepartmentId) -> bool {
        self.0.rsplit('.').nth(1) == Some(department.as_str())
    }
}

/// A name as a mini-app said it, read once: the id that it is, or the text that is none. What names nothing well-formed is
/// declared in no manifest, so that it is refused there like every other stranger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String", bound = "T: FromStr + Clone + AsRef<str>")]
pub enum Named<T> {
    /// A well-formed id.
    Id(T),
    /// What is none.
    Malformed(String),
}

impl<T> Named<T> {
    /// The id; none where the text is none.
    #[must_use]
    pub fn id(&self) -> Option<&T> {
        match self {
            Self::Id(id) => Some(id),
            Self::Malformed(_) => None,
        }
    }
}

impl<T: AsRef<str>> Named<T> {
    /// The text, whatever it is.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Id(id) => id.as_ref(),
            Self::Malformed(text) => text,
        }
    }
}

impl<T: AsRef<str>> fmt::Display for Named<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<T: FromStr> From<&str> for Named<T> {
    fn from(text: &str) -> Self {
        text.parse().map_or_else(|_| Self::Malformed(text.to_owned()), Self::Id)
    }
}

impl<T: FromStr> From<String> for Named<T> {
    fn from(text: String) -> Self {
        text.parse().map_or(Self::Malformed(text), Self::Id)
    }
}

impl<T: AsRef<str>> From<Named<T>> for String {
    fn from(named: Named<T>) -> Self {
        named.as_str().to_owned()
    }
}

/// A DNS-like label: lower-case ASCII letters, digits and inner hyphens, starting with a letter.
fn is_label(text: &str) -> bool {
    text.len() <= 63
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && !text.ends_with('-')
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_refuse_what_could_be_mistaken_for_another() {
        for good in ["cn.example.hrss.card", "a.b.c"] {
            assert!(AppId::new(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "card",
            "a.b",
            "Cn.example.card",
            "cn..card",
            "cn.exämple.card",
            "cn.example.card-",
            "cn.example/card.x",
            "../a.b.c",
        ] {
            assert!(AppId::new(bad).is_err(), "{bad}");
        }
        assert!(DepartmentId::new("human-resources").is_ok());
        assert!(DepartmentId::new("human/resources").is_err());
        assert!(RegionCode::new("440100").is_ok());
        assert!(RegionCode::new("44 01").is_err());
        assert!(CaseId::new("HR-20261124-7KQ2").is_ok());
    }

    #[test]
    fn an_id_is_of_one_department_alone() {
        let of = |app: &str, department: &str| {
            AppId::new(app).expect("an id").is_of(&DepartmentId::new(department).expect("an id"))
        };
        assert!(of("cn.example.transport.bus-card", "transport"));
        // Its label stands elsewhere in the id, or is part of a label.
        for (app, department) in [
            ("cn.example.transport.bus-card", "example"),
            ("cn.example.transport.bus-card", "bus-card"),
            ("cn.example.transport.bus-card", "trans"),
            ("cn.example.transport.bus.card", "transport"),
            ("transport.example.cn", "transport"),
        ] {
            assert!(!of(app, department), "{app} is not {department}'s");
        }
    }

    #[test]
    fn what_a_mini_app_names_is_read_once_and_kept_as_it_was_said() {
        let good = Named::<ClaimName>::from("id-number");
        assert_eq!((good.id().map(ClaimName::as_str), good.as_str()), (Some("id-number"), "id-number"));
        for text in ["", "Id Number", "../name", "name\u{0}"] {
            let bad = Named::<ClaimName>::from(text);
            assert_eq!((bad.id(), bad.as_str()), (None, text));
            let again: Named<ClaimName> =
                serde_json::from_str(&serde_json::to_string(&bad).expect("text")).expect("text");
            assert_eq!(again, bad);
        }
    }

    #[test]
    fn a_malformed_id_does_not_deserialise() {
        assert!(serde_json::from_str::<AppId>("\"Bad Id\"").is_err());
    }
}
