//! What the provider says of the person (OpenID Connect Core 1.0, 5.3).

use std::collections::BTreeMap;

use fingertip_standard::ClaimName;
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, jwk::Jwk};
use openidconnect::{HttpRequest, http};
use serde_json::{Map, Value};

use crate::{
    Identity, IdentityError, dpop::Prover, error::refused, http::HttpError, provider::Provider,
    tokens::Access,
};

/// The provider's names of claims, and ours; a name may come in parts.
const KNOWN: [(&str, &str); 4] = [
    ("id_number", "id-number"),
    ("birthdate", "birth-date"),
    ("phone_number", "phone"),
    ("gender", "gender"),
];

impl Identity {
    /// The facts, only if they are about the same subject (5.3.2).
    pub(crate) async fn facts(
        &self,
        provider: &Provider,
        access: &Access,
        subject: &str,
        now: Timestamp,
    ) -> Result<BTreeMap<ClaimName, String>, IdentityError> {
        let endpoint =
            provider.userinfo_endpoint().ok_or_else(|| refused("the provider has no userinfo endpoint"))?;
        let scheme = if access.key.is_some() { "DPoP" } else { "Bearer" };
        let request: HttpRequest = http::Request::get(endpoint.url().as_str())
            .header("authorization", format!("{scheme} {}", access.token))
            .header("accept", "application/json, application/jwt")
            .body(Vec::new())
            .map_err(|error| HttpError::Answer(error).during("userinfo"))?;
        let prover = access.key.as_deref().map(|key| Prover::new(key, Some(&access.token), now));
        let answer =
            self.http.send_proved(request, prover).await.map_err(|error| error.during("userinfo"))?;
        if answer.status() != http::StatusCode::OK {
            return Err(refused("userinfo refused the token"));
        }
        let kind = answer.headers().get("content-type").and_then(|value| value.to_str().ok());
        let facts: Map<String, Value> = if kind.is_some_and(is_jwt) {
            self.signed_facts(provider, answer.body()).await?
        } else {
            serde_json::from_slice(answer.body()).map_err(|_| refused("userinfo is not JSON"))?
        };
        if facts.get("sub").and_then(Value::as_str) != Some(subject) {
            return Err(refused("userinfo is about somebody else"));
        }
        let named = KNOWN.iter().filter_map(|(theirs, ours)| {
            Some((ClaimName::new(*ours).ok()?, facts.get(*theirs)?.as_str()?.to_owned()))
        });
        let mut claims: BTreeMap<_, _> = named.collect();
        if let (Ok(name), Some(whole)) = (ClaimName::new("name"), self.whole_name(&facts)) {
            claims.insert(name, whole);
        }
        Ok(claims)
    }

    /// The name as the provider writes it (5.1: "in displayable form"); of its parts where it tells these alone.
    fn whole_name(&self, facts: &Map<String, Value>) -> Option<String> {
        let part = |name| facts.get(name).and_then(Value::as_str).unwrap_or_default();
        let whole = part("name").trim();
        if !whole.is_empty() {
            return Some(whole.to_owned());
        }
        self.options.name_order.whole_name(part("family_name"), part("given_name"))
    }

    /// Facts that the provider signed, by its keys of then or of now.
    async fn signed_facts(
        &self,
        provider: &Provider,
        jwt: &[u8],
    ) -> Result<Map<String, Value>, IdentityError> {
        if let Some(facts) = verify(jwt, provider, &self.options.client_id) {
            return Ok(facts);
        }
        let provider = self.provider().await?;
        verify(jwt, &provider, &self.options.client_id).ok_or_else(|| refused("userinfo's signature"))
    }
}

fn is_jwt(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default();
    kind.trim().eq_ignore_ascii_case("application/jwt")
}

/// The claims of `jwt` when one of the provider's keys signed it, for this client and in its own name.
fn verify(jwt: &[u8], provider: &Provider, client_id: &str) -> Option<Map<String, Value>> {
    let header = jsonwebtoken::decode_header(jwt).ok()?;
    if matches!(header.alg, Algorithm::HS256 | Algorithm::HS384 | Algorithm::HS512) {
        return None;
    }
    let mut validation = Validation::new(header.alg);
    validation.set_required_spec_claims(&["iss", "aud"]);
    validation.set_issuer(&[provider.issuer().as_str()]);
    validation.set_audience(&[client_id]);
    // It was said this moment; whether this device's clock is right was asked of the id token.
    validation.validate_exp = false;
    provider.jwks().keys().iter().find_map(|key| {
        // A key of another kind than is known here costs no other.
        let key: Jwk = serde_json::from_value(serde_json::to_value(key).ok()?).ok()?;
        if header.kid.is_some() && header.kid != key.common.key_id {
            return None;
        }
        let key = DecodingKey::from_jwk(&key).ok()?;
        jsonwebtoken::decode(jwt, &key, &validation).ok().map(|token| token.claims)
    })
}
