//! How a request is fetched and an answer posted: to strangers, so without a token, without following anybody elsewhere, and bounded in
//! size and time.

use std::time::Duration;

use reqwest::{Client, RequestBuilder, Response, StatusCode, header, redirect};
use url::Url;

use crate::{
    MOST_REQUEST_BYTES, RequestMethod, Telling,
    invitation::address_of,
    request::{REQUEST_TYPE, wallet_metadata},
};

/// The longest that one exchange takes.
const MOST_TIME: Duration = Duration::from_secs(20);
/// The largest answer to an answer, in bytes.
const MOST_REPLY_BYTES: usize = 16 << 10;

/// Why an exchange with an asker came to nothing. It quotes nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PostError {
    /// There is no HTTP client on this device, or the address is neither `https` nor this device.
    #[error("nothing can be sent there")]
    Impossible,
    /// Nobody answered, or not in time.
    #[error("the asker cannot be reached")]
    Unreachable,
    /// It was answered with something else than what was asked for: another status, another type, too much, elsewhere.
    #[error("the asker's answer is refused: {0}")]
    Nonsense(&'static str),
}

impl fingertip_standard::Fault for PostError {
    fn class(&self) -> fingertip_standard::FaultClass {
        match self {
            Self::Impossible => fingertip_standard::FaultClass::Device,
            Self::Unreachable => fingertip_standard::FaultClass::Network,
            Self::Nonsense(_) => fingertip_standard::FaultClass::Department,
        }
    }

    fn message_id(&self) -> &'static str {
        match self {
            Self::Impossible | Self::Unreachable => "fault-presentation-unreachable",
            Self::Nonsense(_) => "fault-presentation-asker",
        }
    }

    fn can_retry(&self) -> bool {
        false
    }
}

/// Speaks to whoever asks.
#[derive(Debug, Clone)]
pub struct Post {
    client: Client,
}

impl Post {
    /// A client of its own: nothing that is kept for others is sent here.
    ///
    /// # Errors
    /// [`PostError::Impossible`] when there is no HTTP client on this device.
    pub fn new() -> Result<Self, PostError> {
        let client = Client::builder().redirect(redirect::Policy::none()).timeout(MOST_TIME).build();
        Ok(Self { client: client.map_err(|_| PostError::Impossible)? })
    }

    /// The request at `from`, as it came (RFC 9101, 5.2.3; OpenID4VP 5.10).
    ///
    /// # Errors
    /// [`PostError`].
    pub async fn fetch(
        &self,
        from: &Url,
        method: RequestMethod,
        wallet_nonce: &str,
    ) -> Result<String, PostError> {
        let request = match method {
            RequestMethod::Get => self.client.get(checked(from)?),
            RequestMethod::Post => {
                let metadata = wallet_metadata().to_string();
                let form = [("wallet_metadata", metadata.as_str()), ("wallet_nonce", wallet_nonce)];
                self.client.post(checked(from)?).form(&form)
            }
        };
        let kind = format!("application/{REQUEST_TYPE}");
        let answer = sent(request.header(header::ACCEPT, &kind)).await?;
        if media_type(&answer) != Some(kind.as_str()) {
            return Err(PostError::Nonsense("it is of another type"));
        }
        let body = read(answer, MOST_REQUEST_BYTES).await?;
        let text = String::from_utf8(body).map_err(|_| PostError::Nonsense("it is no text"))?;
        Ok(text.trim().to_owned())
    }

    /// Posts an answer or a refusal, once, and gives what is answered to it (8.2).
    ///
    /// # Errors
    /// [`PostError`]. After [`PostError::Unreachable`] nobody knows whether it arrived.
    pub async fn post(&self, telling: &Telling) -> Result<Vec<u8>, PostError> {
        let request = self.client.post(checked(&telling.to)?).body(telling.form.clone());
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        read(sent(request.header(header::ACCEPT, "application/json")).await?, MOST_REPLY_BYTES).await
    }
}

fn checked(url: &Url) -> Result<Url, PostError> {
    address_of(url.as_str()).ok_or(PostError::Impossible)
}

async fn sent(request: RequestBuilder) -> Result<Response, PostError> {
    let answer = request.send().await.map_err(|_| PostError::Unreachable)?;
    match answer.status() {
        StatusCode::OK => Ok(answer),
        status if status.is_redirection() => Err(PostError::Nonsense("it is elsewhere")),
        _ => Err(PostError::Nonsense("it is no success")),
    }
}

fn media_type(answer: &Response) -> Option<&str> {
    let named = answer.headers().get(header::CONTENT_TYPE)?.to_str().ok()?;
    named.split(';').next().map(str::trim)
}

async fn read(mut answer: Response, most: usize) -> Result<Vec<u8>, PostError> {
    let mut body = Vec::new();
    while let Some(part) = answer.chunk().await.map_err(|_| PostError::Unreachable)? {
        if body.len() + part.len() > most {
            return Err(PostError::Nonsense("it is too large"));
        }
        body.extend_from_slice(&part);
    }
    Ok(body)
}
