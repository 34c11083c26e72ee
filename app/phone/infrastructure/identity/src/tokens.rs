//! What is asked of the token endpoint (RFC 6749 3.2) and the one that takes tokens back, and what the answers mean.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use openidconnect::{
    AuthorizationCode, ClientId, HttpRequest, OAuth2TokenResponse, PkceCodeVerifier, RedirectUrl,
    RefreshToken, RequestTokenError, StandardErrorResponse,
    core::{CoreClient, CoreErrorResponseType, CoreTokenResponse},
    http::Request,
};

use crate::{Identity, IdentityError, dpop::Key, error::refused, http::HttpError, provider::Provider};

/// An access token.
#[derive(Clone)]
pub(crate) struct Access {
    pub(crate) token: String,
    pub(crate) expires: Timestamp,
    /// The key that it is bound to; none for a bearer token.
    pub(crate) key: Option<Arc<Key>>,
}

impl Identity {
    /// The code for tokens (RFC 6749 4.1.3).
    pub(crate) async fn exchange(
        &self,
        code: String,
        provider: &Provider,
        redirect: RedirectUrl,
        verifier: PkceCodeVerifier,
        key: Option<Arc<Key>>,
        now: Timestamp,
    ) -> Result<CoreTokenResponse, IdentityError> {
        let client_id = ClientId::new(self.options.client_id.clone());
        let client =
            CoreClient::from_provider_metadata(provider.clone(), client_id, None).set_redirect_uri(redirect);
        let request = client
            .exchange_code(AuthorizationCode::new(code))
            .map_err(|_| refused("the provider has no token endpoint"))?;
        let send = self.http.token_sender(key, now);
        request
            .set_pkce_verifier(verifier)
            .request_async(&send)
            .await
            .map_err(|error| token_request_failed(&error, "code exchange"))
    }

    /// RFC 6749 6. Whatever is answered, only `invalid_grant` ends the session: a lost answer, a busy provider, a network's own
    /// page and any other error say nothing of it.
    pub(crate) async fn refresh(
        &self,
        refresh_token: &str,
        key: Option<Arc<Key>>,
        now: Timestamp,
    ) -> Result<CoreTokenResponse, IdentityError> {
        let passing = |reason| IdentityError::Unreachable { reason };
        let provider = self.endpoints().await.map_err(|error| match error {
            IdentityError::Refused { reason } => passing(reason),
            other => other,
        })?;
        let client =
            CoreClient::from_provider_metadata(provider, ClientId::new(self.options.client_id.clone()), None);
        let token = RefreshToken::new(refresh_token.to_owned());
        let mut request = client
            .exchange_refresh_token(&token)
            .map_err(|_| passing("the provider has no token endpoint"))?;
        if let Some(resource) = &self.options.resource {
            // RFC 8707 2.2.
            request = request.add_extra_param("resource", resource);
        }
        let send = self.http.token_sender(key, now);
        request.request_async(&send).await.map_err(|error| match error {
            RequestTokenError::ServerResponse(answer)
                if *answer.error() == CoreErrorResponseType::InvalidGrant =>
            {
                IdentityError::SessionEnded
            }
            other => match token_request_failed(&other, "refresh") {
                IdentityError::Refused { reason } => passing(reason),
                error => error,
            },
        })
    }

    /// RFC 7009, where the provider has it.
    pub(crate) async fn revoke(&self, refresh_token: &str) -> Result<(), IdentityError> {
        let provider = self.provider().await?;
        let Some(endpoint) = &provider.additional_metadata().revocation_endpoint else { return Ok(()) };
        let form = [
            ("token", refresh_token),
            ("client_id", self.options.client_id.as_str()),
            ("token_type_hint", "refresh_token"),
        ];
        let request = form_request(endpoint, &form).map_err(|error| error.during("revocation"))?;
        self.http.send(request).await.map(drop).map_err(|error| error.during("revocation"))
    }
}

/// `POST` of a form.
pub(crate) fn form_request(endpoint: &str, form: &[(&str, &str)]) -> Result<HttpRequest, HttpError> {
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
    Request::post(endpoint)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("accept", "application/json")
        .body(body.into_bytes())
        .map_err(HttpError::Answer)
}

/// The access token of an answer; `key` is the one whose proof went with the request.
pub(crate) fn access_of(
    answer: &CoreTokenResponse,
    key: Option<Arc<Key>>,
    now: Timestamp,
) -> Result<Access, IdentityError> {
    // RFC 6749 5.1: without `expires_in` the lifetime is unknown; a minute is asked again soon enough.
    let lifetime = answer
        .expires_in()
        .and_then(|lifetime| SignedDuration::try_from(lifetime).ok())
        .unwrap_or(SignedDuration::from_secs(60));
    // RFC 6749 7.1: a client uses no kind of token that it does not know. RFC 9449 5: without the key's name it is a bearer's.
    let kind = answer.token_type().as_ref();
    let key = match key {
        _ if kind.eq_ignore_ascii_case("bearer") => None,
        Some(key) if kind.eq_ignore_ascii_case("dpop") => Some(key),
        _ => return Err(IdentityError::Refused { reason: "the kind of token" }),
    };
    Ok(Access {
        token: answer.access_token().secret().clone(),
        expires: now.checked_add(lifetime).unwrap_or(now),
        key,
    })
}

/// What it means that the token endpoint gave no tokens.
fn token_request_failed(
    error: &RequestTokenError<HttpError, StandardErrorResponse<CoreErrorResponseType>>,
    during: &'static str,
) -> IdentityError {
    match error {
        RequestTokenError::Request(error) => error.during(during),
        RequestTokenError::ServerResponse(answer) => match answer.error().as_ref() {
            "temporarily_unavailable" | "slow_down" | "server_error" => {
                IdentityError::Unreachable { reason: during }
            }
            _ => refused("the provider gives no tokens"),
        },
        _ => refused("the tokens are malformed"),
    }
}
