//! An issuer signs a credential.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rand::seq::SliceRandom;
use sd_jwt_payload::{JsonObject, SdJwtBuilder};
use serde_json::{Value, json};

use crate::{
    CredentialError, RESERVED, TYPE,
    hash::Sha256Hasher,
    signer::{SignError, Signer, signed},
};

/// What an issuer vouches for.
#[derive(Clone)]
pub struct Content<'a> {
    /// The kind of credential (`vct`): [`crate::PERSON_FACTS`].
    pub kind: &'a str,
    /// The issuer's identifier (`iss`).
    pub issuer: &'a str,
    /// The person, as the issuer knows them (`sub`).
    pub subject: &'a str,
    /// When it is issued (`iat`).
    pub issued_at: Timestamp,
    /// When it ends (`exp`).
    pub expires_at: Timestamp,
    /// The public half of the holder's key, a JWK (`cnf.jwk`, RFC 7800, 3.2).
    pub holder: &'a Value,
    /// The claims, each disclosed or not as the person likes.
    pub claims: BTreeMap<String, Value>,
}

impl std::fmt::Debug for Content<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Content").field("kind", &self.kind).finish_non_exhaustive()
    }
}

/// A credential, signed by `sign` with `typ` and payload as given: ES256, with the key's `kid` in its header.
///
/// # Errors
/// [`CredentialError::Disclosure`] for a claim with a reserved name, [`CredentialError::TooLarge`], [`CredentialError::Sign`].
pub fn issue(
    content: &Content<'_>,
    sign: impl Fn(&str, &JsonObject) -> Result<String, SignError> + Sync,
) -> Result<String, CredentialError> {
    if content.claims.keys().any(|name| RESERVED.contains(&name.as_str())) {
        return Err(CredentialError::Disclosure("a claim has a reserved name"));
    }
    if content.claims.len() > crate::MOST_DISCLOSURES {
        return Err(CredentialError::TooLarge);
    }
    let mut object = json!({
        "vct": content.kind,
        "iss": content.issuer,
        "sub": content.subject,
        "iat": content.issued_at.as_second(),
        "exp": content.expires_at.as_second(),
        "cnf": { "jwk": content.holder },
    });
    for (name, value) in &content.claims {
        object[name] = value.clone();
    }
    // RFC 9901, 4.2.4.1: where a digest stands must not say which claim it hides.
    let mut names: Vec<&String> = content.claims.keys().collect();
    names.shuffle(&mut rand::rng());
    let failed = |_| CredentialError::Malformed;
    let mut builder =
        SdJwtBuilder::new_with_hasher(object, Sha256Hasher).map_err(failed)?.header("typ", TYPE);
    for name in names {
        builder = builder.make_concealable(&format!("/{}", escape(name))).map_err(failed)?;
    }
    let issued = signed(builder.finish(&Signer { typ: TYPE, sign }, "ES256"))?;
    let credential = issued.to_string();
    if credential.len() > crate::MOST_BYTES { Err(CredentialError::TooLarge) } else { Ok(credential) }
}

/// RFC 6901, 3.
fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
