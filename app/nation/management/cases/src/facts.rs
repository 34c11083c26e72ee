//! What is proven of a person: the identity provider's credential, shown for one case. Whatever a device merely says stays what the
//! person says.

use std::collections::BTreeMap;

use fingertip_contract::{ProblemCode, api::ProvenFacts};
use fingertip_credential::{CredentialError, Expected, PERSON_FACTS, verify};
use fingertip_kit::{ApiError, Issuer, clock};
use fingertip_standard::ClaimName;
use serde_json::Value;

/// For which request facts are shown.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// Who asks, as the issuer of their access token names them.
    pub subject: &'a str,
    /// The platform's URL as the outside knows it, without a slash at the end.
    pub audience: &'a str,
    /// The idempotency key.
    pub key: &'a str,
}

/// What is proven of the person who makes these `claims` with this `proof`; none where they share no fact that anybody vouches for.
///
/// # Errors
/// `proof-missing` for claims without a proof; `proof-invalid` for a proof that does not hold, of another issuer, about somebody
/// else, for another request, or of other facts; `proof-expired`; `issuer-unavailable`.
pub async fn check_facts(
    issuer: &Issuer,
    (claims, proof): (&BTreeMap<ClaimName, String>, Option<&str>),
    request: Request<'_>,
) -> Result<Option<ProvenFacts>, ApiError> {
    let Some(proof) = proof else {
        return if claims.is_empty() { Ok(None) } else { Err(ProblemCode::ProofMissing.into()) };
    };
    let invalid = |why: &str| ApiError::titled(ProblemCode::ProofInvalid, why);
    // The library looks for the key in what it is given; fetching it is ours.
    let kid = proof
        .split('~')
        .next()
        .and_then(|issued| jsonwebtoken::decode_header(issued).ok()?.kid)
        .ok_or_else(|| invalid("it names no key"))?;
    let keys = issuer.keys_with(&kid).await?;
    let expected = Expected {
        issuer: issuer.url(),
        kind: PERSON_FACTS,
        audience: request.audience,
        nonce: request.key,
        now: clock::now(),
    };
    let proven = verify(proof, &keys, expected).map_err(refuse)?;
    if proven.subject != request.subject {
        return Err(invalid("it is about somebody else"));
    }
    if read_claims(proven.claims).as_ref() != Some(claims) {
        return Err(invalid("it shows other facts than the case"));
    }
    Ok(Some(ProvenFacts { by: issuer.url().to_owned(), at: proven.issued_at, claims: claims.clone() }))
}

/// The claims as this standard knows them: named, and each a text.
fn read_claims(claims: BTreeMap<String, Value>) -> Option<BTreeMap<ClaimName, String>> {
    let read =
        |(name, value): (String, Value)| Some((ClaimName::new(name).ok()?, value.as_str()?.to_owned()));
    claims.into_iter().map(read).collect()
}

/// Which check it was is told, and never of what.
fn refuse(error: CredentialError) -> ApiError {
    let code = if error.is_over() { ProblemCode::ProofExpired } else { ProblemCode::ProofInvalid };
    ApiError::titled(code, error)
}
