//! The provider vouches for what it knows of a person: credentials bound to their device's key, in the shape of OpenID for
//! Verifiable Credential Issuance 1.0. Who signed in gets them with their access token. The one for the platform lives a day and names the
//! person as all tokens do; those for others live an hour, are shown once, and name nobody twice alike.

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
use jiff::{SignedDuration, Timestamp, ToSpan, civil::Date};
use jsonwebtoken::{Algorithm, Validation};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use url::Url;

use super::{grants::Grant, provider::Provider, userinfo::grant_of};
use crate::persons::Person;

/// A kind of credential.
struct Configuration {
    id: &'static str,
    /// Its `vct`.
    kind: &'static str,
    /// What it is called, by language.
    names: [(&'static str, &'static str); 4],
    claims: &'static [KnownClaim],
    /// How long one lives.
    lifetime: SignedDuration,
    /// Whether it is for one showing, and names the person as nothing else does.
    is_shown_once: bool,
}

/// All of them.
const CONFIGURATIONS: [Configuration; 3] = [
    Configuration {
        id: "person-facts",
        kind: PERSON_FACTS,
        names: [
            ("zh-Hans", "身份信息"),
            ("zh-Hant", "身份資訊"),
            ("en", "Facts about the person"),
            ("ug", "كىملىك ئۇچۇرى"),
        ],
        claims: &FACTS,
        lifetime: SignedDuration::from_hours(24),
        is_shown_once: false,
    },
    Configuration {
        id: "identity",
        kind: "urn:fingertip:identity:1",
        names: [
            ("zh-Hans", "身份证明"),
            ("zh-Hant", "身份證明"),
            ("en", "Proof of identity"),
            ("ug", "كىملىك ئىسپاتى"),
        ],
        claims: &FACTS,
        lifetime: SignedDuration::from_hours(1),
        is_shown_once: true,
    },
    Configuration {
        id: "age",
        kind: "urn:fingertip:age:1",
        names: [
            ("zh-Hans", "年龄证明"),
            ("zh-Hant", "年齡證明"),
            ("en", "Proof of age"),
            ("ug", "ياش ئىسپاتى"),
        ],
        claims: &AGES,
        lifetime: SignedDuration::from_hours(1),
        is_shown_once: true,
    },
];
/// An hour.
const HOUR: SignedDuration = SignedDuration::from_hours(1);
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
    let configuration = |one: &Configuration| {
        let claims: Vec<Value> = one.claims.iter().map(|(name, ..)| json!({ "path": [name] })).collect();
        let display: Vec<Value> =
            one.names.iter().map(|(locale, name)| json!({ "name": name, "locale": locale })).collect();
        let announced = json!({
            "format": TYPE,
            "vct": one.kind,
            "cryptographic_binding_methods_supported": ["jwk"],
            "credential_signing_alg_values_supported": ["ES256"],
            "proof_types_supported": { "jwt": { "proof_signing_alg_values_supported": ["ES256"] } },
            "credential_metadata": { "display": display, "claims": claims }
        });
        (one.id.to_owned(), announced)
    };
    let configurations: serde_json::Map<String, Value> = CONFIGURATIONS.iter().map(configuration).collect();
    Json(json!({
        "credential_issuer": provider.issuer,
        "credential_endpoint": at("credential"),
        "nonce_endpoint": at("nonce"),
        "credential_configurations_supported": configurations
    }))
}

async fn keys_metadata(State(provider): State<Arc<Provider>>) -> Json<Value> {
    Json(json!({ "issuer": provider.issuer, "jwks_uri": format!("{}/jwks.json", provider.issuer) }))
}

/// What is vouched for: the claim, the scope that it belongs to, and where it is known from.
type KnownClaim = (&'static str, &'static str, fn(&Person, Date) -> Value);

/// Facts, each a text.
const FACTS: [KnownClaim; 5] = [
    ("name", "profile", |person, _| person.name.into()),
    ("birth-date", "profile", |person, _| person.birthdate.into()),
    ("gender", "profile", |person, _| person.gender.into()),
    ("id-number", "identity", |person, _| person.id_number.into()),
    ("phone", "identity", |person, _| person.phone_number.into()),
];

/// How old somebody is at least, on the day: yes or no.
const AGES: [KnownClaim; 3] = [
    ("over-16", "profile", |person, today| is_over(person, 16, today)),
    ("over-18", "profile", |person, today| is_over(person, 18, today)),
    ("over-60", "profile", |person, today| is_over(person, 60, today)),
];

fn is_over(person: &Person, years: i32, today: Date) -> Value {
    let born = person.birthdate.parse::<Date>().ok();
    let of_age = born.and_then(|born| born.checked_add(years.years()).ok());
    of_age.is_some_and(|day| day <= today).into()
}

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
    let (configuration, holder) = match check(&provider, &body, now) {
        Ok(asked) => asked,
        Err(refusal) => return Ok(refusal.into_response()),
    };
    let credential = make(&provider, &grant, person, (configuration, &holder), now)?;
    let answer = json!({ "credentials": [{ "credential": credential }] });
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(answer)).into_response())
}

/// What is asked for, and the key that the device proves.
fn check(
    provider: &Provider,
    body: &[u8],
    now: Timestamp,
) -> Result<(&'static Configuration, Value), CredentialRefusal> {
    let asked: Asked = serde_json::from_slice(body).map_err(|_| CredentialRefusal::Request)?;
    let configuration = CONFIGURATIONS.iter().find(|one| one.id == asked.credential_configuration_id);
    let configuration = configuration.ok_or(CredentialRefusal::Configuration)?;
    // One key, one credential: batches are not announced.
    let [proof] = asked.proofs.jwt.as_slice() else { return Err(CredentialRefusal::Proof) };
    let proven = key_proof::check(proof, &provider.issuer, now).map_err(|_| CredentialRefusal::Proof)?;
    if is_own_nonce(provider, &proven.nonce) {
        Ok((configuration, proven.jwk))
    } else {
        Err(CredentialRefusal::Nonce)
    }
}

fn make(
    provider: &Provider,
    grant: &Grant,
    person: &Person,
    (configuration, holder): (&Configuration, &Value),
    now: Timestamp,
) -> Result<String, ApiError> {
    let agreed = |scope: &str| grant.scope.split(' ').any(|one| one == scope);
    let today = now.to_zoned(clock::nation_zone()).date();
    let claims: BTreeMap<String, Value> = configuration
        .claims
        .iter()
        .filter(|(_, scope, _)| agreed(scope))
        .map(|(name, _, of)| ((*name).to_owned(), of(person, today)))
        .collect();
    let once = secrets::make_token(16).map_err(|_| ProblemCode::PlatformFailed)?;
    // Of what is shown once, the hour and not the second of its making: the second would be as good as a name.
    let (subject, issued_at) =
        if configuration.is_shown_once { (once.as_str(), hour(now)) } else { (grant.subject.as_str(), now) };
    // To the end of an hour, so that it lives as long as it shall however late in its hour it was made.
    let expires_at = if configuration.is_shown_once { later(issued_at, HOUR) } else { now };
    let content = Content {
        kind: configuration.kind,
        issuer: &provider.issuer,
        subject,
        issued_at,
        expires_at: later(expires_at, configuration.lifetime),
        holder,
        claims,
    };
    let sign = |typ: &str, payload: &_| provider.key.sign(typ, payload).map_err(|_| SignError);
    issue(&content, sign).map_err(|_| ProblemCode::PlatformFailed.into())
}

/// The beginning of the hour.
fn hour(now: Timestamp) -> Timestamp {
    let second = now.as_second();
    Timestamp::from_second(second - second.rem_euclid(HOUR.as_secs())).unwrap_or(now)
}

fn later(now: Timestamp, by: SignedDuration) -> Timestamp {
    now.checked_add(by).unwrap_or(now)
}
