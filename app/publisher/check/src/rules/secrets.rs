//! Secrets left in the bundle. Everybody can unpack a bundle: what is in it is public.

use std::sync::LazyLock;

use regex::bytes::Regex;

use super::component::place;
use crate::{Area, Check, Hit, Place, Rule, Severity, Subject};

/// The rules.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "secret-private-key",
        area: Area::Secrets,
        severity: Severity::Error,
        catches: "A file holds a private key.",
        why: "Whoever unpacks the bundle can sign as the department.",
        fix: "Take it out, and revoke the key: it is known.",
        check: Check::Files(private_key),
    },
    Rule {
        id: "secret-cloud-key",
        area: Area::Secrets,
        severity: Severity::Error,
        catches: "A file holds an access key of a cloud.",
        why: "Whoever unpacks the bundle can use the account.",
        fix: "Take it out, and revoke the key: it is known.",
        check: Check::Files(cloud_key),
    },
    Rule {
        id: "secret-token",
        area: Area::Secrets,
        severity: Severity::Error,
        catches: "A file holds a signed token.",
        why: "Whoever unpacks the bundle can act as its owner.",
        fix: "Take it out, and revoke the token: it is known.",
        check: Check::Files(token),
    },
    Rule {
        id: "secret-bearer",
        area: Area::Secrets,
        severity: Severity::Error,
        catches: "A file holds a bearer token or a basic login of a header.",
        why: "Whoever unpacks the bundle can act as its owner.",
        fix: "Take it out, and revoke the token: it is known.",
        check: Check::Files(bearer),
    },
    Rule {
        id: "secret-password",
        area: Area::Secrets,
        severity: Severity::Error,
        catches: "A file holds a password.",
        why: "Whoever unpacks the bundle can sign in.",
        fix: "Take it out, and change the password: it is known.",
        check: Check::Files(password),
    },
    Rule {
        id: "secret-address-login",
        area: Area::Secrets,
        severity: Severity::Error,
        catches: "A file holds an address with a user and a password.",
        why: "Whoever unpacks the bundle can sign in there.",
        fix: "Take it out, and change the password: it is known.",
        check: Check::Files(address),
    },
];

macro_rules! patterns {
    ($($name:ident = $pattern:literal;)*) => {
        // The patterns are part of this file, and a test runs each of them.
        $(static $name: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new($pattern).ok());)*
    };
}

patterns! {
    PRIVATE_KEY = r"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----";
    CLOUD_KEY = r"(?-u:\b)(?:AKIA|ASIA|LTAI)[A-Z0-9]{16,20}(?-u:\b)";
    TOKEN = r"(?-u:\b)eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}";
    BEARER = r#"(?i)authorization["']?\s*[:=]\s*["']?(?:bearer|basic)\s+[A-Za-z0-9._~+/=-]{16,}"#;
    PASSWORD = r#"(?i)(?:password|passwd|secret|api[_-]?key|client[_-]?secret|access[_-]?token)["']?\s*[:=]\s*["'][^"'\s{}$]{8,}["']"#;
    ADDRESS = r"(?i)(?-u:\b)[a-z][a-z0-9+.-]{2,12}://[A-Za-z0-9._-]+:[^\s/@:]{4,}@[A-Za-z0-9.-]+";
}

/// A hit for each file that `pattern` fits; the secret itself is not said again.
fn find(subject: &Subject, pattern: &LazyLock<Option<Regex>>, what: &str) -> Vec<Hit> {
    let Some(pattern) = &**pattern else { return Vec::new() };
    let mut hits = Vec::new();
    for (path, bytes) in &subject.files {
        for found in pattern.find_iter(bytes) {
            let line = bytes[..found.start()].iter().filter(|byte| **byte == b'\n').count() + 1;
            hits.push(Hit::new(Place::line(path, Some(line)), format!("it holds {what}")));
        }
    }
    if let Some(found) = pattern.find(&subject.component) {
        hits.push(Hit::new(place(subject), format!("it holds {what} at byte {}", found.start())));
    }
    hits
}

fn private_key(subject: &Subject) -> Vec<Hit> {
    find(subject, &PRIVATE_KEY, "a private key")
}

fn cloud_key(subject: &Subject) -> Vec<Hit> {
    find(subject, &CLOUD_KEY, "what looks like the access key of a cloud")
}

fn token(subject: &Subject) -> Vec<Hit> {
    find(subject, &TOKEN, "a signed token")
}

fn bearer(subject: &Subject) -> Vec<Hit> {
    find(subject, &BEARER, "the login of a header")
}

fn password(subject: &Subject) -> Vec<Hit> {
    find(subject, &PASSWORD, "what looks like a password")
}

fn address(subject: &Subject) -> Vec<Hit> {
    find(subject, &ADDRESS, "an address with a password")
}
