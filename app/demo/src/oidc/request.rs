//! The authorisation request, read once at the door into what proves it was checked.

use url::Url;

use super::{
    params::Params,
    provider::{CLIENT_ID, SCOPES},
};

/// A checked request.
#[derive(Debug)]
pub(crate) struct AuthorizeRequest {
    /// Where the answer goes.
    pub(crate) redirect: Redirect,
    /// Granted scopes, in the provider's order.
    pub(crate) scope: String,
    /// The PKCE challenge.
    pub(crate) challenge: String,
    /// The client's nonce.
    pub(crate) nonce: Option<String>,
    /// The key that the code is to be bound to (`dpop_jkt`, RFC 9449 10).
    pub(crate) key: Option<String>,
}

/// A checked redirect address with the client's state.
#[derive(Debug, Clone)]
pub(crate) struct Redirect {
    /// As the client wrote it: the token request must repeat it.
    pub(crate) uri: String,
    url: Url,
    state: Option<String>,
}

/// Why a request is refused.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// The client or its address is unknown: answering there would make an open redirector.
    Page,
    /// The client is told.
    Client(Box<Redirect>, &'static str),
}

impl AuthorizeRequest {
    /// Checks the parameters.
    pub(crate) fn read(params: &Params) -> Result<Self, Refusal> {
        let redirect = Redirect::read(params).ok_or(Refusal::Page)?;
        if params.get("response_type").is_some_and(|kind| kind != "code") {
            return Err(Refusal::Client(Box::new(redirect), "unsupported_response_type"));
        }
        let asked = params.get("scope").unwrap_or_default();
        let scopes: Vec<&str> =
            SCOPES.into_iter().filter(|scope| asked.split(' ').any(|one| one == *scope)).collect();
        if !scopes.contains(&"openid") {
            return Err(Refusal::Client(Box::new(redirect), "invalid_scope"));
        }
        let is_s256 = params.get("code_challenge_method") == Some("S256");
        let challenge = params.get("code_challenge").filter(|text| is_s256 && is_challenge(text));
        let (Some(challenge), Some(_), false) =
            (challenge, params.get("response_type"), params.has_repeated())
        else {
            return Err(Refusal::Client(Box::new(redirect), "invalid_request"));
        };
        if params.get("prompt") == Some("none") {
            return Err(Refusal::Client(Box::new(redirect), "login_required"));
        }
        let own = |name: &str| params.get(name).map(str::to_owned);
        let (challenge, nonce, key) = (challenge.to_owned(), own("nonce"), own("dpop_jkt"));
        Ok(Self { redirect, scope: scopes.join(" "), challenge, nonce, key })
    }
}

impl Redirect {
    fn read(params: &Params) -> Option<Self> {
        if params.get("client_id") != Some(CLIENT_ID) {
            return None;
        }
        let uri = params.get("redirect_uri")?;
        let url = loopback(uri, "/cb")?;
        Some(Self { uri: uri.to_owned(), url, state: params.get("state").map(str::to_owned) })
    }

    /// The address with `name=value`, the state and the issuer (RFC 9207).
    pub(crate) fn with(&self, name: &str, value: &str, issuer: &str) -> String {
        let mut url = self.url.clone();
        let mut query = url.query_pairs_mut();
        query.append_pair(name, value);
        if let Some(state) = &self.state {
            query.append_pair("state", state);
        }
        query.append_pair("iss", issuer);
        drop(query);
        url.into()
    }
}

/// `uri` when it is plain HTTP to 127.0.0.1 on any port (RFC 8252, 7.3), with exactly this path.
pub(crate) fn loopback(uri: &str, path: &str) -> Option<Url> {
    let url = Url::parse(uri).ok()?;
    let is_plain = url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none();
    let is_loopback = url.scheme() == "http" && url.host_str() == Some("127.0.0.1") && url.path() == path;
    (is_plain && is_loopback).then_some(url)
}

/// A base64url SHA-256 (RFC 7636, 4.2).
fn is_challenge(text: &str) -> bool {
    text.len() == 43 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_loopback_callback_is_answered() {
        for good in ["http://127.0.0.1:1/cb", "http://127.0.0.1:65535/cb", "http://127.0.0.1/cb"] {
            assert!(loopback(good, "/cb").is_some(), "{good}");
        }
        for bad in [
            "https://127.0.0.1/cb",
            "http://localhost/cb",
            "http://127.0.0.1.evil.example/cb",
            "http://127.0.0.1@evil.example/cb",
            "http://u:p@127.0.0.1/cb",
            "http://127.0.0.1/cb?x=1",
            "http://127.0.0.1/cb#x",
            "http://127.0.0.1/cb/../other",
            "nonsense",
        ] {
            assert!(loopback(bad, "/cb").is_none(), "{bad}");
        }
    }
}
