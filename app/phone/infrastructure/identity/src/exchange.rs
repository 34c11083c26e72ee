//! A token for somebody else than the platform, got for the platform's own (RFC 8693): it is good for that one audience and for minutes,
//! and names the person as that audience alone knows them. Whoever is shown it can go nowhere else with it.

use jiff::Timestamp;
use openidconnect::{HttpRequest, core::CoreTokenResponse};

use crate::{
    Credentials, Identity, IdentityError, Target,
    access::shown,
    error::refused,
    tokens::{Access, access_of, form_request},
};

/// RFC 8693 2.1.
const GRANT: &str = "urn:ietf:params:oauth:grant-type:token-exchange";
/// RFC 8693 3.
const ACCESS_TOKEN: &str = "urn:ietf:params:oauth:token-type:access_token";

impl Identity {
    /// What goes with one request to the service whose `audience` the issuer knows.
    ///
    /// # Errors
    /// As [`Identity::credentials`]; [`IdentityError::Refused`] when the issuer gives no token for this audience. The platform's own is
    /// shown to nobody else.
    pub async fn credentials_for(
        &self,
        audience: &str,
        target: &Target<'_>,
        now: Timestamp,
    ) -> Result<Credentials, IdentityError> {
        let own = self.access(now).await?;
        shown(&self.exchanged(&own, audience, now).await?, target, now)
    }

    async fn exchanged(&self, own: &Access, audience: &str, now: Timestamp) -> Result<Access, IdentityError> {
        let provider = self.endpoints().await?;
        let endpoint =
            provider.token_endpoint().ok_or_else(|| refused("the provider has no token endpoint"))?;
        let request = request(endpoint.url().as_str(), &own.token, audience, &self.options.client_id)
            .map_err(|_| refused("the exchange cannot be asked for"))?;
        let send = self.http.token_sender(own.key.clone(), now);
        let answer = send(request).await.map_err(|error| error.during("exchange"))?;
        if !answer.status().is_success() {
            return Err(refused("the provider exchanges no token"));
        }
        let answer: CoreTokenResponse =
            serde_json::from_slice(answer.body()).map_err(|_| refused("the exchanged token is malformed"))?;
        let exchanged = access_of(&answer, own.key.clone(), now)?;
        // A token that another could use is none for somebody else's hands.
        let is_bound = own.key.is_none() || exchanged.key.as_ref().is_some();
        if is_bound { Ok(exchanged) } else { Err(refused("the exchanged token is bound to no key")) }
    }
}

fn request(
    endpoint: &str,
    token: &str,
    audience: &str,
    client_id: &str,
) -> Result<HttpRequest, crate::http::HttpError> {
    let form = [
        ("grant_type", GRANT),
        ("subject_token", token),
        ("subject_token_type", ACCESS_TOKEN),
        ("requested_token_type", ACCESS_TOKEN),
        ("audience", audience),
        ("client_id", client_id),
    ];
    form_request(endpoint, &form)
}
