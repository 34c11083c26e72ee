//! The platform's token for one that is somebody else's (RFC 8693): good for that audience alone, for minutes, bound to the same key,
//! and with a name for the person that no other audience knows.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use fingertip_kit::{clock, secrets};
use fingertip_store::StoreError;
use serde_json::{Value, json};

use super::{
    error::{OauthError, server},
    grants::{self, Grant},
    params::Params,
    provider::{CLIENT_ID, Provider},
    userinfo::read_access_token,
};

/// RFC 8693 2.1.
pub(crate) const GRANT: &str = "urn:ietf:params:oauth:grant-type:token-exchange";
/// RFC 8693 3.
const ACCESS_TOKEN: &str = "urn:ietf:params:oauth:token-type:access_token";
/// How long an exchanged token is good, in seconds.
const SECONDS: i64 = 300;

/// `key` is the one that the request proves.
pub(crate) async fn exchange(
    provider: &Provider,
    params: &Params,
    key: Option<String>,
) -> Result<Value, OauthError> {
    let token = params.get("subject_token").ok_or(OauthError::InvalidRequest)?;
    let is_access = |name: &str| params.get(name).is_none_or(|kind| kind == ACCESS_TOKEN);
    // Nobody acts for anybody here (RFC 8693 1.1): an actor that is passed over in silence would be believed to be named.
    if params.get("subject_token_type") != Some(ACCESS_TOKEN)
        || !is_access("requested_token_type")
        || params.get("actor_token").is_some()
    {
        return Err(OauthError::InvalidRequest);
    }
    let audience = params.get("audience").ok_or(OauthError::InvalidTarget)?;
    let audience =
        provider.audiences.iter().find(|known| *known == audience).ok_or(OauthError::InvalidTarget)?;
    let claims = read_access_token(provider, token).map_err(|_| OauthError::InvalidGrant)?;
    // A stolen token becomes no other one without its key.
    if !claims.is_bound_to(key.as_deref()) {
        return Err(OauthError::InvalidGrant);
    }
    let sid = claims.sid;
    let live: Result<Option<Grant>, StoreError> =
        provider.database.run(move |work| grants::live(work, &sid)).await;
    let grant = live?.ok_or(OauthError::InvalidGrant)?;
    let now = clock::now().as_second();
    let mut access = json!({
        "iss": provider.issuer, "sub": pairwise(&grant.subject, audience, &provider.pairwise_secret), "aud": audience,
        "client_id": CLIENT_ID, "iat": now, "exp": now + SECONDS, "auth_time": grant.auth_time,
        "jti": secrets::make_token(16).map_err(server)?,
    });
    if let Some(key) = &key {
        access["cnf"] = json!({ "jkt": key });
    }
    Ok(json!({
        "access_token": provider.key.sign("at+jwt", &access).map_err(server)?, "issued_token_type": ACCESS_TOKEN,
        "token_type": if key.is_some() { "DPoP" } else { "Bearer" }, "expires_in": SECONDS,
    }))
}

/// The person's name for `audience` (OpenID Connect Core 1.0, 8.1, the third way).
fn pairwise(subject: &str, audience: &str, secret: &str) -> String {
    URL_SAFE_NO_PAD.encode(secrets::digest_parts(&[audience, subject, secret]))
}
