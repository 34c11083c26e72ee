//! The HTTP client that the OpenID Connect library calls.

use openidconnect::{HttpRequest, HttpResponse, http};

/// Why a request failed, without the address (it may hold a code).
#[derive(Debug, thiserror::Error)]
pub(crate) enum HttpError {
    #[error("request failed")]
    Send(#[source] reqwest::Error),
    #[error("answer is malformed")]
    Answer(#[source] http::Error),
    #[error("answer is too large")]
    TooLarge,
}

const MOST_BYTES: usize = 1 << 20;

pub(crate) async fn send(client: reqwest::Client, request: HttpRequest) -> Result<HttpResponse, HttpError> {
    let request =
        reqwest::Request::try_from(request).map_err(|error| HttpError::Send(error.without_url()))?;
    let answer = client.execute(request).await.map_err(|error| HttpError::Send(error.without_url()))?;
    let mut builder = http::Response::builder().status(answer.status());
    for (name, value) in answer.headers() {
        builder = builder.header(name, value);
    }
    let body = answer.bytes().await.map_err(|error| HttpError::Send(error.without_url()))?;
    if body.len() > MOST_BYTES {
        return Err(HttpError::TooLarge);
    }
    builder.body(body.to_vec()).map_err(HttpError::Answer)
}
