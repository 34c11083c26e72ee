//! The provider vouches for what it knows of a person: a credential bound to their device's key, in the shape of OpenID for
//! Verifiable Credential Issuance 1.0. Who signed in gets it with their access token; it lives a day.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Json, Router,
    extract::State,
    http::{HeaderMap, Method, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use fingertip_contract::ProblemCode;
use fingertip_credential::{Content, PERSON_FACTS, SignError, TYPE, issue, key_proof};
use fingertip_kit::{ApiError, body::RawBody, clock, keys, secrets};
use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::{Algorithm, Validation};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use url::Url;

use super::{grants::Grant, provider::Provider, userinfo::grant_of};
use crate::persons::Person;

/// The one kind of credential that there is.
const CONFIGURATION: &str = "person-facts";
/// How long a credential lives.
const LIFETIME: SignedDuration = SignedDuration::from_hours(24);
/// How long a nonce is answered.
const NONCE_LIFETIME: SignedDuration = SignedDuration::from_mins(5);
/// The `typ` of a nonce: it is signed, so that nothing need be kept of it.
const NONCE_TYPE: &str = "c-nonce+jwt";

/// What is announced of the issuer, where the standards put it: between the host and the path of its identifier (OpenID4VCI 1.0,
/// 12.2.2; draft-ietf-oauth-sd-jwt-vc, 4).
pub(crate) fn well_known(provider: Arc<Provider>) -> Router {
    let path = Url::parse(&provider.issuer).map(|url| url.path().trim_end_matches('/').to_owned());
    let path = path.unwrap_or_default();
    Router::new()
        .route(&format!("/.well-known/openid-credential-issuer{path}"), get(metadata))
        .route(&format!("/.well-known/jwt-vc-issuer{path}"), get(keys_metadata))
        .with_state(provider)
}

async fn metadata(State(provider): State<Arc<Provider>>) -> Json<Value> {
    let at = |path: &str| format!("{}/{path}", provider.issuer);
    let claims: Vec<Value> = CLAIMS.iter().map(|(name, ..)| json!({ "path": [name] })).collect();
    Json(json!({
        "credential_issuer": provider.issuer,
        "credential_endpoint": at("credential"),
        "nonce_endpoint": at("nonce"),
        "credential_configurations_supported": {
            CONFIGURATION: {
                "format": TYPE,
                "vct": PERSON_FACTS,
                "cryptographic_binding_methods_supported": ["jwk"],
                "credential_signing_alg_values_supported": ["ES256"],
                "proof_types_supported": { "jwt": { "proof_signing_alg_values_supported": ["ES256"] } },
                "credential_metadata": {
                    "display": [
                        { "name": "身份信息", "locale": "zh-Hans" },
                        { "name": "Facts about the person", "locale": "en" }
                    ],
                    "claims": claims
                }
            }
        }
    }))
}

async fn keys_metadata(State(provider): State<Arc<Provider>>) -> Json<Value> {
    Json(json!({ "issuer": provider.issuer, "jwks_uri": format!("{}/jwks.json", provider.issuer) }))
}

/// What is vouched for: the claim, the scope that it belongs to, and where it is known from.
type KnownClaim = (&'static str, &'static str, fn(&Person) -> &'static str);

const CLAIMS: [KnownClaim; 5] = [
    ("name", "profile", |person| person.name),
    ("birth-date", "profile", |person| person.birthdate),
    ("gender", "profile", |person| person.gender),
    ("id-number", "identity", |person| person.id_number),
    ("phone", "identity", |person| person.phone_number),
];

/// An error of OpenID4VCI 1.0, 8.3.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CredentialRefusal {
    Request,
    Configuration,
    Proof,
    Nonce,
}

impl IntoResponse for CredentialRefusal {
    fn into_response(self) -> Response {
        let error = match self {
            Self::Request => "invalid_credential_request",
            Self::Configuration => "unknown_credential_configuration",
            Self::Proof => "invalid_proof",
            Self::Nonce => "invalid_nonce",
        };
        let kept_nowhere = [(header::CACHE_CONTROL, "no-store")];
        (StatusCode::BAD_REQUEST, kept_nowhere, Json(json!({ "error": error }))).into_response()
    }
}

#[derive(Serialize, Deserialize)]
struct Nonce {
    iss: String,
    exp: i64,
    jti: String,
}

/// The nonce endpoint (OpenID4VCI 1.0, 7).
pub(crate) async fn nonce(State(provider): State<Arc<Provider>>) -> Result<Response, ApiError> {
    let nonce = Nonce {
        iss: provider.issuer.clone(),
        exp: later(clock::now(), NONCE_LIFETIME).as_second(),
        jti: secrets::make_token(16).map_err(|_| ProblemCode::PlatformFailed)?,
    };
    let nonce = provider.key.sign(NONCE_TYPE, &nonce)?;
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(json!({ "c_nonce": nonce }))).into_response())
}

fn is_own_nonce(provider: &Provider, nonce: &str) -> bool {
    let typ = jsonwebtoken::decode_header(nonce).ok().and_then(|header| header.typ);
    let mut validation = Validation::new(Algorithm::ES256);
    validation.leeway = 0;
    validation.set_issuer(&[&provider.issuer]);
    let read = keys::verify::<Nonce>(nonce, &provider.key.public_set(), &validation);
    typ.as_deref() == Some(NONCE_TYPE) && read.is_ok()
}

/// A credential request (OpenID4VCI 1.0, 8.2), as far as this issuer takes one.
#[derive(Deserialize)]
struct Asked {
    credential_configuration_id: String,
    proofs: Proofs,
}

#[derive(Deserialize)]
struct Proofs {
    jwt: Vec<String>,
}

/// The credential endpoint (OpenID4VCI 1.0, 8).
pub(crate) async fn answer(
    State(provider): State<Arc<Provider>>,
    headers: HeaderMap,
    RawBody(body): RawBody,
) -> Result<Response, ApiError> {
    let grant = grant_of(&provider, &headers, &Method::POST, "credential").await?;
    let person = provider.person(&grant.subject).ok_or(ProblemCode::TokenInvalid)?;
    let now = clock::now();
    let holder = match check(&provider, &body, now) {
        Ok(holder) => holder,
        Err(refusal) => return Ok(refusal.into_response()),
    };
    let credential = make(&provider, &grant, person, &holder, now)?;
    let answer = json!({ "credentials": [{ "credential": credential }] });
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(answer)).into_response())
}

/// The key that the device proves.
fn check(provider: &Provider, body: &[u8], now: Timestamp) -> Result<Value, CredentialRefusal> {
    let asked: Asked = serde_json::from_slice(body).map_err(|_| CredentialRefusal::Request)?;
    if asked.credential_configuration_id != CONFIGURATION {
        return Err(CredentialRefusal::Configuration);
    }
    // One key, one credential: batches are not announced.
    let [proof] = asked.proofs.jwt.as_slice() else { return Err(CredentialRefusal::Proof) };
    let proven = key_proof::check(proof, &provider.issuer, now).map_err(|_| CredentialRefusal::Proof)?;
    if is_own_nonce(provider, &proven.nonce) { Ok(proven.jwk) } else { Err(CredentialRefusal::Nonce) }
}

fn make(
    provider: &Provider,
    grant: &Grant,
    person: &Person,
    holder: &Value,
    now: Timestamp,
) -> Result<String, ApiError> {
    let agreed = |scope: &str| grant.scope.split(' ').any(|one| one == scope);
    let claims: BTreeMap<String, String> = CLAIMS
        .iter()
        .filter(|(_, scope, _)| agreed(scope))
        .map(|(name, _, of)| ((*name).to_owned(), of(person).to_owned()))
        .collect();
    let content = Content {
        kind: PERSON_FACTS,
        issuer: &provider.issuer,
        subject: &grant.subject,
        issued_at: now,
        expires_at: later(now, LIFETIME),
        holder,
        claims,
    };
    let sign = |typ: &str, payload: &_| provider.key.sign(typ, payload).map_err(|_| SignError);
    issue(&content, sign).map_err(|_| ProblemCode::PlatformFailed.into())
}

fn later(now: Timestamp, by: SignedDuration) -> Timestamp {
    now.checked_add(by).unwrap_or(now)
}
