//! What an id token must be (OpenID Connect Core 1.0, 3.1.3.7).

use jiff::{SignedDuration, Timestamp};
use openidconnect::{
    AccessTokenHash, ClaimsVerificationError, ClientId, Nonce, OAuth2TokenResponse,
    SignatureVerificationError, TokenResponse,
    core::{CoreIdTokenClaims, CoreIdTokenVerifier, CoreJwsSigningAlgorithm, CoreTokenResponse},
};

use crate::{Identity, IdentityError, error::refused, provider::Provider, sign_in::SignInOptions};

/// How far apart a device's clock and the provider's may be, in seconds.
const LEEWAY: i64 = 300;

/// How long a code may lie between a person's sign-in and its id token, in seconds.
const SIGN_IN: i64 = 60;

/// What a provider may sign with: a key of its own, and never nothing or a secret of ours.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
];

impl Identity {
    /// The claims of the id token in `answer`: signature, issuer, audience, nonce, times and the access token's hash hold. A key that is
    /// not among those that were announced may have been made since: they are asked for once more.
    pub(crate) async fn check_id_token(
        &self,
        provider: &mut Provider,
        answer: &CoreTokenResponse,
        nonce: &Nonce,
        now: Timestamp,
    ) -> Result<CoreIdTokenClaims, IdentityError> {
        let their_time = self.http.their_time();
        let claims = match self.verify(provider, answer, nonce) {
            Err(ClaimsVerificationError::SignatureVerification(
                SignatureVerificationError::NoMatchingKey | SignatureVerificationError::CryptoError(_),
            )) => {
                *provider = self.provider().await?;
                self.verify(provider, answer, nonce)
            }
            verified => verified,
        };
        let claims = claims.map_err(|error| refused(failed_check(&error)))?;
        let (issued, expires) = (claims.issue_time().timestamp(), claims.expiration().timestamp());
        check_times(issued, expires, now, their_time)?;
        Ok(claims)
    }

    fn verify(
        &self,
        provider: &Provider,
        answer: &CoreTokenResponse,
        nonce: &Nonce,
    ) -> Result<CoreIdTokenClaims, ClaimsVerificationError> {
        let verifier = CoreIdTokenVerifier::new_public_client(
            ClientId::new(self.options.client_id.clone()),
            provider.issuer().clone(),
            provider.jwks().clone(),
        );
        // Times are judged apart, where it can be told whose clock is wrong.
        let verifier = verifier.set_allowed_algs(ALGORITHMS).set_time_fn(Default::default);
        let malformed = |what: &str| ClaimsVerificationError::Other(what.to_owned());
        let id_token = answer.id_token().ok_or_else(|| malformed("none"))?;
        let claims = id_token.claims(&verifier, nonce)?;
        if let Some(expected) = claims.access_token_hash() {
            let algorithm = id_token.signing_alg().map_err(|_| malformed("algorithm"))?;
            let key =
                id_token.signing_key(&verifier).map_err(ClaimsVerificationError::SignatureVerification)?;
            let own = AccessTokenHash::from_token(answer.access_token(), algorithm, key)
                .map_err(|_| malformed("hash"))?;
            if own != *expected {
                return Err(malformed("another access token"));
            }
        }
        Ok(claims.clone())
    }
}

/// Whether a token that was just issued is good now. Where it is not, it is this device's clock that is wrong, unless the
/// provider's own `their_time` is no better.
fn check_times(
    issued: i64,
    expires: i64,
    now: Timestamp,
    their_time: Option<Timestamp>,
) -> Result<(), IdentityError> {
    let is_good = |at: Timestamp| {
        issued.saturating_sub(LEEWAY) <= at.as_second() && at.as_second() < expires.saturating_add(LEEWAY)
    };
    match their_time {
        _ if is_good(now) => Ok(()),
        Some(theirs) if !is_good(theirs) => Err(refused("the id token's times")),
        _ => Err(IdentityError::Clock),
    }
}

/// OpenID Connect Core 3.1.3.7, 12 and 13: whether the person was asked as recently and as strongly as they had to be. Both times are
/// the provider's own, so that no clock of a device counts.
pub(crate) fn check_step_up(
    claims: &CoreIdTokenClaims,
    options: &SignInOptions,
) -> Result<(), IdentityError> {
    if let Some(max_age) = options.max_age {
        let asked = claims.auth_time().ok_or_else(|| refused("it is not told when the person signed in"))?;
        let age = claims.issue_time().timestamp().saturating_sub(asked.timestamp());
        let most = i64::try_from(max_age.as_secs()).unwrap_or(i64::MAX).saturating_add(SIGN_IN);
        if age > most {
            return Err(refused("the person signed in too long ago"));
        }
    }
    let classes = &options.acr_values;
    let reached = claims.auth_context_ref().map(|class| class.as_str());
    if !classes.is_empty() && !classes.iter().any(|class| Some(class.as_str()) == reached) {
        return Err(refused("the person signed in less strongly than was asked for"));
    }
    Ok(())
}

/// When the person showed who they are (`auth_time`), by this device's clock: how long before the token was made is the provider's to say.
/// A provider that does not say it has asked just now, or it would have had to say so.
pub(crate) fn authenticated_at(claims: &CoreIdTokenClaims, now: Timestamp) -> Timestamp {
    let issued = claims.issue_time().timestamp();
    let age = claims.auth_time().map_or(0, |asked| issued.saturating_sub(asked.timestamp()).max(0));
    now.checked_sub(SignedDuration::from_secs(age)).unwrap_or(Timestamp::MIN)
}

/// Which check an id token fails. The library's own words hold the token's claims.
fn failed_check(error: &ClaimsVerificationError) -> &'static str {
    match error {
        ClaimsVerificationError::InvalidAudience(_) => "the id token is for another client",
        ClaimsVerificationError::InvalidIssuer(_) => "the id token is another issuer's",
        ClaimsVerificationError::InvalidNonce(_) => "the id token is for another sign-in",
        ClaimsVerificationError::SignatureVerification(_) => "the id token's signature",
        _ => "the id token",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_from_the_future_or_the_past_is_the_clocks_fault_unless_the_provider_says_so_too() {
        let at = |second| Timestamp::from_second(second).expect("a time");
        let (issued, expires) = (100_000, 100_900);
        for good in [100_000, 100_500, 99_800, 101_100] {
            assert!(check_times(issued, expires, at(good), None).is_ok(), "{good}");
        }
        for wrong in [0, 99_000, 102_000, 9_000_000] {
            for theirs in [None, Some(at(100_001))] {
                let checked = check_times(issued, expires, at(wrong), theirs);
                assert!(matches!(checked, Err(IdentityError::Clock)), "{wrong} {theirs:?}");
            }
            let checked = check_times(issued, expires, at(wrong), Some(at(wrong)));
            assert!(matches!(checked, Err(IdentityError::Refused { .. })), "{wrong}");
        }
    }
}
