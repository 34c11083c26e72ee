//! Signing in: authorisation code with PKCE in the system's browser (RFC 8252, RFC 7636, OpenID Connect Core 1.0).

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use jiff::{SignedDuration, Timestamp};
use openidconnect::{
    AuthenticationContextClass, AuthenticationFlow, ClientId, CsrfToken, LanguageTag, Nonce,
    OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope,
    core::{CoreAuthPrompt, CoreClient, CoreResponseType},
};
use tokio::net::TcpListener;
use url::Url;

use crate::{
    Identity, IdentityError, Session,
    dpop::Key,
    error::refused,
    id_token::{authenticated_at, check_step_up},
    kept::{Kept, KeptAccess},
    provider::Provider,
    redirect::{self, Expected},
    tokens::access_of,
};

/// A sign-in under way: the address to open in a browser, and what is needed to check the answer.
pub struct SignIn {
    url: Url,
    listener: TcpListener,
    sent: Sent,
    state: CsrfToken,
}

/// What is asked for besides who the person is. A person who is signed in already can be asked to show anew that it is them before
/// something grave is done (step-up, RFC 9470).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SignInOptions {
    /// How long ago the person may have shown who they are, in whole seconds; nought is now. None where it does not matter.
    pub max_age: Option<Duration>,
    /// The classes of sign-in of which one must be reached (`acr_values`, OpenID Connect Core 3.1.2.1), the best first; none where any will
    /// do. What they are called is the nation's affair.
    pub acr_values: Vec<String>,
}

impl SignInOptions {
    /// Whether the person must show anew that it is them.
    pub(crate) fn is_step_up(&self) -> bool {
        *self != Self::default()
    }
}

/// What a code is redeemed with.
struct Sent {
    redirect: RedirectUrl,
    nonce: Nonce,
    verifier: PkceCodeVerifier,
    provider: Provider,
    key: Option<Arc<Key>>,
    options: SignInOptions,
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
        self.begin_sign_in_with(language, SignInOptions::default()).await
    }

    /// As [`Identity::begin_sign_in`], with more that is asked for. Where somebody is signed in, it must be them again.
    ///
    /// # Errors
    /// As [`Identity::begin_sign_in`].
    pub async fn begin_sign_in_with(
        &self,
        language: &str,
        options: SignInOptions,
    ) -> Result<SignIn, IdentityError> {
        let provider = self.provider().await?;
        let key =
            if provider.additional_metadata().binds_tokens() { Some(Arc::new(Key::make()?)) } else { None };
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
        let mut request = client
            .authorize_url(flow, CsrfToken::new_random, Nonce::new_random)
            .add_scopes(["profile", "identity", "offline_access"].map(|scope| Scope::new(scope.to_owned())))
            // OpenID Connect Core 11: without it a provider may leave `offline_access` out, and some do in silence.
            .add_prompt(CoreAuthPrompt::Consent)
            .add_ui_locale(LanguageTag::new(language.to_owned()))
            .set_pkce_challenge(challenge);
        if let Some(max_age) = options.max_age {
            request = request.set_max_age(max_age);
        }
        for class in &options.acr_values {
            request = request.add_auth_context_value(AuthenticationContextClass::new(class.clone()));
        }
        if let Some(resource) = &self.options.resource {
            // RFC 8707 2.1.
            request = request.add_extra_param("resource", resource);
        }
        if let Some(thumbprint) = key.as_ref().and_then(|key| key.thumbprint()) {
            // RFC 9449 10: the code is worth nothing to whoever has not the key.
            request = request.add_extra_param("dpop_jkt", thumbprint);
        }
        let (url, state, nonce) = request.url();
        let url = self.push(&provider, url, key.as_deref()).await?;
        Ok(SignIn { url, listener, state, sent: Sent { redirect, nonce, verifier, provider, key, options } })
    }

    /// Waits for the person to come back and checks everything. `page` is what a browser is shown: the person's own only when it is
    /// known what became of the sign-in. `now` is the time at which the waiting begins.
    ///
    /// # Errors
    /// [`IdentityError`]: cancelled, timed out, unreachable, or an answer that fails a check.
    pub async fn finish_sign_in(
        &self,
        sign_in: SignIn,
        page: impl Fn(Outcome<'_>) -> String,
        now: Timestamp,
    ) -> Result<Session, IdentityError> {
        let SignIn { listener, sent, state, .. } = sign_in;
        let expected = Expected {
            state: state.into_secret(),
            issuer: sent.provider.issuer().to_string(),
            names_issuer: sent.provider.additional_metadata().names_issuer,
        };
        let begun = Instant::now();
        let (code, browser) = redirect::wait(listener, expected, page(Outcome::NotOurs)).await?;
        // A person may take minutes, and a proof and a token are judged by the second.
        let waited = SignedDuration::try_from(begun.elapsed()).unwrap_or_default();
        let now = now.checked_add(waited).unwrap_or(now);
        let session = match code {
            Ok(code) => self.redeem(code, sent, now).await,
            Err(error) => Err(error),
        };
        let outcome = session.as_ref().map_or_else(Outcome::Failed, |_| Outcome::SignedIn);
        browser.show(session.is_ok(), &page(outcome)).await;
        session
    }

    /// The code for tokens, and these for a session.
    async fn redeem(&self, code: String, sent: Sent, now: Timestamp) -> Result<Session, IdentityError> {
        let Sent { redirect, nonce, verifier, mut provider, key, options } = sent;
        let answer = self.exchange(code, &provider, redirect, verifier, key.clone(), now).await?;
        let claims = self.check_id_token(&mut provider, &answer, &nonce, now).await?;
        check_step_up(&claims, &options)?;
        let authenticated = authenticated_at(&claims, now);
        let subject = claims.subject().as_str().to_owned();
        let is_somebody_else = self.session().is_some_and(|session| session.subject != subject);
        if options.is_step_up() && is_somebody_else {
            return Err(refused("somebody else signed in"));
        }
        // The first token is for userinfo: one for a resource is taken there by nobody.
        let access = access_of(&answer, key.clone(), now)?;
        let claims = self.facts(&provider, &access, &subject, now).await?;
        let refresh_token = answer.refresh_token().map(|token| token.secret().clone());
        let is_for_platform = self.options.resource.is_none();
        if refresh_token.is_none() && !is_for_platform {
            return Err(refused("no refresh token to get the platform's token with"));
        }
        let last = refresh_token.is_none().then(|| KeptAccess {
            token: access.token.clone(),
            expires: access.expires,
            is_bound: access.key.is_some(),
        });
        let session = Session { subject, claims, since: now, authenticated };
        let mut current = self.access.lock().await;
        self.keep(Kept {
            session: session.clone(),
            refresh_token,
            issuer: Some(self.options.issuer.clone()),
            client_id: Some(self.options.client_id.clone()),
            key: key.map(|key| key.to_text()),
            access: last,
        })?;
        *current = is_for_platform.then_some(access);
        Ok(session)
    }
}
