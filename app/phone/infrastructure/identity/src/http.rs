//! How the provider is asked: never over plain HTTP, never through a redirect, never more than bearable, with a proof of the
//! session's key where there is one (RFC 9449).

use std::{
    collections::BTreeMap,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use fingertip_contract::is_secure_address;
use jiff::Timestamp;
use openidconnect::{HttpRequest, HttpResponse, http};
use url::Url;

use crate::{
    IdentityError,
    dpop::{Key, Prover},
};

/// Why a request failed, without the address (it may hold a code).
#[derive(Debug, thiserror::Error)]
pub(crate) enum HttpError {
    #[error("request failed")]
    Send(#[source] reqwest::Error),
    #[error("answer is malformed")]
    Answer(#[source] http::Error),
    #[error("answer is too large")]
    TooLarge,
    #[error("the address is neither https nor this device")]
    Insecure,
    /// Whoever answered says nothing of what was asked: a busy provider, or a network that wants a sign-in of its own first.
    #[error("answer has status {0}")]
    Busy(u16),
    #[error("no proof can be made")]
    Proof,
}

impl HttpError {
    /// What this means for whoever did `reason`.
    pub(crate) fn during(&self, reason: &'static str) -> IdentityError {
        match self {
            Self::Insecure => IdentityError::Insecure { what: reason },
            _ => IdentityError::Unreachable { reason },
        }
    }
}

/// The most that an answer may hold, in bytes.
const MOST_BYTES: usize = 1 << 20;

/// A request on its way.
type Sending = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpError>> + Send>>;

/// How often a request goes out again with the server's own nonce. A server that is never content is left.
const REPEATS: u8 = 1;

/// Asks the provider, and remembers what its servers want to see in proofs.
#[derive(Clone)]
pub(crate) struct Http {
    client: reqwest::Client,
    /// The nonce that each origin gave last (RFC 9449 8).
    nonces: Arc<Mutex<BTreeMap<String, String>>>,
    /// What time it was for whoever answered last.
    clock: Arc<Mutex<Option<Timestamp>>>,
}

impl Http {
    pub(crate) fn new() -> Result<Self, IdentityError> {
        let client = reqwest::Client::builder()
            // The library's advice: a redirect of the token endpoint could be used to reach other hosts.
            .redirect(reqwest::redirect::Policy::none())
            .timeout(Duration::from_secs(20))
            .build()
            .map_err(|_| IdentityError::Unreachable { reason: "there is no client for HTTP" })?;
        Ok(Self { client, nonces: Arc::default(), clock: Arc::default() })
    }

    /// The time that the last answer names (`Date`, RFC 9110 6.6.1).
    pub(crate) fn their_time(&self) -> Option<Timestamp> {
        *self.clock.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends `request` once.
    pub(crate) async fn send(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        if !is_secure_address(&request.uri().to_string()) {
            return Err(HttpError::Insecure);
        }
        let request =
            reqwest::Request::try_from(request).map_err(|error| HttpError::Send(error.without_url()))?;
        let mut answer =
            self.client.execute(request).await.map_err(|error| HttpError::Send(error.without_url()))?;
        let status = answer.status();
        let date = answer.headers().get(http::header::DATE).and_then(|value| value.to_str().ok());
        let date = date.and_then(|text| jiff::fmt::rfc2822::parse(text).ok()).map(|date| date.timestamp());
        *self.clock.lock().unwrap_or_else(PoisonError::into_inner) = date;
        if !status.is_success() && !status.is_client_error() || matches!(status.as_u16(), 408 | 425 | 429) {
            return Err(HttpError::Busy(status.as_u16()));
        }
        let mut builder = http::Response::builder().status(status);
        for (name, value) in answer.headers() {
            builder = builder.header(name, value);
        }
        let mut body = Vec::new();
        while let Some(part) = answer.chunk().await.map_err(|error| HttpError::Send(error.without_url()))? {
            if body.len() + part.len() > MOST_BYTES {
                return Err(HttpError::TooLarge);
            }
            body.extend_from_slice(&part);
        }
        builder.body(body).map_err(HttpError::Answer)
    }

    /// Sends `request` with a proof by `prover`, and once more where the server wants its nonce in it (RFC 9449 8, 9).
    pub(crate) async fn send_proved(
        &self,
        request: HttpRequest,
        prover: Option<Prover<'_>>,
    ) -> Result<HttpResponse, HttpError> {
        let Some(prover) = prover else { return self.send(request).await };
        let url = Url::parse(&request.uri().to_string()).map_err(|_| HttpError::Insecure)?;
        let origin = url.origin().ascii_serialization();
        let mut used = self.nonce(&origin);
        let mut n_left = REPEATS;
        loop {
            let mut proved = request.clone();
            let proof = prover.prove(request.method().as_str(), &url, used.as_deref());
            let proof = proof.ok().and_then(|proof| proof.try_into().ok()).ok_or(HttpError::Proof)?;
            proved.headers_mut().insert("dpop", proof);
            let answer = self.send(proved).await?;
            let given = answer.headers().get("dpop-nonce").and_then(|value| value.to_str().ok());
            let Some(given) = given.map(str::to_owned) else { return Ok(answer) };
            let is_new = used.as_ref() != Some(&given);
            let mut nonces = self.nonces.lock().unwrap_or_else(PoisonError::into_inner);
            nonces.insert(origin.clone(), given.clone());
            drop(nonces);
            if n_left == 0 || !is_new || !wants_nonce(&answer) {
                return Ok(answer);
            }
            n_left -= 1;
            used = Some(given);
        }
    }

    /// Sends what the library asks of the token endpoint, with proofs by `key` where there is one. Free of borrows: a future that
    /// holds some is not `Send` in the library's hands.
    pub(crate) fn token_sender(
        &self,
        key: Option<Arc<Key>>,
        now: Timestamp,
    ) -> impl Fn(HttpRequest) -> Sending + Send + Sync + use<> {
        let http = self.clone();
        move |request| {
            let (http, key) = (http.clone(), key.clone());
            Box::pin(async move {
                let prover = key.as_deref().map(|key| Prover::new(key, None, now));
                http.send_proved(request, prover).await
            })
        }
    }

    fn nonce(&self, origin: &str) -> Option<String> {
        self.nonces.lock().unwrap_or_else(PoisonError::into_inner).get(origin).cloned()
    }
}

/// RFC 9449 8 (authorisation server, in the body) and 9 (resource server, in the challenge).
fn wants_nonce(answer: &HttpResponse) -> bool {
    let challenged = answer.headers().get_all(http::header::WWW_AUTHENTICATE).iter();
    let mut challenged = challenged.filter_map(|value| value.to_str().ok());
    let body: Option<serde_json::Value> = serde_json::from_slice(answer.body()).ok();
    answer.status().is_client_error()
        && (challenged.any(|text| text.contains("use_dpop_nonce"))
            || body.is_some_and(|body| body["error"] == "use_dpop_nonce"))
}
