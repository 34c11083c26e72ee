//! What is signed, as one text (RFC 9421 2.5).

use std::fmt::Write;

use axum::http::{HeaderMap, HeaderValue};
use sfv::{BareItem, FieldType, InnerList, Key, ListEntry, Parameters};

/// The algorithm (RFC 9421 3.3.4).
pub const ALGORITHM: &str = "ecdsa-p256-sha256";
/// What these signatures are for, so that one made for something else is worth nothing here (RFC 9421 2.3).
pub const TAG: &str = "fingertip-webhook";

/// A request as it is signed.
#[derive(Debug, Clone, Copy)]
pub struct Message<'a> {
    /// Its method.
    pub method: &'a str,
    /// Its whole address, as whoever asks knows it.
    pub url: &'a str,
    /// Its headers.
    pub headers: &'a HeaderMap,
    /// Its body.
    pub body: &'a [u8],
}

/// A parameter of a signature that is a text (RFC 9421 2.3).
#[derive(Debug, Clone, Copy)]
pub(super) enum Field {
    /// With what it was made.
    Algorithm,
    /// With which key.
    KeyId,
    /// What makes it another than every other.
    Nonce,
    /// For what.
    Tag,
}

impl Field {
    fn name(self) -> &'static str {
        match self {
            Self::Algorithm => "alg",
            Self::KeyId => "keyid",
            Self::Nonce => "nonce",
            Self::Tag => "tag",
        }
    }

    /// What it says in `list`.
    pub(super) fn text(self, list: &InnerList) -> Option<&str> {
        match list.params.get(self.name()) {
            Some(BareItem::String(text)) => Some(text.as_str()),
            _ => None,
        }
    }
}

/// When it was made, in seconds.
pub(super) fn created(list: &InnerList) -> Option<i64> {
    match list.params.get("created") {
        Some(BareItem::Integer(seconds)) => Some(i64::from(*seconds)),
        _ => None,
    }
}

pub(super) fn key(name: &str) -> Option<Key> {
    Key::from_string(name.to_owned()).ok()
}

pub(super) fn string(text: &str) -> Option<sfv::String> {
    sfv::String::from_string(text.to_owned()).ok()
}

/// The parameters of a signature that is made now.
pub(super) fn parameters(seconds: i64, kid: &str, nonce: &str) -> Option<Parameters> {
    let mut parameters = Parameters::new();
    parameters.insert(key("created")?, BareItem::Integer(sfv::Integer::try_from(seconds).ok()?));
    for (name, text) in [("keyid", kid), ("alg", ALGORITHM), ("nonce", nonce), ("tag", TAG)] {
        parameters.insert(key(name)?, BareItem::String(string(text)?));
    }
    Some(parameters)
}

/// The names of what `list` covers; none where one stands twice or has parameters, which are of no use here.
pub(super) fn covered(list: &InnerList) -> Option<Vec<&str>> {
    let mut names: Vec<&str> = Vec::new();
    for item in &list.items {
        match &item.bare_item {
            BareItem::String(name) if item.params.is_empty() && !names.contains(&name.as_str()) => {
                names.push(name.as_str());
            }
            _ => return None,
        }
    }
    Some(names)
}

/// The text that is signed; none where something that is named is not there.
pub(super) fn base_of(message: &Message<'_>, list: &InnerList) -> Option<String> {
    let mut base = String::new();
    for name in covered(list)? {
        let value = match name {
            "@method" => message.method.to_owned(),
            "@target-uri" => message.url.to_owned(),
            derived if derived.starts_with('@') => return None,
            header => header_value(message, header)?,
        };
        writeln!(base, "\"{name}\": {value}").ok()?;
    }
    let parameters = vec![ListEntry::InnerList(list.clone())].serialize()?;
    write!(base, "\"@signature-params\": {parameters}").ok()?;
    Some(base)
}

/// All that stands under a header's name (RFC 9421 2.1). Names are written in lower case.
fn header_value(message: &Message<'_>, name: &str) -> Option<String> {
    if name.chars().any(|letter| letter.is_ascii_uppercase()) {
        return None;
    }
    let values = message.headers.get_all(name);
    let values: Result<Vec<&str>, _> = values.iter().map(HeaderValue::to_str).collect();
    let values = values.ok().filter(|values| !values.is_empty())?;
    Some(values.into_iter().map(str::trim).collect::<Vec<_>>().join(", "))
}
