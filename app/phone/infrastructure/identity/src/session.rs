//! The session: who is signed in, the access token, its refresh, its end.

use std::{
    collections::BTreeMap,
    sync::{Arc, PoisonError, RwLock},
};

use fingertip_standard::ClaimName;
use jiff::{SignedDuration, Timestamp};
use openidconnect::{
    ClientId, OAuth2TokenResponse, RefreshToken, RequestTokenError,
    core::{CoreClient, CoreErrorResponseType, CoreTokenResponse},
};
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;

use fingertip_secrets::SecretStore;

use crate::{IdentityError, http};

/// Where and as what to sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdentityOptions {
    /// The OIDC issuer.
    pub issuer: String,
    /// This shell's client id.
    pub client_id: String,
    /// The name under which the session is kept; profiles have different ones.
    pub slot: String,
}

/// Who is signed in. Its `Debug` shows nothing of the person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// The provider's id for the person.
    pub subject: String,
    /// Facts about the person, given by the provider.
    pub claims: BTreeMap<ClaimName, String>,
    /// Since when.
    pub since: Timestamp,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session")
            .field("since", &self.since)
            .field("claims", &self.claims.len())
            .finish_non_exhaustive()
    }
}

impl Session {
    /// The name to greet the person by.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.claims.iter().find(|(name, _)| name.as_str() == "name").map(|(_, value)| value.as_str())
    }
}

/// What the key store holds.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Kept {
    pub(crate) session: Session,
    pub(crate) refresh_token: String,
}

pub(crate) struct Access {
    pub(crate) token: String,
    pub(crate) expires: Timestamp,
}

/// The identity session of one profile.
pub struct Identity {
    pub(crate) options: IdentityOptions,
    secrets: Arc<dyn SecretStore>,
    pub(crate) client: reqwest::Client,
    session: RwLock<Option<Session>>,
    /// Held over a refresh, so that two requests never use one refresh token: the provider would see a theft.
    access: Mutex<Option<Access>>,
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Identity").field("issuer", &self.options.issuer).finish_non_exhaustive()
    }
}

impl Identity {
    /// The session kept for `options.slot`, if there is one. Asks nothing of the network.
    ///
    /// # Errors
    /// [`IdentityError::Secrets`] when the key store fails.
    pub fn open(options: IdentityOptions, secrets: Arc<dyn SecretStore>) -> Result<Self, IdentityError> {
        let client = reqwest::Client::builder()
            // The library's advice: a redirect of the token endpoint could be used to reach other hosts.
            .redirect(reqwest::redirect::Policy::none())
            .timeout(std::time::Duration::from_secs(20))
            .build()
            .map_err(|_| IdentityError::Unreachable { reason: "there is no client for HTTP" })?;
        let identity =
            Self { options, secrets, client, session: RwLock::new(None), access: Mutex::new(None) };
        let session = identity.kept()?.map(|kept| kept.session);
        *identity.session.write().unwrap_or_else(PoisonError::into_inner) = session;
        Ok(identity)
    }

    /// Who is signed in. True offline too.
    #[must_use]
    pub fn session(&self) -> Option<Session> {
        self.session.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// An access token for the platform that is good for at least half a minute.
    ///
    /// # Errors
    /// [`IdentityError::SignedOut`], [`IdentityError::SessionEnded`] when the provider ended it (the session is then
    /// forgotten), [`IdentityError::Unreachable`] when it cannot be asked.
    pub async fn access_token(&self, now: Timestamp) -> Result<String, IdentityError> {
        let mut access = self.access.lock().await;
        let margin = SignedDuration::from_secs(30);
        if let Some(good) =
            access.as_ref().filter(|access| now.checked_add(margin).is_ok_and(|soon| soon < access.expires))
        {
            return Ok(good.token.clone());
        }
        let kept = self.kept()?.ok_or(IdentityError::SignedOut)?;
        let answer = self.refresh(&kept.refresh_token).await;
        if matches!(answer, Err(IdentityError::SessionEnded)) {
            *access = None;
            self.forget()?;
        }
        let answer = answer?;
        let refresh_token = answer.refresh_token().map_or(kept.refresh_token, |token| token.secret().clone());
        self.keep(Kept { session: kept.session, refresh_token })?;
        let fresh = access_of(&answer, now);
        let token = fresh.token.clone();
        *access = Some(fresh);
        Ok(token)
    }

    /// The platform refused the access token: the next one is fetched anew.
    pub async fn drop_access_token(&self) {
        *self.access.lock().await = None;
    }

    /// Ends the session here, and at the provider where it can be reached.
    ///
    /// # Errors
    /// [`IdentityError::Secrets`] when the key store fails; the session is then still kept.
    pub async fn sign_out(&self) -> Result<(), IdentityError> {
        let kept = self.kept()?;
        self.forget()?;
        *self.access.lock().await = None;
        if let Some(kept) = kept
            && let Err(error) = self.revoke(&kept.refresh_token).await
        {
            tracing::warn!(%error, "the provider could not be told of the sign-out");
        }
        Ok(())
    }

    pub(crate) async fn begin(&self, kept: Kept, access: Access) -> Result<Session, IdentityError> {
        let session = kept.session.clone();
        self.keep(kept)?;
        *self.access.lock().await = Some(access);
        Ok(session)
    }

    async fn refresh(&self, refresh_token: &str) -> Result<CoreTokenResponse, IdentityError> {
        let provider = self.provider().await?;
        let client =
            CoreClient::from_provider_metadata(provider, ClientId::new(self.options.client_id.clone()), None);
        let token = RefreshToken::new(refresh_token.to_owned());
        let request = client
            .exchange_refresh_token(&token)
            .map_err(|_| IdentityError::Refused { reason: "the provider has no token endpoint" })?;
        let http = self.client.clone();
        request.request_async(&move |request| http::send(http.clone(), request)).await.map_err(|error| {
            match error {
                RequestTokenError::ServerResponse(answer)
                    if *answer.error() == CoreErrorResponseType::InvalidGrant =>
                {
                    IdentityError::SessionEnded
                }
                RequestTokenError::Request(_) => IdentityError::Unreachable { reason: "refresh" },
                RequestTokenError::ServerResponse(_) => {
                    IdentityError::Refused { reason: "the provider does not renew the session" }
                }
                _ => IdentityError::Refused { reason: "the new tokens are malformed" },
            }
        })
    }

    /// RFC 7009, where the provider has it.
    async fn revoke(&self, refresh_token: &str) -> Result<(), IdentityError> {
        let provider = self.provider().await?;
        let Some(endpoint) = &provider.additional_metadata().revocation_endpoint else { return Ok(()) };
        let form = [
            ("token", refresh_token),
            ("client_id", self.options.client_id.as_str()),
            ("token_type_hint", "refresh_token"),
        ];
        let sent = self.client.post(endpoint).form(&form).send().await;
        sent.map(drop).map_err(|_| IdentityError::Unreachable { reason: "revocation" })
    }

    fn slot(&self) -> String {
        format!("session-{}", self.options.slot)
    }

    fn kept(&self) -> Result<Option<Kept>, IdentityError> {
        let Some(bytes) = self.secrets.get(&self.slot())? else { return Ok(None) };
        let kept = serde_json::from_slice(&bytes).ok();
        if kept.is_none() {
            // Better signed out than locked out for ever after an update that changed the shape.
            tracing::warn!("the kept session has an unknown shape; the person signs in again");
        }
        Ok(kept)
    }

    fn keep(&self, kept: Kept) -> Result<(), IdentityError> {
        let bytes = serde_json::to_vec(&kept)
            .map_err(|_| IdentityError::Refused { reason: "the session cannot be written" })?;
        self.secrets.set(&self.slot(), &bytes)?;
        *self.session.write().unwrap_or_else(PoisonError::into_inner) = Some(kept.session);
        Ok(())
    }

    fn forget(&self) -> Result<(), IdentityError> {
        self.secrets.forget(&self.slot())?;
        *self.session.write().unwrap_or_else(PoisonError::into_inner) = None;
        Ok(())
    }
}

pub(crate) fn access_of(answer: &CoreTokenResponse, now: Timestamp) -> Access {
    // RFC 6749 5.1: without `expires_in` the lifetime is unknown; a minute is asked again soon enough.
    let lifetime = answer
        .expires_in()
        .and_then(|lifetime| SignedDuration::try_from(lifetime).ok())
        .unwrap_or(SignedDuration::from_secs(60));
    Access {
        token: answer.access_token().secret().clone(),
        expires: now.checked_add(lifetime).unwrap_or(now),
    }
}
