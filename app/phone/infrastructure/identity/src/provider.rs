//! What the provider announces of itself (OpenID Connect Discovery 1.0).

use openidconnect::{
    AdditionalProviderMetadata, IssuerUrl, ProviderMetadata,
    core::{
        CoreAuthDisplay, CoreClaimName, CoreClaimType, CoreClientAuthMethod, CoreGrantType, CoreJsonWebKey,
        CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreResponseMode, CoreResponseType,
        CoreSubjectIdentifierType,
    },
};
use serde::{Deserialize, Serialize};

use crate::{Identity, IdentityError, http};

/// What providers announce besides what the library reads.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Announced {
    /// RFC 9207 3: every answer of the authorisation endpoint names its issuer.
    #[serde(default, rename = "authorization_response_iss_parameter_supported")]
    pub(crate) names_issuer: bool,
    /// RFC 8414 2: where a token is given back (RFC 7009).
    pub(crate) revocation_endpoint: Option<String>,
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

impl Identity {
    pub(crate) async fn provider(&self) -> Result<Provider, IdentityError> {
        let issuer = IssuerUrl::new(self.options.issuer.clone())
            .map_err(|_| IdentityError::Refused { reason: "the issuer is no address" })?;
        let client = self.client.clone();
        Provider::discover_async(issuer, &move |request| http::send(client.clone(), request)).await.map_err(
            |error| match error {
                openidconnect::DiscoveryError::Request(_) => {
                    IdentityError::Unreachable { reason: "discovery" }
                }
                _ => IdentityError::Refused { reason: "what the provider announces" },
            },
        )
    }
}
