//! Signing in: authorisation code with PKCE in the system's browser (RFC 8252, RFC 7636, OpenID Connect Core 1.0).

use std::collections::BTreeMap;

use fingertip_standard::ClaimName;
use jiff::Timestamp;
use openidconnect::{
    AuthenticationFlow, AuthorizationCode, ClientId, CsrfToken, LanguageTag, Nonce, OAuth2TokenResponse,
    PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope, TokenResponse,
    core::{CoreClient, CoreProviderMetadata, CoreResponseType},
};
use tokio::net::TcpListener;
use url::Url;

use crate::{
    Identity, IdentityError, Session, http,
    redirect::{self, Redirected},
    session::{Access, Kept, access_of},
};

/// A sign-in under way: the address to open in a browser, and what is needed to check the answer.
pub struct SignIn {
    url: Url,
    listener: TcpListener,
    redirect: RedirectUrl,
    state: CsrfToken,
    nonce: Nonce,
    verifier: PkceCodeVerifier,
    metadata: CoreProviderMetadata,
}

impl std::fmt::Debug for SignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignIn").finish_non_exhaustive()
    }
}

impl SignIn {
    /// The provider's page, to be opened in the system's browser.
    #[must_use]
    pub fn url(&self) -> &Url {
        &self.url
    }
}

impl Identity {
    /// Begins to sign in: finds the provider and opens a local port for its answer.
    ///
    /// # Errors
    /// [`IdentityError`]: the provider cannot be reached or is refused, or there is no port.
    pub async fn begin_sign_in(&self, language: &str) -> Result<SignIn, IdentityError> {
        let metadata = self.metadata().await?;
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let redirect = RedirectUrl::new(format!("http://127.0.0.1:{}/cb", listener.local_addr()?.port()))
            .map_err(|_| IdentityError::Refused { reason: "the redirect is no address".into() })?;
        let client = CoreClient::from_provider_metadata(
            metadata.clone(),
            ClientId::new(self.options.client_id.clone()),
            None,
        )
        .set_redirect_uri(redirect.clone());
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let flow = AuthenticationFlow::<CoreResponseType>::AuthorizationCode;
        let (url, state, nonce) = client
            .authorize_url(flow, CsrfToken::new_random, Nonce::new_random)
            .add_scopes(["profile", "identity", "offline_access"].map(|scope| Scope::new(scope.to_owned())))
            .add_ui_locale(LanguageTag::new(language.to_owned()))
            .set_pkce_challenge(challenge)
            .url();
        Ok(SignIn { url, listener, redirect, state, nonce, verifier, metadata })
    }

    /// Waits for the person to come back and checks everything. `page` is shown in the browser at the end.
    ///
    /// # Errors
    /// [`IdentityError`]: cancelled, timed out, unreachable, or an answer that fails a check.
    pub async fn finish_sign_in(
        &self,
        sign_in: SignIn,
        page: &str,
        now: Timestamp,
    ) -> Result<Session, IdentityError> {
        let SignIn { listener, redirect, state, nonce, verifier, metadata, .. } = sign_in;
        let Redirected { code, state: returned } = redirect::wait(listener, page).await?;
        if returned != *state.secret() {
            return Err(refused("the state is not ours"));
        }
        let userinfo = metadata
            .userinfo_endpoint()
            .map(|endpoint| endpoint.url().clone())
            .ok_or_else(|| refused("the provider has no userinfo endpoint"))?;
        let client =
            CoreClient::from_provider_metadata(metadata, ClientId::new(self.options.client_id.clone()), None)
                .set_redirect_uri(redirect);
        let request = client
            .exchange_code(AuthorizationCode::new(code))
            .map_err(|_| refused("the provider has no token endpoint"))?;
        let sender = self.client.clone();
        let answer = request
            .set_pkce_verifier(verifier)
            .request_async(&move |request| http::send(sender.clone(), request))
            .await;
        let answer = answer.map_err(|error| match error {
            RequestTokenError::Request(_) => IdentityError::Unreachable { reason: "code exchange".into() },
            other => refused(&format!("code exchange: {other}")),
        })?;
        // OpenID Connect Core 3.1.3.7: signature, issuer, audience, time and nonce.
        let id_token = answer.id_token().ok_or_else(|| refused("no id token"))?;
        let claims = id_token
            .claims(&client.id_token_verifier(), &nonce)
            .map_err(|error| refused(&format!("id token: {error}")))?;
        let subject = claims.subject().as_str().to_owned();
        let refresh_token =
            answer.refresh_token().ok_or_else(|| refused("no refresh token"))?.secret().clone();
        let access: Access = access_of(&answer, now);
        let facts = self.facts(userinfo, &access.token, &subject).await?;
        self.begin(Kept { session: Session { subject, claims: facts, since: now }, refresh_token }, access)
            .await
    }

    /// OpenID Connect Core 5.3: the facts, only if they are about the same subject (5.3.2).
    async fn facts(
        &self,
        endpoint: Url,
        token: &str,
        subject: &str,
    ) -> Result<BTreeMap<ClaimName, String>, IdentityError> {
        let unreachable = |_| IdentityError::Unreachable { reason: "userinfo".into() };
        let answer = self.client.get(endpoint).bearer_auth(token).send().await.map_err(unreachable)?;
        if !answer.status().is_success() {
            return Err(refused("userinfo refused the token"));
        }
        let facts: serde_json::Map<String, serde_json::Value> =
            answer.json().await.map_err(|_| refused("userinfo is not JSON"))?;
        if facts.get("sub").and_then(serde_json::Value::as_str) != Some(subject) {
            return Err(refused("userinfo is about somebody else"));
        }
        let known = [
            ("name", "name"),
            ("id_number", "id-number"),
            ("birthdate", "birth-date"),
            ("phone_number", "phone"),
            ("gender", "gender"),
        ];
        let named = known.iter().filter_map(|(theirs, ours)| {
            Some((ClaimName::new(*ours).ok()?, facts.get(*theirs)?.as_str()?.to_owned()))
        });
        Ok(named.collect())
    }
}

fn refused(reason: &str) -> IdentityError {
    IdentityError::Refused { reason: reason.to_owned() }
}
