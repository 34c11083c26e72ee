//! Access tokens: how one is got, what goes with it, and what ends the session.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use openidconnect::{OAuth2TokenResponse, TokenResponse};
use url::Url;

use crate::{
    Identity, IdentityError,
    dpop::{Key, Prover},
    kept::Kept,
    tokens::{Access, access_of},
};

/// How long a token must still be good to be given out, where another can be had.
const MARGIN: SignedDuration = SignedDuration::from_secs(30);

/// The request that a token is to go with.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// The HTTP method.
    pub method: &'a str,
    /// The whole address.
    pub url: &'a str,
    /// The nonce that its server gave last (RFC 9449 9).
    pub nonce: Option<&'a str>,
}

/// What a request in the person's name carries. It has no `Debug`: both are secrets.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    /// The header `Authorization` (RFC 6750 2.1, RFC 9449 7.1).
    pub authorization: String,
    /// The header `DPoP`, for this request alone; none for a bearer token.
    pub proof: Option<String>,
}

impl Identity {
    /// What goes with one request to the platform.
    ///
    /// # Errors
    /// [`IdentityError::SignedOut`]; [`IdentityError::SessionEnded`] when the session's own issuer says so, or when its only
    /// token has run out and there is none to get another with; anything else passes, and the session goes on:
    /// [`IdentityError::Unreachable`] when no token can be got now, [`IdentityError::Insecure`], [`IdentityError::Newer`],
    /// [`IdentityError::Secrets`].
    pub async fn credentials(
        &self,
        target: &Target<'_>,
        now: Timestamp,
    ) -> Result<Credentials, IdentityError> {
        shown(&self.access(now).await?, target, now)
    }

    /// The platform refused the access token: the next one is fetched anew.
    pub async fn drop_access_token(&self) {
        *self.access.lock().await = None;
    }

    pub(crate) async fn access(&self, now: Timestamp) -> Result<Access, IdentityError> {
        let mut access = self.access.lock().await;
        if let Some(good) =
            access.as_ref().filter(|access| now.checked_add(MARGIN).is_ok_and(|soon| soon < access.expires))
        {
            return Ok(good.clone());
        }
        let mut kept = self.kept()?.ok_or(IdentityError::SignedOut)?;
        let mut answer = self.renew(&kept, now).await;
        // Another window renewed meanwhile: what it kept is newer than what was sent.
        if matches!(answer, Err(IdentityError::SessionEnded))
            && let Some(newer) = self.kept()?.filter(|newer| newer.refresh_token != kept.refresh_token)
        {
            kept = newer;
            answer = self.renew(&kept, now).await;
        }
        match answer {
            Ok((fresh, renewed)) => {
                if let Some(renewed) = renewed {
                    self.keep_renewed(renewed);
                }
                *access = Some(fresh.clone());
                Ok(fresh)
            }
            Err(IdentityError::SessionEnded) if kept.refresh_token.is_some() => {
                *access = None;
                self.forget()?;
                Err(IdentityError::SessionEnded)
            }
            Err(IdentityError::SessionEnded) => {
                // The facts stay with the person; for anything else they sign in again.
                if kept.access.is_some() {
                    self.keep(Kept { access: None, key: None, ..kept })?;
                }
                Err(IdentityError::SessionEnded)
            }
            Err(error) => Err(error),
        }
    }

    /// A new access token, and the session as it is to be kept from now on, where that changed.
    async fn renew(&self, kept: &Kept, now: Timestamp) -> Result<(Access, Option<Kept>), IdentityError> {
        let key = match &kept.key {
            Some(text) => Some(Arc::new(Key::read(text).ok_or(IdentityError::Newer)?)),
            None => None,
        };
        let Some(refresh_token) = &kept.refresh_token else {
            let last = kept.access.as_ref().filter(|access| now < access.expires);
            let last = last.ok_or(IdentityError::SessionEnded)?;
            let key = key.filter(|_| last.is_bound);
            return Ok((Access { token: last.token.clone(), expires: last.expires, key }, None));
        };
        let answer = self.refresh(refresh_token, key.clone(), now).await?;
        let is_same_person = answer.id_token().is_none_or(|token| {
            let own = payload(&token.to_string());
            own.is_some_and(|claims| claims["sub"] == kept.session.subject.as_str())
        });
        if !is_same_person {
            // OpenID Connect Core 12.2.
            return Err(IdentityError::Unreachable { reason: "refresh answered for somebody else" });
        }
        let fresh = access_of(&answer, key, now)
            .map_err(|_| IdentityError::Unreachable { reason: "refresh gave an unknown kind of token" })?;
        let refresh_token = answer.refresh_token().map_or(refresh_token.as_str(), |token| token.secret());
        let renewed = Kept {
            refresh_token: Some(refresh_token.to_owned()),
            issuer: Some(self.options.issuer.clone()),
            client_id: Some(self.options.client_id.clone()),
            ..kept.clone()
        };
        Ok((fresh, Some(renewed)))
    }
}

/// What shows a token at `target`: with a proof where it is bound to a key.
pub(crate) fn shown(
    access: &Access,
    target: &Target<'_>,
    now: Timestamp,
) -> Result<Credentials, IdentityError> {
    let Some(key) = &access.key else {
        return Ok(Credentials { authorization: format!("Bearer {}", access.token), proof: None });
    };
    let url = Url::parse(target.url).map_err(|_| IdentityError::Insecure { what: "the platform" })?;
    let proof = Prover::new(key, Some(&access.token), now).prove(target.method, &url, target.nonce);
    let proof = proof.map_err(|_| IdentityError::Unreachable { reason: "no proof can be made" })?;
    Ok(Credentials { authorization: format!("DPoP {}", access.token), proof: Some(proof) })
}

/// The payload of a JWT that came from its issuer directly: no signature is looked at (OpenID Connect Core 3.1.3.7, 6).
fn payload(jwt: &str) -> Option<serde_json::Value> {
    jsonwebtoken::dangerous::insecure_decode_claims(jwt).ok()
}
