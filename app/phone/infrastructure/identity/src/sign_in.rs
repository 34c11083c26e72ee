//! Signing in: authorisation code with PKCE in the system's browser (RFC 8252, RFC 7636, OpenID Connect Core 1.0).

use std::collections::BTreeMap;

use fingertip_standard::ClaimName;
use jiff::Timestamp;
use openidconnect::{
    AuthenticationFlow, AuthorizationCode, ClaimsVerificationError, ClientId, CsrfToken, LanguageTag, Nonce,
    OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope,
    TokenResponse,
    core::{CoreClient, CoreResponseType},
};
use tokio::net::TcpListener;
use url::Url;

use crate::{
    Identity, IdentityError, Session, http,
    provider::Provider,
    redirect::{self, Expected},
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
    provider: Provider,
}

/// What a code is redeemed with.
struct Sent {
    redirect: RedirectUrl,
    nonce: Nonce,
    verifier: PkceCodeVerifier,
    provider: Provider,
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

/// What a page in a browser of this machine is to say.
#[derive(Debug, Clone, Copy)]
pub enum Outcome<'a> {
    /// The person is signed in.
    SignedIn,
    /// The person came back and is not signed in.
    Failed(&'a IdentityError),
    /// Whoever asks for the page was not sent by this sign-in.
    NotOurs,
}

impl Identity {
    /// Begins to sign in: finds the provider and opens a local port for its answer.
    ///
    /// # Errors
    /// [`IdentityError`]: the provider cannot be reached or is refused, or there is no port.
    pub async fn begin_sign_in(&self, language: &str) -> Result<SignIn, IdentityError> {
        let provider = self.provider().await?;
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let redirect =
            RedirectUrl::new(format!("http://127.0.0.1:{}{}", listener.local_addr()?.port(), redirect::PATH))
                .map_err(|_| refused("the redirect is no address"))?;
        let client = CoreClient::from_provider_metadata(
            provider.clone(),
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
        Ok(SignIn { url, listener, redirect, state, nonce, verifier, provider })
    }

    /// Waits for the person to come back and checks everything. `page` is what a browser is shown: the person's own only when it is
    /// known what became of the sign-in.
    ///
    /// # Errors
    /// [`IdentityError`]: cancelled, timed out, unreachable, or an answer that fails a check.
    pub async fn finish_sign_in(
        &self,
        sign_in: SignIn,
        page: impl Fn(Outcome<'_>) -> String,
        now: Timestamp,
    ) -> Result<Session, IdentityError> {
        let SignIn { listener, redirect, state, nonce, verifier, provider, .. } = sign_in;
        let expected = Expected {
            state: state.into_secret(),
            issuer: provider.issuer().to_string(),
            names_issuer: provider.additional_metadata().names_issuer,
        };
        let (code, browser) = redirect::wait(listener, expected, page(Outcome::NotOurs)).await?;
        let session = match code {
            Ok(code) => self.redeem(code, Sent { redirect, nonce, verifier, provider }, now).await,
            Err(error) => Err(error),
        };
        let outcome = session.as_ref().map_or_else(Outcome::Failed, |_| Outcome::SignedIn);
        browser.show(session.is_ok(), &page(outcome)).await;
        session
    }

    /// The code for tokens, and these for a session.
    async fn redeem(&self, code: String, sent: Sent, now: Timestamp) -> Result<Session, IdentityError> {
        let Sent { redirect, nonce, verifier, provider } = sent;
        let userinfo = provider
            .userinfo_endpoint()
            .map(|endpoint| endpoint.url().clone())
            .ok_or_else(|| refused("the provider has no userinfo endpoint"))?;
        let client =
            CoreClient::from_provider_metadata(provider, ClientId::new(self.options.client_id.clone()), None)
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
            RequestTokenError::Request(_) => IdentityError::Unreachable { reason: "code exchange" },
            RequestTokenError::ServerResponse(_) => refused("the provider does not take the code"),
            _ => refused("the tokens are malformed"),
        })?;
        // OpenID Connect Core 3.1.3.7: signature, issuer, audience, time and nonce.
        let id_token = answer.id_token().ok_or_else(|| refused("no id token"))?;
        let claims = id_token
            .claims(&client.id_token_verifier(), &nonce)
            .map_err(|error| refused(failed_check(&error)))?;
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
        let unreachable = |_| IdentityError::Unreachable { reason: "userinfo" };
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

fn refused(reason: &'static str) -> IdentityError {
    IdentityError::Refused { reason }
}

/// Which check an id token fails. The library's own words hold the token's claims.
fn failed_check(error: &ClaimsVerificationError) -> &'static str {
    match error {
        ClaimsVerificationError::Expired(_) => "the id token has run out",
        ClaimsVerificationError::InvalidAudience(_) => "the id token is for another client",
        ClaimsVerificationError::InvalidIssuer(_) => "the id token is another issuer's",
        ClaimsVerificationError::InvalidNonce(_) => "the id token is for another sign-in",
        ClaimsVerificationError::SignatureVerification(_) => "the id token's signature",
        _ => "the id token",
    }
}
