//! Who gets in: the browser that was given the address, and no other page, port or name of this machine.

use std::sync::{Arc, Mutex, PoisonError};

use axum::{
    extract::{Query, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use rand::RngCore;

use crate::{Parameters, Served};

/// Which page a browser asks for (Fetch Metadata).
const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// What a browser may do with any answer: keep none, guess no type, tell nobody where it comes from, hand it to no other page. A page
/// has a content policy of its own.
const HEADERS: [(HeaderName, &str); 6] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
];

pub(crate) struct Guard {
    /// The one name that this port answers to.
    host: String,
    /// The folder of every page, which nobody guesses. A browser shows a cookie to every port of a machine (RFC 6265 8.5) but only
    /// below the cookie's path: so no other port's server is shown this one's.
    folder: String,
    /// The token of the address, until it was used.
    token: Mutex<Option<String>>,
    /// The cookie that stands for it, with a name of its own port's: another port's of the same name would take its place.
    cookie: String,
}

/// What a request comes to.
enum Entry {
    Open,
    /// The address was opened for the first time.
    Begin,
    Closed,
}

impl Guard {
    /// The guard of a port.
    pub(crate) fn new(port: u16) -> Self {
        Self {
            host: format!("127.0.0.1:{port}"),
            folder: random(),
            token: Mutex::new(Some(random())),
            cookie: format!("fingertip-{port}={}", random()),
        }
    }

    /// The address that works once.
    pub(crate) fn address(&self) -> String {
        let token = self.token().clone().unwrap_or_default();
        format!("http://{}{}?token={token}", self.host, self.path())
    }

    /// The path of the first page; all others lie below it.
    pub(crate) fn path(&self) -> String {
        format!("/{}/", self.folder)
    }

    /// The address of a page's web socket.
    pub(crate) fn socket(&self, name: &str) -> String {
        let below = if name.is_empty() { String::new() } else { format!("/{name}") };
        format!("ws://{}{}ws{below}", self.host, self.path())
    }

    fn token(&self) -> std::sync::MutexGuard<'_, Option<String>> {
        self.token.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn judge(&self, request: &Request) -> Entry {
        let headers = request.headers();
        if !self.is_own(headers) || !request.uri().path().starts_with(&self.path()) {
            return Entry::Closed;
        }
        if the_one(headers, &header::COOKIE)
            .is_some_and(|cookies| cookies.split("; ").any(|cookie| cookie == self.cookie))
        {
            return Entry::Open;
        }
        let given = Query::<Parameters>::try_from_uri(request.uri())
            .ok()
            .and_then(|query| query.0.get("token").cloned());
        // Looking at the address, as programs do that draw a preview, is not opening it.
        let is_opened = request.method() == Method::GET && request.uri().path() == self.path();
        let mut token = self.token();
        if is_opened && given.is_some() && *token == given {
            *token = None;
            return Entry::Begin;
        }
        Entry::Closed
    }

    /// Whether a request comes from a page of this port, or from none: from the person.
    fn is_own(&self, headers: &HeaderMap) -> bool {
        // A page of another site could otherwise reach this port under a name of its own.
        if the_one(headers, &header::HOST) != Some(self.host.as_str()) {
            return false;
        }
        // A web socket can be opened from any page, and browsers always say which (RFC 6455 10.2).
        let is_socket = headers.contains_key(header::UPGRADE);
        let origin = format!("http://{}", self.host);
        let is_own_origin = match headers.contains_key(header::ORIGIN) {
            true => the_one(headers, &header::ORIGIN) == Some(origin.as_str()),
            false => !is_socket,
        };
        // Another port's page is of the same site, so it sends the cookie; a picture or a link on it sends no origin.
        let is_own_site = match headers.contains_key(SEC_FETCH_SITE) {
            true => matches!(the_one(headers, &SEC_FETCH_SITE), Some("same-origin" | "none")),
            false => true,
        };
        is_own_origin && is_own_site
    }
}

/// A header that stands once.
fn the_one<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next().filter(|_| values.next().is_none());
    value.and_then(|value| value.to_str().ok())
}

/// What nobody guesses, in letters and digits.
pub(crate) fn random() -> String {
    let mut bytes = [0; 24];
    rand::rng().fill_bytes(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) async fn guarded(State(served): State<Arc<Served>>, request: Request, next: Next) -> Response {
    let guard = &served.guard;
    let mut response = match guard.judge(&request) {
        Entry::Open => next.run(request).await,
        Entry::Begin => {
            let path = guard.path();
            let cookie = format!("{}; HttpOnly; SameSite=Strict; Path={path}", guard.cookie);
            ([(header::SET_COOKIE, cookie)], Redirect::to(&path)).into_response()
        }
        Entry::Closed => {
            let words = "This address works once. Start the program again for a new one.\n";
            (StatusCode::FORBIDDEN, words).into_response()
        }
    };
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}
