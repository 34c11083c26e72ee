//! Waits on loopback for the provider's redirect (RFC 8252 7.3): any free port, one answer, then closed.
//!
//! Every program and every page on this machine can knock here, so nobody's knock ends the waiting but the one that holds the
//! state of this sign-in, and nobody's slowness keeps that one out.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::Arc,
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    task::JoinSet,
    time::{sleep, timeout},
};
use url::Url;

use crate::IdentityError;

/// Where the provider sends the person's browser.
pub(crate) const PATH: &str = "/cb";

/// How long a person may take to sign in.
const PATIENCE: Duration = Duration::from_secs(600);
/// How long a visitor may take to say what they want.
const VISIT: Duration = Duration::from_secs(5);
/// How much they may say. A provider's redirect is far below; but a browser brings the cookies of every port of this machine.
const MOST_BYTES: usize = 64 << 10;
/// How many may talk at once. One more, and the longest there is sent away: a browser says at once what it wants.
const MOST_VISITORS: usize = 64;

/// The errors that a provider can send back: RFC 6749 4.1.2.1, OpenID Connect Core 3.1.2.6. Any other word is not repeated, as
/// nobody knows what it is.
const ERRORS: [&str; 12] = [
    "invalid_request",
    "unauthorized_client",
    "unsupported_response_type",
    "invalid_scope",
    "server_error",
    "temporarily_unavailable",
    "interaction_required",
    "login_required",
    "account_selection_required",
    "consent_required",
    "invalid_request_object",
    "request_not_supported",
];

/// What is waited for.
pub(crate) struct Expected {
    /// The state that this sign-in went out with.
    pub(crate) state: String,
    /// The provider that it was sent to.
    pub(crate) issuer: String,
    /// Whether that provider announces that its answers name it.
    pub(crate) names_issuer: bool,
}

impl Expected {
    /// The code, or the error, of the answer to this sign-in; none where `target` is anything else.
    fn read(&self, target: &str) -> Option<Result<String, IdentityError>> {
        let url = Url::parse(&format!("http://127.0.0.1{target}")).ok()?;
        if !target.starts_with(PATH) || url.path() != PATH {
            return None;
        }
        let mut parameters = BTreeMap::new();
        for (name, value) in url.query_pairs() {
            // RFC 6749 3.1: no parameter stands twice.
            if parameters.insert(name, value).is_some() {
                return None;
            }
        }
        let parameter = |name: &str| parameters.get(name).map(|value| &**value);
        if parameter("state") != Some(self.state.as_str()) {
            return None;
        }
        // RFC 9207 2.4: compared as it stands, before anything else in the answer, errors too, is believed.
        match parameter("iss") {
            Some(issuer) if issuer != self.issuer => return Some(refused("the answer is another issuer's")),
            None if self.names_issuer => return Some(refused("the answer does not name its issuer")),
            _ => {}
        }
        Some(match (parameter("code"), parameter("error")) {
            (Some(code), None) => Ok(code.to_owned()),
            (_, Some("access_denied")) => Err(IdentityError::Cancelled),
            (_, Some(error)) => {
                refused(ERRORS.into_iter().find(|known| *known == error).unwrap_or("an unknown error"))
            }
            (None, None) => refused("the answer has neither code nor error"),
        })
    }
}

fn refused<T>(reason: &'static str) -> Result<T, IdentityError> {
    Err(IdentityError::Refused { reason })
}

/// The browser that brought the answer. It waits for its page until it is known what became of the sign-in.
pub(crate) struct Browser(TcpStream);

impl Browser {
    /// Shows the person what became of it.
    pub(crate) async fn show(self, is_signed_in: bool, page: &str) {
        let status = if is_signed_in { "200 OK" } else { "403 Forbidden" };
        // A browser that was closed meanwhile changes nothing.
        let _ = timeout(VISIT, respond(self.0, status, page)).await;
    }
}

/// Turns everybody away with `not_ours` until the answer comes that is `expected`.
pub(crate) async fn wait(
    listener: TcpListener,
    expected: Expected,
    not_ours: String,
) -> Result<(Result<String, IdentityError>, Browser), IdentityError> {
    let door = Arc::new((expected, not_ours));
    let found = timeout(PATIENCE, async {
        let mut visits = JoinSet::new();
        let mut talking = VecDeque::new();
        loop {
            tokio::select! {
                Some(visit) = visits.join_next() => {
                    if let Ok(Ok(Some(answer))) = visit {
                        return answer;
                    }
                }
                visitor = listener.accept() => {
                    let Ok((stream, _)) = visitor else {
                        // The visitor hung up, or too much is open on this device: neither is the person's fault.
                        sleep(Duration::from_millis(100)).await;
                        continue;
                    };
                    let door = door.clone();
                    talking.push_back(visits.spawn(async move { timeout(VISIT, receive(stream, &door.0, &door.1)).await }));
                    if talking.len() > MOST_VISITORS && let Some(longest) = talking.pop_front() {
                        longest.abort();
                    }
                }
            }
        }
    });
    found.await.map_err(|_| IdentityError::TimedOut)
}

async fn receive(
    mut stream: TcpStream,
    expected: &Expected,
    not_ours: &str,
) -> Option<(Result<String, IdentityError>, Browser)> {
    let target = read_target(&mut stream).await.ok()?;
    if let Some(answer) = target.and_then(|target| expected.read(&target)) {
        return Some((answer, Browser(stream)));
    }
    respond(stream, "404 Not Found", not_ours).await.ok()?;
    None
}

/// The target of `GET target HTTP/1.1`.
async fn read_target(stream: &mut TcpStream) -> std::io::Result<Option<String>> {
    let mut head = Vec::new();
    let mut part = [0; 2048];
    let mut seen = 0;
    // The whole head, or the system would cut the connection under the answer.
    while !head[seen..].windows(4).any(|window| window == b"\r\n\r\n") {
        seen = head.len().saturating_sub(3);
        let read = stream.read(&mut part).await?;
        if read == 0 || head.len() + read > MOST_BYTES {
            return Ok(None);
        }
        head.extend_from_slice(&part[..read]);
    }
    let line = std::str::from_utf8(&head).ok().and_then(|text| text.lines().next());
    let mut words = line.unwrap_or_default().split(' ');
    Ok(match (words.next(), words.next(), words.next(), words.next()) {
        (Some("GET"), Some(target), Some(version), None) if version.starts_with("HTTP/1.") => {
            Some(target.to_owned())
        }
        _ => None,
    })
}

async fn respond(mut stream: TcpStream, status: &str, page: &str) -> std::io::Result<()> {
    let answer = format!(
        "HTTP/1.1 {status}\r\n\
         content-type: text/html; charset=utf-8\r\n\
         content-length: {}\r\n\
         cache-control: no-store\r\n\
         content-security-policy: default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n\
         cross-origin-opener-policy: same-origin\r\n\
         cross-origin-resource-policy: same-origin\r\n\
         referrer-policy: no-referrer\r\n\
         x-content-type-options: nosniff\r\n\
         connection: close\r\n\r\n{page}",
        page.len()
    );
    stream.write_all(answer.as_bytes()).await?;
    stream.shutdown().await
}

#[cfg(test)]
mod tests;
