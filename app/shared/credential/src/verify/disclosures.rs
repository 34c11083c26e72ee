//! The disclosures of a presentation, each against the digests that the issuer signed (RFC 9901, 7.1).
//!
//! The library's decoder takes the same disclosure twice as one, looks only at digests that are disclosed for repetition, and
//! lets digests in nested objects stand where nothing of them is shown; so what it is given is checked here first.

use std::collections::{BTreeSet, HashSet};

use sd_jwt_payload::Disclosure;
use serde_json::{Map, Value};

use crate::{CredentialError, RESERVED, hash::digest_of};

/// The names of the claims that are disclosed.
pub(crate) fn check(
    payload: &Map<String, Value>,
    disclosures: &[Disclosure],
) -> Result<BTreeSet<String>, CredentialError> {
    let refused = |why| Err(CredentialError::Disclosure(why));
    if !matches!(payload.get("_sd_alg").map(Value::as_str), None | Some(Some("sha-256"))) {
        return refused("the digests are of another algorithm");
    }
    let digests = match payload.get("_sd") {
        None => HashSet::new(),
        Some(Value::Array(digests)) => {
            let texts: Option<Vec<&str>> = digests.iter().map(Value::as_str).collect();
            let Some(texts) = texts else { return refused("a digest is no text") };
            let unique: HashSet<&str> = texts.iter().copied().collect();
            if unique.len() != texts.len() {
                return refused("a digest stands twice");
            }
            unique
        }
        Some(_) => return refused("the digests are no list"),
    };
    if payload.iter().any(|(name, value)| name == "..." || (name != "_sd" && hides_something(value))) {
        return refused("a claim hides something inside");
    }
    let (mut names, mut seen) = (BTreeSet::new(), HashSet::new());
    for disclosure in disclosures {
        let Some(name) = &disclosure.claim_name else {
            return refused("it is an element's, and no list has elements to disclose");
        };
        if RESERVED.contains(&name.as_str()) {
            return refused("it discloses a reserved claim");
        }
        let digest = digest_of(disclosure.as_str());
        if !digests.contains(digest.as_str()) {
            return refused("the issuer signed no such claim");
        }
        if !seen.insert(digest) {
            return refused("it stands twice");
        }
        if payload.contains_key(name) || !names.insert(name.clone()) {
            return refused("a claim has two values");
        }
        if hides_something(&disclosure.claim_value) {
            return refused("a claim hides something inside");
        }
    }
    Ok(names)
}

/// Whether somewhere in `value` there is a digest, or a name that is none of a claim's.
fn hides_something(value: &Value) -> bool {
    match value {
        Value::Object(members) => members.iter().any(|(name, value)| {
            matches!(name.as_str(), "_sd" | "_sd_alg" | "...") || hides_something(value)
        }),
        Value::Array(elements) => elements.iter().any(hides_something),
        _ => false,
    }
}
