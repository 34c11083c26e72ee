//! Pushed authorisation requests (RFC 9126): what is asked goes to the provider directly, and the browser carries a handle of it.

use jiff::Timestamp;
use serde::Deserialize;
use url::Url;

use crate::{
    Identity, IdentityError,
    dpop::{Key, Prover},
    error::refused,
    provider::Provider,
    tokens::form_request,
};

/// RFC 9126 2.2, as far as it is needed here.
#[derive(Deserialize)]
struct Pushed {
    request_uri: String,
}

impl Identity {
    /// Leaves the request of `url` with the provider where it takes that; gives the address to open instead.
    pub(crate) async fn push(
        &self,
        provider: &Provider,
        url: Url,
        key: Option<&Key>,
    ) -> Result<Url, IdentityError> {
        let Some(endpoint) = &provider.additional_metadata().pushed_request_endpoint else { return Ok(url) };
        let asked: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        let asked: Vec<(&str, &str)> =
            asked.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let failed = "the pushed request";
        let request = form_request(endpoint, &asked).map_err(|error| error.during(failed))?;
        let prover = key.map(|key| Prover::new(key, None, Timestamp::now()));
        let answer = self.http.send_proved(request, prover).await.map_err(|error| error.during(failed))?;
        let pushed: Pushed = match answer.status().as_u16() {
            // RFC 9126 2.2 says 201.
            200 | 201 => serde_json::from_slice(answer.body()).ok(),
            _ => None,
        }
        .ok_or_else(|| refused("the provider does not take the pushed request"))?;
        let mut url = provider.authorization_endpoint().url().clone();
        url.query_pairs_mut()
            .append_pair("client_id", &self.options.client_id)
            .append_pair("request_uri", &pushed.request_uri);
        Ok(url)
    }
}
