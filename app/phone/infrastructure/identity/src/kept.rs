//! What the key store holds of a profile's sessions: one record, so that a cut leaves the old or the new.
//!
//! A session belongs to one issuer and one client. Where the platform names others, the sessions of those before stay here,
//! each under its own issuer and client, and are used for nobody else.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{IdentityOptions, Session};

/// The format that is written. One that is higher comes from a newer version and is left as it is.
const FORMAT: u32 = 2;

/// One session.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Kept {
    pub(crate) session: Session,
    /// None where the provider gave none, or none is left.
    #[serde(default)]
    pub(crate) refresh_token: Option<String>,
    /// The issuer and client that it belongs to. None in what was kept before they were written down: it belongs to the ones that
    /// the platform named then, which are the first that are asked for.
    #[serde(default)]
    pub(crate) issuer: Option<String>,
    #[serde(default)]
    pub(crate) client_id: Option<String>,
    /// The key that its tokens are bound to, PKCS #8 as base64; none where they are bearer tokens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) key: Option<String>,
    /// The access token, where there is no refresh token to get another with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) access: Option<KeptAccess>,
}

/// The one access token of a session without a refresh token.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct KeptAccess {
    pub(crate) token: String,
    pub(crate) expires: Timestamp,
    pub(crate) is_bound: bool,
}

impl Kept {
    fn belongs_to(&self, options: &IdentityOptions) -> bool {
        let is = |own: &Option<String>, asked: &String| own.as_ref().is_none_or(|own| own == asked);
        is(&self.issuer, &options.issuer) && is(&self.client_id, &options.client_id)
    }
}

/// All sessions of one profile: the one that was kept last, then others.
#[derive(Default)]
pub(crate) struct Shelf(Vec<Kept>);

/// A shelf as it is written: the first session stands as it did before there were others.
#[derive(Serialize, Deserialize)]
struct Written {
    #[serde(default)]
    format: u32,
    #[serde(flatten)]
    first: Kept,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    others: Vec<Kept>,
}

impl Shelf {
    /// What `bytes` hold; none where this version cannot read them.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let value: Value = serde_json::from_slice(bytes).ok()?;
        let written: Written = serde_json::from_value(value).ok()?;
        if written.format > FORMAT {
            return None;
        }
        Some(Self(std::iter::once(written.first).chain(written.others).collect()))
    }

    /// As bytes; none where no session is left.
    pub(crate) fn write(&self) -> Result<Option<Vec<u8>>, serde_json::Error> {
        let Some((first, others)) = self.0.split_first() else { return Ok(None) };
        let written = Written { format: FORMAT, first: first.clone(), others: others.to_vec() };
        serde_json::to_vec(&written).map(Some)
    }

    /// The issuer of the session that was kept last; none in what was kept before issuers were written down.
    pub(crate) fn last_issuer(&self) -> Option<&str> {
        self.0.first()?.issuer.as_deref()
    }

    /// The session that belongs to this issuer and client.
    pub(crate) fn find(&self, options: &IdentityOptions) -> Option<&Kept> {
        self.0.iter().find(|kept| kept.belongs_to(options))
    }

    /// Puts `kept` in place of what was there for the same issuer and client.
    pub(crate) fn put(&mut self, options: &IdentityOptions, kept: Kept) {
        self.remove(options);
        self.0.insert(0, kept);
    }

    pub(crate) fn remove(&mut self, options: &IdentityOptions) {
        self.0.retain(|kept| !kept.belongs_to(options));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn options(issuer: &str) -> IdentityOptions {
        let (client_id, slot) = ("c".to_owned(), "main".to_owned());
        IdentityOptions {
            issuer: issuer.to_owned(),
            client_id,
            resource: None,
            slot,
            name_order: Default::default(),
        }
    }

    fn read(value: &Value) -> Option<Shelf> {
        Shelf::read(&serde_json::to_vec(value).expect("bytes"))
    }

    #[test]
    fn what_was_kept_before_is_read_and_belongs_to_whoever_is_asked_first() {
        let old = json!({
            "session": {"subject": "s", "claims": {"name": "n"}, "since": "2026-11-24T02:00:00Z"},
            "refresh_token": "r"
        });
        let mut shelf = read(&old).expect("read");
        let (one, two) = (options("https://one.example"), options("https://two.example"));
        let mut kept = shelf.find(&one).expect("a session").clone();
        assert_eq!(kept.refresh_token.as_deref(), Some("r"));
        (kept.issuer, kept.client_id) = (Some(one.issuer.clone()), Some(one.client_id.clone()));
        shelf.put(&one, kept.clone());
        assert!(shelf.find(&two).is_none(), "from now on it belongs to one");
        kept.issuer = Some(two.issuer.clone());
        shelf.put(&two, kept);
        let again = Shelf::read(&shelf.write().expect("written").expect("sessions")).expect("read");
        assert!(again.find(&one).is_some() && again.find(&two).is_some());
    }

    #[test]
    fn what_a_newer_version_wrote_is_not_read() {
        let newer = json!({
            "format": 3, "session": {"subject": "s", "claims": {}, "since": "2026-11-24T02:00:00Z"},
            "refresh_token": "r"
        });
        assert!(read(&newer).is_none());
        assert!(read(&json!({"sessions": []})).is_none());
        assert!(Shelf::read(b"\xff").is_none());
    }
}
