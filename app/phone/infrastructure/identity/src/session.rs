//! The session: who is signed in, where it is kept, its end.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError, RwLock},
    time::Instant,
};

use fingertip_secrets::SecretStore;
use fingertip_standard::ClaimName;
use fingertip_typed::NameOrder;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    IdentityError,
    http::Http,
    kept::{Kept, Shelf},
    provider::Provider,
    slot,
    tokens::Access,
};

/// Where and as what to sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdentityOptions {
    /// The OIDC issuer.
    pub issuer: String,
    /// This shell's client id.
    pub client_id: String,
    /// The platform's resource indicator (RFC 8707): what access tokens are asked for; none where the issuer knows no resources.
    pub resource: Option<String>,
    /// The name under which the session is kept; profiles have different ones.
    pub slot: String,
    /// The nation's order of a name, for providers that tell its parts alone.
    pub name_order: NameOrder,
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
    /// When the person last showed who they are, by this device's clock; an older version did not write it down.
    #[serde(default)]
    pub authenticated: Timestamp,
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

/// A session that has ended on this device and not yet at its provider. It has no `Debug`: what it holds is a secret.
pub struct Ended {
    refresh_token: Option<String>,
}

/// The identity session of one profile.
pub struct Identity {
    pub(crate) options: IdentityOptions,
    secrets: Arc<dyn SecretStore>,
    pub(crate) http: Http,
    session: RwLock<Option<Session>>,
    /// Held over a refresh, so that two requests never use one refresh token: the provider would see a theft.
    pub(crate) access: tokio::sync::Mutex<Option<Access>>,
    /// What the provider announced last, and when.
    pub(crate) endpoints: Mutex<Option<(Provider, Instant)>>,
    /// What the key store did not take: newer than what is in it.
    unsaved: Mutex<Option<Kept>>,
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Identity").field("issuer", &self.options.issuer).finish_non_exhaustive()
    }
}

impl Identity {
    /// The session kept for `options.slot` with this issuer and client, if there is one. Asks nothing of the network.
    ///
    /// # Errors
    /// [`IdentityError::Secrets`] when the key store fails.
    pub fn open(options: IdentityOptions, secrets: Arc<dyn SecretStore>) -> Result<Self, IdentityError> {
        let identity = Self {
            options,
            secrets,
            http: Http::new()?,
            session: RwLock::new(None),
            access: tokio::sync::Mutex::new(None),
            endpoints: Mutex::new(None),
            unsaved: Mutex::new(None),
        };
        let session = match identity.kept() {
            Ok(kept) => kept.map(|kept| identity.claim(kept)),
            Err(IdentityError::Newer) => {
                tracing::warn!(
                    "the kept session is of a newer version: it stays, and the person can sign in anew"
                );
                None
            }
            Err(error) => return Err(error),
        };
        *identity.session.write().unwrap_or_else(PoisonError::into_inner) = session;
        Ok(identity)
    }

    /// A session that was kept before issuers were written down is the first one's that is opened, and from then on nobody else's: its tokens
    /// would go to whoever is asked next.
    fn claim(&self, kept: Kept) -> Session {
        let session = kept.session.clone();
        if kept.issuer.is_none() {
            let (issuer, client_id) = (self.options.issuer.clone(), self.options.client_id.clone());
            let own = Kept { issuer: Some(issuer), client_id: Some(client_id), ..kept };
            if let Err(error) = self.keep(own) {
                tracing::warn!(%error, "whose the kept session is could not be written down");
            }
        }
        session
    }

    /// Who is signed in. True offline too.
    #[must_use]
    pub fn session(&self) -> Option<Session> {
        self.session.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Ends every session of this profile here, and this issuer's at the provider where it can be reached.
    ///
    /// # Errors
    /// As [`Self::end`].
    pub async fn sign_out(&self) -> Result<(), IdentityError> {
        let ended = self.end().await?;
        self.tell(ended).await;
        Ok(())
    }

    /// Ends every session of this profile on this device. The network is not asked: [`Self::tell`] tells the provider.
    ///
    /// # Errors
    /// [`IdentityError::Secrets`] when the key store fails; the session is then still kept.
    pub async fn end(&self) -> Result<Ended, IdentityError> {
        let mut access = self.access.lock().await;
        let kept = match self.kept() {
            Err(IdentityError::Newer) => None,
            kept => kept?,
        };
        slot::forget_slot(&*self.secrets, &self.options.slot)?;
        *access = None;
        *self.unsaved.lock().unwrap_or_else(PoisonError::into_inner) = None;
        *self.session.write().unwrap_or_else(PoisonError::into_inner) = None;
        Ok(Ended { refresh_token: kept.and_then(|kept| kept.refresh_token) })
    }

    /// Ends this issuer's session of the profile on this device and no other. The network is not asked: [`Self::tell`] tells the
    /// provider.
    ///
    /// # Errors
    /// [`IdentityError::Secrets`] when the key store fails; the session is then still kept. [`IdentityError::Newer`] where it cannot be read.
    pub async fn leave(&self) -> Result<Ended, IdentityError> {
        let mut access = self.access.lock().await;
        let kept = self.kept()?;
        self.forget()?;
        *access = None;
        Ok(Ended { refresh_token: kept.and_then(|kept| kept.refresh_token) })
    }

    /// Tells the provider of a session that has ended here. Where it cannot be reached, that is logged and no more.
    pub async fn tell(&self, ended: Ended) {
        if let Some(token) = ended.refresh_token
            && let Err(error) = self.revoke(&token).await
        {
            tracing::warn!(%error, "the provider could not be told of the sign-out");
        }
    }

    fn slot(&self) -> String {
        slot::session(&self.options.slot)
    }

    /// The sessions of this profile.
    ///
    /// # Errors
    /// [`IdentityError::Newer`] when they cannot be read, [`IdentityError::Secrets`] when the key store fails.
    fn shelf(&self) -> Result<Shelf, IdentityError> {
        let Some(bytes) = self.secrets.get(&self.slot())? else { return Ok(Shelf::default()) };
        Shelf::read(&bytes).ok_or(IdentityError::Newer)
    }

    /// This issuer's session.
    pub(crate) fn kept(&self) -> Result<Option<Kept>, IdentityError> {
        if let Some(unsaved) = &*self.unsaved.lock().unwrap_or_else(PoisonError::into_inner) {
            return Ok(Some(unsaved.clone()));
        }
        Ok(self.shelf()?.find(&self.options).cloned())
    }

    /// Keeps this issuer's session.
    ///
    /// # Errors
    /// [`IdentityError::Secrets`] when the key store fails; what was kept before is then still there.
    pub(crate) fn keep(&self, kept: Kept) -> Result<(), IdentityError> {
        let session = kept.session.clone();
        let mut shelf = match self.shelf() {
            Err(IdentityError::Newer) => {
                self.put_aside()?;
                Shelf::default()
            }
            shelf => shelf?,
        };
        shelf.put(&self.options, kept);
        self.write(&shelf)?;
        *self.unsaved.lock().unwrap_or_else(PoisonError::into_inner) = None;
        *self.session.write().unwrap_or_else(PoisonError::into_inner) = Some(session);
        Ok(())
    }

    /// Keeps a renewed session, as long as the app runs where the key store does not take it: the token before may be worth nothing by
    /// now.
    pub(crate) fn keep_renewed(&self, kept: Kept) {
        if let Err(error) = self.keep(kept.clone()) {
            tracing::warn!(%error, "the renewed session is kept as long as the app runs");
            *self.unsaved.lock().unwrap_or_else(PoisonError::into_inner) = Some(kept);
        }
    }

    /// Forgets this issuer's session and no other.
    pub(crate) fn forget(&self) -> Result<(), IdentityError> {
        *self.session.write().unwrap_or_else(PoisonError::into_inner) = None;
        *self.unsaved.lock().unwrap_or_else(PoisonError::into_inner) = None;
        let mut shelf = self.shelf()?;
        shelf.remove(&self.options);
        self.write(&shelf)
    }

    fn write(&self, shelf: &Shelf) -> Result<(), IdentityError> {
        let bytes =
            shelf.write().map_err(|_| IdentityError::Refused { reason: "the session cannot be written" })?;
        match bytes {
            Some(bytes) => self.secrets.set(&self.slot(), &bytes)?,
            None => self.secrets.forget(&self.slot())?,
        }
        Ok(())
    }

    /// Copies what a newer version wrote to where it does not stand in the way.
    fn put_aside(&self) -> Result<(), IdentityError> {
        if let Some(bytes) = self.secrets.get(&self.slot())? {
            self.secrets.set(&slot::aside(&self.options.slot), &bytes)?;
        }
        Ok(())
    }
}
