//! Waits on loopback for the provider's redirect (RFC 8252 7.3): any free port, one request, then closed.

use std::time::Duration;

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    time::timeout,
};
use url::Url;

use crate::IdentityError;

/// How long a person may take to sign in.
const PATIENCE: Duration = Duration::from_secs(600);

/// What the provider sent back.
pub(crate) struct Redirected {
    pub(crate) code: String,
    pub(crate) state: String,
}

/// Answers requests until the provider's redirect has come. `page` is shown to the person in the browser.
pub(crate) async fn wait(listener: TcpListener, page: &str) -> Result<Redirected, IdentityError> {
    let found = timeout(PATIENCE, async {
        loop {
            let (mut stream, _) = listener.accept().await?;
            // A stray or slow visitor (a scanner, a browser's favicon) must not keep the person waiting.
            if let Ok(Ok(Some(url))) = timeout(Duration::from_secs(5), read_target(&mut stream)).await
                && let Some(answer) = parse(&url)
            {
                respond(&mut stream, "200 OK", page).await;
                return answer;
            }
            respond(&mut stream, "404 Not Found", "").await;
        }
    });
    found.await.unwrap_or(Err(IdentityError::TimedOut))
}

/// The target of `GET target HTTP/1.1`.
async fn read_target(stream: &mut TcpStream) -> std::io::Result<Option<Url>> {
    let mut head = Vec::new();
    let mut part = [0; 2048];
    while !head.windows(4).any(|window| window == b"\r\n\r\n") && head.len() < 16 << 10 {
        match stream.read(&mut part).await? {
            0 => break,
            read => head.extend_from_slice(&part[..read]),
        }
    }
    let text = String::from_utf8_lossy(&head);
    let target = text
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("GET "))
        .and_then(|rest| rest.split(' ').next());
    Ok(target.and_then(|target| Url::parse("http://127.0.0.1").ok()?.join(target).ok()))
}

fn parse(url: &Url) -> Option<Result<Redirected, IdentityError>> {
    if url.path() != "/cb" {
        return None;
    }
    let parameter =
        |name: &str| url.query_pairs().find(|(found, _)| found == name).map(|(_, value)| value.into_owned());
    match (parameter("code"), parameter("state"), parameter("error")) {
        (Some(code), Some(state), None) => Some(Ok(Redirected { code, state })),
        (_, _, Some(error)) if error == "access_denied" => Some(Err(IdentityError::Cancelled)),
        (_, _, Some(error)) => Some(Err(IdentityError::Refused {
            reason: format!("provider's error {:?}", error.chars().take(40).collect::<String>()),
        })),
        _ => None,
    }
}

async fn respond(stream: &mut TcpStream, status: &str, page: &str) {
    let answer = format!(
        "HTTP/1.1 {status}\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: {}\r\ncache-control: no-store\r\nconnection: close\r\n\r\n{page}",
        page.len()
    );
    // The person has what they need already; a browser that hangs up early changes nothing.
    let _ = stream.write_all(answer.as_bytes()).await;
    let _ = stream.shutdown().await;
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn check(requests: &[&str]) -> Result<Redirected, IdentityError> {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let waiting = tokio::spawn(async move { wait(listener, "done").await });
        for request in requests {
            let mut stream = TcpStream::connect(address).await.expect("connected");
            stream.write_all(request.as_bytes()).await.expect("sent");
            let mut answer = String::new();
            stream.read_to_string(&mut answer).await.expect("answered");
            assert!(answer.starts_with("HTTP/1.1 "));
        }
        waiting.await.expect("no panic")
    }

    #[tokio::test]
    async fn strays_are_turned_away_until_the_provider_answers() {
        let answer = check(&[
            "GET /favicon.ico HTTP/1.1\r\n\r\n",
            "nonsense\r\n\r\n",
            "GET /cb?code=c&state=s HTTP/1.1\r\n\r\n",
        ])
        .await
        .expect("found");
        assert_eq!((answer.code.as_str(), answer.state.as_str()), ("c", "s"));
    }

    #[tokio::test]
    async fn cancelling_is_told_apart_from_an_error() {
        assert!(matches!(
            check(&["GET /cb?error=access_denied&state=s HTTP/1.1\r\n\r\n"]).await,
            Err(IdentityError::Cancelled)
        ));
        assert!(matches!(
            check(&["GET /cb?error=server_error HTTP/1.1\r\n\r\n"]).await,
            Err(IdentityError::Refused { .. })
        ));
    }
}
