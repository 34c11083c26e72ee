//! How a request is sent and its answer read: token, one more try, problems.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use bytes::Bytes;
use fingertip_contract::{
    Problem, ProblemCode,
    api::{self, Caller, Operation, Route},
    is_secure_address,
};
use fingertip_standard::RunningApp;
use reqwest::{Body, Client, Method, RequestBuilder, Response, StatusCode, Url, header, redirect};
use serde::{Serialize, de::DeserializeOwned};
use tokio::time::timeout;

use crate::{
    error::{PlatformError, RetryAfter},
    progress::{Limits, Pieces, Progress},
    token::{Credentials, Target, TokenSource},
};

/// The most that an answer may hold: a catalogue of a nation is the largest.
const MOST_BYTES: usize = 64 << 20;

/// The most that is remembered of one answer.
const MOST_REMEMBERED: usize = 4 << 20;

/// How many redirects are followed.
const MOST_REDIRECTS: usize = 3;

/// Sends requests to one platform.
#[derive(Clone)]
pub(crate) struct Sender {
    base: String,
    client: Client,
    tokens: Arc<dyn TokenSource>,
    limits: Limits,
    /// The nonce that each origin gave last (RFC 9449 9).
    nonces: Arc<Mutex<BTreeMap<String, String>>>,
    /// What is asked for again and again, by its address.
    known: Arc<Mutex<BTreeMap<String, Known>>>,
}

/// What an address answered.
struct Known {
    etag: String,
    body: Vec<u8>,
}

/// A request that can be built again.
pub(crate) struct Call {
    url: String,
    method: Method,
    headers: Vec<(&'static str, String)>,
    body: Option<Bytes>,
    needs_token: bool,
    audience: Option<String>,
    is_safe_to_repeat: bool,
    is_remembered: bool,
    most_bytes: usize,
}

impl Call {
    /// To an address that is no door of the platform's table.
    fn to(method: Method, url: &str, needs_token: bool) -> Result<Self, PlatformError> {
        if !is_secure_address(url) {
            return Err(PlatformError::Insecure);
        }
        Ok(Self {
            url: url.to_owned(),
            method,
            headers: Vec::new(),
            body: None,
            needs_token,
            audience: None,
            is_safe_to_repeat: true,
            is_remembered: false,
            most_bytes: MOST_BYTES,
        })
    }

    /// Of whose answer no more than so many bytes are read.
    pub(crate) fn at_most(mut self, bytes: usize) -> Self {
        self.most_bytes = bytes;
        self
    }

    /// Of which an answer that is as it was is not sent again (RFC 9110 13.1.2).
    pub(crate) fn remembered(mut self) -> Self {
        self.is_remembered = true;
        self
    }

    /// Which asks for this kind of answer.
    pub(crate) fn accept(mut self, media_type: &str) -> Self {
        self.headers.push(("accept", media_type.to_owned()));
        self
    }

    /// With a body.
    pub(crate) fn json<T: Serialize>(mut self, body: &T) -> Result<Self, PlatformError> {
        let nonsense = |_| PlatformError::Nonsense { reason: "a body that can be written".into() };
        self.body = Some(serde_json::to_vec(body).map_err(nonsense)?.into());
        self.headers.push(("content-type", "application/json".into()));
        Ok(self)
    }

    /// With a piece of a file that begins at `offset`, in bytes.
    pub(crate) fn piece(mut self, offset: usize, piece: Bytes, is_last: bool) -> Self {
        self.headers.push(("content-type", api::PARTIAL_UPLOAD.into()));
        self.headers.push((api::UPLOAD_OFFSET, offset.to_string()));
        self.headers.push((api::UPLOAD_COMPLETE, if is_last { "?1" } else { "?0" }.into()));
        self.body = Some(piece);
        self
    }

    /// With the key that makes a repeated request the same.
    pub(crate) fn key(mut self, key: &str) -> Self {
        self.headers.push((api::IDEMPOTENCY_KEY, key.to_owned()));
        self
    }

    /// With the host's stamp of who is running; a guest has no way to write it.
    pub(crate) fn stamp(mut self, app: &RunningApp) -> Result<Self, PlatformError> {
        let stamp = serde_json::to_string(app)
            .map_err(|_| PlatformError::Nonsense { reason: "the mini-app's identity".into() })?;
        self.headers.push((api::RUNNING_APP, stamp));
        Ok(self)
    }
}

impl Sender {
    pub(crate) fn new(base: &str, tokens: Arc<dyn TokenSource>) -> Result<Self, PlatformError> {
        if !is_secure_address(base) {
            return Err(PlatformError::Insecure);
        }
        let client = Client::builder()
            .redirect(redirect::Policy::custom(stay))
            .connect_timeout(Duration::from_secs(5))
            .build();
        let client = client.map_err(|_| PlatformError::Nonsense { reason: "no HTTP client".into() })?;
        let base = base.trim_end_matches('/').to_owned();
        Ok(Self {
            base,
            client,
            tokens,
            limits: Limits::default(),
            nonces: Arc::default(),
            known: Arc::default(),
        })
    }

    /// Gives up after other times in which nothing moves.
    pub(crate) fn limit(&mut self, limits: Limits) {
        self.limits = limits;
    }

    /// The door of `operation`, with `ids` in its path.
    pub(crate) fn at(&self, operation: Operation, ids: &[&str]) -> Call {
        let route: Route = operation.route();
        Call {
            url: format!("{}{}", self.base, route.path_with(ids)),
            method: match route.method {
                api::Method::Get => Method::GET,
                api::Method::Head => Method::HEAD,
                api::Method::Patch => Method::PATCH,
                api::Method::Post => Method::POST,
                api::Method::Put => Method::PUT,
                api::Method::Delete => Method::DELETE,
            },
            headers: Vec::new(),
            body: None,
            needs_token: route.caller == Caller::Person,
            audience: None,
            is_safe_to_repeat: route.is_safe_to_repeat(),
            is_remembered: false,
            most_bytes: MOST_BYTES,
        }
    }

    /// A person's order at a service that is not the platform's own, always with a key.
    pub(crate) fn elsewhere(url: &str, audience: Option<&str>, key: &str) -> Result<Call, PlatformError> {
        let call = Call::to(Method::POST, url, true)?;
        Ok(Call { audience: audience.map(str::to_owned), ..call }.key(key))
    }

    /// What the issuer knows of the person's own sign-ins, at an address of its own.
    pub(crate) fn at_issuer(method: Method, url: &str) -> Result<Call, PlatformError> {
        Call::to(method, url, true)
    }

    /// What somebody else than the platform publishes for everybody. No token goes there, and nothing of the person.
    pub(crate) fn published(url: &str) -> Result<Call, PlatformError> {
        Call::to(Method::GET, url, false)
    }

    /// The answer as what it should be.
    pub(crate) async fn ask<T: DeserializeOwned>(&self, call: &Call) -> Result<T, PlatformError> {
        let body = self.body(call).await?;
        serde_json::from_slice(&body).map_err(|error| PlatformError::Nonsense {
            reason: format!("{}: {}", std::any::type_name::<T>(), kind_of(&error)),
        })
    }

    /// The body of an answer that is no problem. A token that is not taken is followed by a fresh one, once.
    pub(crate) async fn body(&self, call: &Call) -> Result<Vec<u8>, PlatformError> {
        match self.answer(call).await {
            Err(PlatformError::TokenNotTaken) if call.needs_token => {
                self.tokens.drop_token().await;
                self.answer(call).await
            }
            other => other,
        }
    }

    async fn answer(&self, call: &Call) -> Result<Vec<u8>, PlatformError> {
        Ok(self.tagged_answer(call).await?.0)
    }

    /// Sends it and reads what is answered, with its entity tag if it has one; what is as it was comes from what is remembered.
    pub(crate) async fn tagged_answer(
        &self,
        call: &Call,
    ) -> Result<(Vec<u8>, Option<String>), PlatformError> {
        let answer = self.send(call).await?;
        let known = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if call.is_remembered
            && answer.status() == StatusCode::NOT_MODIFIED
            && let Some(same) = known().get(&call.url)
        {
            return Ok((same.body.clone(), Some(same.etag.clone())));
        }
        let etag =
            answer.headers().get(header::ETAG).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let body = self.read(answer, call.most_bytes).await?;
        if let Some(etag) = etag.clone().filter(|_| call.is_remembered && body.len() <= MOST_REMEMBERED) {
            known().insert(call.url.clone(), Known { etag, body: body.clone() });
        }
        Ok((body, etag))
    }

    /// Sends it, and once more where the server wants its nonce in the proof (RFC 9449 9): it did nothing yet.
    async fn send(&self, call: &Call) -> Result<Response, PlatformError> {
        let origin = Url::parse(&call.url).map_err(|_| PlatformError::Insecure)?.origin();
        let origin = origin.ascii_serialization();
        let used = self.nonces.lock().unwrap_or_else(PoisonError::into_inner).get(&origin).cloned();
        let answer = self.send_unbroken(call, used.as_deref()).await?;
        let given = answer.headers().get("dpop-nonce").and_then(|value| value.to_str().ok());
        let Some(given) = given.map(str::to_owned) else { return Ok(answer) };
        self.nonces.lock().unwrap_or_else(PoisonError::into_inner).insert(origin, given.clone());
        if call.needs_token && used.as_ref() != Some(&given) && wants_nonce(&answer) {
            return self.send_unbroken(call, Some(&given)).await;
        }
        Ok(answer)
    }

    /// Sends it, and once more when the connection broke before an answer and nothing can be done twice.
    async fn send_unbroken(&self, call: &Call, nonce: Option<&str>) -> Result<Response, PlatformError> {
        match self.send_once(call, nonce).await? {
            // With a proof of its own: the first one may have been seen.
            Err(error) if call.is_safe_to_repeat && has_broken(&error) => self.send_once(call, nonce).await?,
            other => other,
        }
        .map_err(|error| unreachable_or_slow(&error))
    }

    /// Sends it for as long as something moves.
    async fn send_once(
        &self,
        call: &Call,
        nonce: Option<&str>,
    ) -> Result<Result<Response, reqwest::Error>, PlatformError> {
        let mut request = self.build(call, nonce).await?;
        let progress = Progress::new(self.limits, call.body.is_some());
        if let Some(body) = &call.body {
            request = request.body(Body::wrap(Pieces::new(body.clone(), Arc::clone(&progress))));
        }
        tokio::select! {
            biased;
            answer = request.send() => Ok(answer),
            () = progress.stalled() => Err(PlatformError::TimedOut),
        }
    }

    async fn build(&self, call: &Call, nonce: Option<&str>) -> Result<RequestBuilder, PlatformError> {
        let mut request = self.client.request(call.method.clone(), &call.url);
        for (name, value) in &call.headers {
            request = request.header(*name, value);
        }
        if call.is_remembered
            && let Some(known) = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&call.url)
        {
            request = request.header(header::IF_NONE_MATCH, &known.etag);
        }
        if call.needs_token {
            let audience = call.audience.as_deref();
            let target = Target { method: call.method.as_str(), url: &call.url, nonce, audience };
            let Credentials { authorization, proof } = self.tokens.credentials(&target).await?;
            request = request.header(header::AUTHORIZATION, authorization);
            if let Some(proof) = proof {
                request = request.header("dpop", proof);
            }
        }
        Ok(request)
    }

    /// The answer's body, for as long as something of it comes, if it is no problem.
    async fn read(&self, mut answer: Response, most_bytes: usize) -> Result<Vec<u8>, PlatformError> {
        let status = answer.status();
        let retry_after = answer
            .headers()
            .get(header::RETRY_AFTER)
            .and_then(|value| RetryAfter::read(value.to_str().ok()?));
        let mut body = Vec::new();
        loop {
            let part =
                timeout(self.limits.read, answer.chunk()).await.map_err(|_| PlatformError::TimedOut)?;
            let Some(part) = part.map_err(|error| unreachable_or_slow(&error))? else { break };
            if body.len() + part.len() > most_bytes {
                return Err(PlatformError::Nonsense { reason: "an answer of bearable size".into() });
            }
            body.extend_from_slice(&part);
        }
        if status.is_success() {
            return Ok(body);
        }
        if status == StatusCode::UNAUTHORIZED {
            return Err(PlatformError::TokenNotTaken);
        }
        if status.is_redirection() {
            // Whoever sends elsewhere stands between: a network that wants a sign-in of its own first.
            return Err(PlatformError::Unreachable);
        }
        let refused =
            |code, words| PlatformError::Refused { status: status.as_u16(), code, words, retry_after };
        Err(match serde_json::from_slice::<Problem>(&body) {
            Ok(problem) => refused(problem.code, problem.detail),
            // Whatever stands before a platform answers in words of its own.
            Err(_) if status.is_server_error() => refused(ProblemCode::PlatformFailed, None),
            Err(_) => PlatformError::Nonsense { reason: format!("a problem with status {status}") },
        })
    }
}

/// A redirect is followed inside one origin and nowhere else: who is asked is who was named.
fn stay(attempt: redirect::Attempt<'_>) -> redirect::Action {
    let first = attempt.previous().first().map(Url::origin);
    if attempt.previous().len() > MOST_REDIRECTS || first != Some(attempt.url().origin()) {
        return attempt.stop();
    }
    attempt.follow()
}

/// RFC 9449 9.
fn wants_nonce(answer: &Response) -> bool {
    let challenges = answer.headers().get_all(header::WWW_AUTHENTICATE).iter();
    let mut challenges = challenges.filter_map(|value| value.to_str().ok());
    answer.status() == StatusCode::UNAUTHORIZED && challenges.any(|text| text.contains("use_dpop_nonce"))
}

/// Whether the connection was there and broke; one that never was would not be there at once either.
fn has_broken(error: &reqwest::Error) -> bool {
    error.is_request() && !error.is_timeout() && !error.is_connect()
}

fn unreachable_or_slow(error: &reqwest::Error) -> PlatformError {
    if error.is_timeout() { PlatformError::TimedOut } else { PlatformError::Unreachable }
}

/// The kind of a parse error, without the text that it quotes: the text may be a person's.
fn kind_of(error: &serde_json::Error) -> &'static str {
    match error.classify() {
        serde_json::error::Category::Io => "unreadable",
        serde_json::error::Category::Syntax => "not JSON",
        serde_json::error::Category::Data => "another shape",
        serde_json::error::Category::Eof => "cut off",
    }
}
