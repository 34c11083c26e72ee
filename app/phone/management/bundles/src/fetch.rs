//! Over HTTP: metadata whole, and a bundle from where it broke off.
//!
//! No limit holds for the whole of a transfer: a slow network is no broken one. A transfer of which nothing comes for a while
//! has broken off. Somebody who sends a byte now and then gains nothing by it: what is kept opens meanwhile, within its
//! grace, and the person sees how far a first opening is (TUF 1.0, 1.5.2: slow retrieval).

use std::time::Duration;

use reqwest::{
    Client, RequestBuilder, Response, StatusCode, Url,
    header::{CONTENT_RANGE, CONTENT_TYPE, RANGE},
};
use serde::de::IgnoredAny;
use sigstore_tuf::Error as TufError;

use crate::BundleError;

/// How long it may take until a server takes the call.
const CONNECT: Duration = Duration::from_secs(10);

/// What the way to the repository did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum FetchError {
    /// Nobody answers.
    #[error("the repository cannot be reached")]
    Unreachable,
    /// It began and did not go on.
    #[error("the connection broke off")]
    Interrupted,
    /// The server says that it cannot.
    #[error("the server answered {0}")]
    Status(u16),
    /// What came is no file of a repository.
    #[error("what answered is no repository")]
    Page,
}

impl From<FetchError> for TufError {
    fn from(error: FetchError) -> Self {
        TufError::transport_with_source("the repository gave no file", error)
    }
}

/// The repository's files, over HTTP.
#[derive(Debug)]
pub(crate) struct Fetcher {
    client: Client,
    metadata: Url,
    targets: Url,
    stall: Duration,
}

impl Fetcher {
    /// A fetcher that gives up when nothing has come for `stall`.
    pub(crate) fn new(
        metadata: &str,
        targets: &str,
        stall: Duration,
        client: Option<Client>,
    ) -> Result<Self, BundleError> {
        let own = || Client::builder().connect_timeout(CONNECT).build();
        let client = client.map_or_else(own, Ok).map_err(|error| std::io::Error::other(error.to_string()))?;
        Ok(Self { client, metadata: base(metadata)?, targets: base(targets)?, stall })
    }

    /// A file of metadata of at most `most` bytes; none where there is none.
    pub(crate) async fn metadata(&self, name: &str, most: u64) -> Result<Option<Vec<u8>>, FetchError> {
        let url = self.metadata.join(name).map_err(|_| FetchError::Page)?;
        let mut answer = self.ask(self.client.get(url)).await?;
        // Stores of static files answer 403 for what is not there.
        if matches!(answer.status(), StatusCode::NOT_FOUND | StatusCode::FORBIDDEN) {
            return Ok(None);
        }
        check(&answer)?;
        let mut bytes = Vec::new();
        while let Some(chunk) = self.next(&mut answer).await? {
            bytes.extend_from_slice(&chunk);
            if bytes.len() as u64 > most {
                return Err(FetchError::Page);
            }
        }
        match serde_json::from_slice::<IgnoredAny>(&bytes) {
            Ok(_) => Ok(Some(bytes)),
            // Not every server says how long a file is.
            Err(error) if error.is_eof() => Err(FetchError::Interrupted),
            Err(_) => Err(FetchError::Page),
        }
    }

    /// The answer that gives a target, from its byte `from` on where the server can do that.
    pub(crate) async fn target(&self, path: &str, from: u64) -> Result<TargetAnswer, FetchError> {
        let url = self.targets.join(path).map_err(|_| FetchError::Page)?;
        let call = self.client.get(url);
        let call = if from == 0 { call } else { call.header(RANGE, format!("bytes={from}-")) };
        let answer = self.ask(call).await?;
        match answer.status() {
            StatusCode::NOT_FOUND | StatusCode::FORBIDDEN => return Err(FetchError::Page),
            StatusCode::RANGE_NOT_SATISFIABLE => return Ok(TargetAnswer::NotFromThere),
            _ => check(&answer)?,
        }
        let begins = if answer.status() == StatusCode::PARTIAL_CONTENT { begin(&answer) } else { Some(0) };
        match begins {
            Some(begins) if begins == from || begins == 0 => Ok(TargetAnswer::From(begins, answer)),
            _ => Ok(TargetAnswer::NotFromThere),
        }
    }

    /// What comes next of an answer; none at its end.
    pub(crate) async fn next(&self, answer: &mut Response) -> Result<Option<Vec<u8>>, FetchError> {
        match tokio::time::timeout(self.stall, answer.chunk()).await {
            Ok(Ok(chunk)) => Ok(chunk.map(|chunk| chunk.to_vec())),
            Ok(Err(_)) | Err(_) => Err(FetchError::Interrupted),
        }
    }

    async fn ask(&self, call: RequestBuilder) -> Result<Response, FetchError> {
        match tokio::time::timeout(self.stall, call.send()).await {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(error)) if error.is_connect() => Err(FetchError::Unreachable),
            // It was taken and dropped, or taken and never answered.
            Ok(Err(_)) | Err(_) => Err(FetchError::Interrupted),
        }
    }
}

/// What a server answers when it is asked for a target.
pub(crate) enum TargetAnswer {
    /// Its bytes from this one on.
    From(u64, Response),
    /// It has none from there on.
    NotFromThere,
}

fn base(url: &str) -> Result<Url, BundleError> {
    // A base must end in a slash to be a folder.
    let url = if url.ends_with('/') { url.to_owned() } else { format!("{url}/") };
    Url::parse(&url).map_err(|_| BundleError::NoRepository)
}

/// A file of a repository is never a page.
fn check(answer: &Response) -> Result<(), FetchError> {
    let kind = answer.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    match answer.status() {
        status if !status.is_success() => Err(FetchError::Status(status.as_u16())),
        _ if kind.starts_with("text/html") => Err(FetchError::Page),
        _ => Ok(()),
    }
}

/// The first byte that a part of a file begins with (RFC 9110, 14.4).
fn begin(answer: &Response) -> Option<u64> {
    let range = answer.headers().get(CONTENT_RANGE)?.to_str().ok()?;
    range.strip_prefix("bytes ")?.split_once('-')?.0.parse().ok()
}
