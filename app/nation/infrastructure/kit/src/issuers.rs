//! Several identity providers: each has its own keys, audience, proofs and bounds, and none speaks for another.

use axum::http::HeaderMap;
use fingertip_contract::{
    ProblemCode,
    api::{AssuranceLevel, IdentityProvider},
};
use jsonwebtoken::dangerous::insecure_decode_claims;
use serde::Deserialize;

use crate::{
    body::ShownToken,
    issuer::{AccessClaims, Issuer},
    problem::ApiError,
    proofs::Asked,
};

/// The providers whose tokens are taken.
#[derive(Debug)]
pub struct Issuers(Vec<Known>);

#[derive(Debug)]
struct Known {
    issuer: Issuer,
    provider: IdentityProvider,
}

/// Whose token somebody showed, and what it says.
#[derive(Debug)]
pub struct Shown<'a> {
    /// Its issuer.
    pub issuer: &'a Issuer,
    /// What it says.
    pub claims: AccessClaims,
    /// How surely the person signed in.
    pub assurance: AssuranceLevel,
}

impl Shown<'_> {
    /// The hash of the person's number, where its issuer vouches for it as surely as can be: nothing else joins a person's identities.
    #[must_use]
    pub fn vouched_number(&self) -> Option<&str> {
        let is_hash = |text: &&str| {
            text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        };
        let is_sure = self.assurance == AssuranceLevel::High;
        self.claims.id_number_sha256.as_deref().filter(|_| is_sure).filter(is_hash)
    }
}

/// What a token says of whose it is, before anything of it is believed.
#[derive(Deserialize)]
struct Claimed {
    iss: String,
}

impl Issuers {
    /// `providers` as the platform announces them; nothing is fetched before the first token.
    #[must_use]
    pub fn new(providers: Vec<IdentityProvider>, client: &reqwest::Client) -> Self {
        let known = providers.into_iter().map(|provider| Known {
            issuer: Issuer::new(provider.issuer.clone(), client.clone())
                .for_resource(provider.resource.clone()),
            provider,
        });
        Self(known.collect())
    }

    /// As [`Issuer::with_nonces_of`], each.
    #[must_use]
    pub fn with_nonces_of(self, secret: &str) -> Self {
        let all = self.0.into_iter();
        Self(all.map(|known| Known { issuer: known.issuer.with_nonces_of(secret), ..known }).collect())
    }

    /// As [`Issuer::verify`], by the one issuer that the token names: what it is judged by is that issuer's alone.
    ///
    /// # Errors
    /// As [`Issuer::verify`]; `token-invalid` for a token of an issuer that is not known.
    pub async fn verify(&self, headers: &HeaderMap, asked: &Asked<'_>) -> Result<Shown<'_>, ApiError> {
        let shown = ShownToken::read(headers).ok_or(ProblemCode::TokenInvalid)?;
        let known = self.named_by(shown.token()).ok_or(ProblemCode::TokenInvalid)?;
        let claims = known.issuer.verify(headers, asked).await?;
        let assurance = known.provider.level_of(claims.acr.as_deref());
        Ok(Shown { issuer: &known.issuer, claims, assurance })
    }

    /// The issuer and the session of its that has ended, by a logout token: as [`Issuer::ended_session`].
    ///
    /// # Errors
    /// As [`Issuer::ended_session`]; `logout-invalid` for a token of an issuer that is not known.
    pub async fn ended_session(&self, token: &str) -> Result<(&str, String), ApiError> {
        let known = self.named_by(token).ok_or(ProblemCode::LogoutInvalid)?;
        let sid = known.issuer.ended_session(token, &known.provider.client_id).await?;
        Ok((known.issuer.url(), sid))
    }

    /// The issuer with this identifier.
    #[must_use]
    pub fn find(&self, url: &str) -> Option<&Issuer> {
        self.0.iter().map(|known| &known.issuer).find(|issuer| issuer.url() == url)
    }

    fn named_by(&self, token: &str) -> Option<&Known> {
        // Which keys have to hold is all that is believed of it yet.
        let claimed: Claimed = insecure_decode_claims(token).ok()?;
        self.0.iter().find(|known| known.provider.issuer == claimed.iss)
    }
}
