//! What the provider announces of itself (OpenID Connect Discovery 1.0).

use std::{
    sync::PoisonError,
    time::{Duration, Instant},
};

use fingertip_contract::{is_loopback_address, is_secure_address};
use openidconnect::{
    AdditionalProviderMetadata, IssuerUrl, ProviderMetadata,
    core::{
        CoreAuthDisplay, CoreClaimName, CoreClaimType, CoreClientAuthMethod, CoreGrantType, CoreJsonWebKey,
        CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreResponseMode, CoreResponseType,
        CoreSubjectIdentifierType,
    },
};
use serde::{Deserialize, Serialize};
use url::Url;

use crate::{Identity, IdentityError, dpop};

/// What providers announce besides what the library reads.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Announced {
    /// RFC 9207 3: every answer of the authorisation endpoint names its issuer.
    #[serde(default, rename = "authorization_response_iss_parameter_supported")]
    pub(crate) names_issuer: bool,
    /// RFC 8414 2: where a token is given back (RFC 7009).
    pub(crate) revocation_endpoint: Option<String>,
    /// RFC 9126 5: where a request is left before the person is sent.
    #[serde(rename = "pushed_authorization_request_endpoint")]
    pub(crate) pushed_request_endpoint: Option<String>,
    /// RFC 9449 5.1: the algorithms of proofs; none where tokens are bound to no key.
    #[serde(default, rename = "dpop_signing_alg_values_supported")]
    proof_algorithms: Vec<String>,
}

impl Announced {
    /// Whether tokens can be bound to a key as it is made here.
    pub(crate) fn binds_tokens(&self) -> bool {
        self.proof_algorithms.iter().any(|algorithm| algorithm == dpop::ALGORITHM)
    }
}

impl AdditionalProviderMetadata for Announced {}

/// The library's `CoreProviderMetadata`, with what else is [`Announced`].
pub(crate) type Provider = ProviderMetadata<
    Announced,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// How long it is gone by what a provider announced of its endpoints, where no key of its is looked at.
const ENDPOINTS_AGE: Duration = Duration::from_secs(600);

impl Identity {
    /// The provider as it announced itself lately: good for asking its endpoints, not for judging what it signed.
    pub(crate) async fn endpoints(&self) -> Result<Provider, IdentityError> {
        let kept = self.endpoints.lock().unwrap_or_else(PoisonError::into_inner).clone();
        match kept.filter(|(_, at)| at.elapsed() < ENDPOINTS_AGE) {
            Some((provider, _)) => Ok(provider),
            None => self.provider().await,
        }
    }

    /// The provider as it announces itself now, with its keys. Where nobody may be sent to what it announces, nothing is gone by that it
    /// announced before.
    pub(crate) async fn provider(&self) -> Result<Provider, IdentityError> {
        let announced = self.announced().await;
        let mut kept = self.endpoints.lock().unwrap_or_else(PoisonError::into_inner);
        match &announced {
            Ok(provider) => *kept = Some((provider.clone(), Instant::now())),
            Err(IdentityError::Insecure { .. }) => *kept = None,
            // It is not to be had now.
            Err(_) => {}
        }
        announced
    }

    async fn announced(&self) -> Result<Provider, IdentityError> {
        let issuer = IssuerUrl::new(self.options.issuer.clone())
            .map_err(|_| IdentityError::Refused { reason: "the issuer is no address" })?;
        if !is_secure_address(issuer.as_str()) {
            return Err(IdentityError::Insecure { what: "the issuer" });
        }
        let http = self.http.clone();
        // What is given to the library must be free of borrows to be `Send`.
        let send = move |request| {
            let http = http.clone();
            async move { http.send(request).await }
        };
        let provider = Provider::discover_async(issuer, &send).await.map_err(|error| match error {
            openidconnect::DiscoveryError::Request(error) => error.during("discovery"),
            openidconnect::DiscoveryError::Validation(_) => {
                IdentityError::Refused { reason: "what the provider announces" }
            }
            // A page where metadata should be is more often a network's than the provider's.
            _ => IdentityError::Unreachable { reason: "discovery" },
        })?;
        check_endpoints(&provider)?;
        Ok(provider)
    }
}

/// Each endpoint that is sent something secret must be safe to send it to; a provider elsewhere announces none on this device.
fn check_endpoints(provider: &Provider) -> Result<(), IdentityError> {
    let announced = provider.additional_metadata();
    let endpoints = [
        ("the authorisation endpoint", Some(provider.authorization_endpoint().url().as_str())),
        ("the token endpoint", provider.token_endpoint().map(|endpoint| endpoint.url().as_str())),
        ("the userinfo endpoint", provider.userinfo_endpoint().map(|endpoint| endpoint.url().as_str())),
        ("the keys", Some(provider.jwks_uri().url().as_str())),
        ("the revocation endpoint", announced.revocation_endpoint.as_deref()),
        ("the endpoint for pushed requests", announced.pushed_request_endpoint.as_deref()),
    ];
    let is_local = is_loopback_address(provider.issuer().url());
    let is_safe = |address: &str| match Url::parse(address) {
        Ok(url) => url.scheme() == "https" || is_local && is_loopback_address(&url),
        Err(_) => false,
    };
    match endpoints.into_iter().find(|(_, address)| address.is_some_and(|address| !is_safe(address))) {
        Some((what, _)) => Err(IdentityError::Insecure { what }),
        None => Ok(()),
    }
}
