//! What the platform is asked, and how its answers are read.

use std::time::Duration;

use fingertip_contract::{
    Case, Catalogue, HelperCode, HelperLink, Helpers, Problem, ProblemCode, Rating, ServiceRating, api,
};
use fingertip_standard::{CaseId, DepartmentId, HelperLinkId, OperationId, RunningApp};
use reqwest::{Client, RequestBuilder, StatusCode};
use serde::de::DeserializeOwned;

use crate::PlatformError;

/// A client of one platform.
#[derive(Debug, Clone)]
pub struct Platform {
    base: String,
    client: Client,
}

/// The most that an answer may hold: a catalogue of a nation is the largest.
const MOST_BYTES: usize = 64 << 20;

impl Platform {
    /// A client of the platform at `base`.
    ///
    /// # Errors
    /// [`PlatformError::Nonsense`] when there is no HTTP client on this device.
    pub fn new(base: &str) -> Result<Self, PlatformError> {
        let client = Client::builder()
            .connect_timeout(Duration::from_secs(5))
            .timeout(Duration::from_secs(20))
            .build();
        let client = client.map_err(|_| PlatformError::Nonsense { reason: "no HTTP client".into() })?;
        Ok(Self { base: base.trim_end_matches('/').to_owned(), client })
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// Where things are.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn info(&self) -> Result<api::PlatformInfo, PlatformError> {
        send(self.client.get(self.url(api::INFO))).await
    }

    /// The catalogue. One bad item of it costs no other: it is left out, and the log says which and why.
    pub async fn catalogue(&self) -> Result<Catalogue, PlatformError> {
        let body = body(self.client.get(self.url(api::CATALOGUE))).await?;
        let nonsense = || PlatformError::Nonsense { reason: "a catalogue".into() };
        if let Ok(whole) = serde_json::from_slice(&body) {
            return Ok(whole);
        }
        let value = serde_json::from_slice(&body).map_err(|_| nonsense())?;
        let (catalogue, rejected) = Catalogue::read(value);
        for rejected in &rejected {
            tracing::warn!(reason = rejected.reason, "an item of the catalogue was left out");
        }
        if catalogue.services.is_empty() { Err(nonsense()) } else { Ok(catalogue) }
    }

    /// What people think of services.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn ratings(&self) -> Result<Vec<ServiceRating>, PlatformError> {
        send(self.client.get(self.url(api::RATINGS))).await
    }

    /// The keys that sign a department's documents, a JWK set as JSON.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn department_keys(&self, department: &DepartmentId) -> Result<String, PlatformError> {
        let keys: serde_json::Value =
            send(self.client.get(self.url(&api::department_keys(department)))).await?;
        Ok(keys.to_string())
    }

    /// The person's cases.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn cases(&self, token: &str) -> Result<Vec<Case>, PlatformError> {
        send(self.client.get(self.url(api::CASES)).bearer_auth(token)).await
    }

    /// Hands a case in; `key` makes a repeated one the same.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn submit(
        &self,
        token: &str,
        key: &str,
        app: &RunningApp,
        case: &api::SubmitCase,
    ) -> Result<Case, PlatformError> {
        let request = self.client.post(self.url(api::CASES)).header(api::IDEMPOTENCY_KEY, key).json(case);
        send(stamp(request, app)?.bearer_auth(token)).await
    }

    /// Who helps the person, and whom they help.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn helpers(&self, token: &str) -> Result<Helpers, PlatformError> {
        send(self.client.get(self.url(api::HELPERS)).bearer_auth(token)).await
    }

    /// A code that the person tells somebody.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn helper_code(&self, token: &str) -> Result<HelperCode, PlatformError> {
        send(self.client.post(self.url(api::HELPER_CODES)).bearer_auth(token)).await
    }

    /// Helps whoever told this code.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn become_helper(&self, token: &str, code: &str) -> Result<HelperLink, PlatformError> {
        let asked = api::AcceptHelp { code: code.to_owned() };
        send(self.client.post(self.url(api::HELPERS)).bearer_auth(token).json(&asked)).await
    }

    /// Ends a link, by either side.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn end_help(&self, token: &str, link: &HelperLinkId) -> Result<(), PlatformError> {
        body(self.client.delete(self.url(&api::helper(link))).bearer_auth(token)).await.map(drop)
    }

    /// The cases of somebody whom the person helps.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn helped_cases(&self, token: &str, link: &HelperLinkId) -> Result<Vec<Case>, PlatformError> {
        send(self.client.get(self.url(&api::helped_cases(link))).bearer_auth(token)).await
    }

    /// Rates a case.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn rate(&self, token: &str, case: &CaseId, rating: &Rating) -> Result<Case, PlatformError> {
        send(self.client.put(self.url(&api::rating(case))).bearer_auth(token).json(rating)).await
    }

    /// Calls an operation of a department, through the gateway.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn call(
        &self,
        token: &str,
        app: &RunningApp,
        operation: &OperationId,
        body: &str,
    ) -> Result<String, PlatformError> {
        let request =
            self.client.post(self.url(&api::operation(&app.department, operation))).bearer_auth(token);
        let reply: api::OperationReply =
            send(stamp(request, app)?.json(&api::OperationRequest { body: body.to_owned() })).await?;
        Ok(reply.body)
    }

    /// Pays a bill at the payment service.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, does not know the token, or says no.
    pub async fn pay(
        &self,
        token: &str,
        url: &str,
        key: &str,
        order: &api::PaymentOrder,
    ) -> Result<api::Receipt, PlatformError> {
        send(self.client.post(url).header(api::IDEMPOTENCY_KEY, key).bearer_auth(token).json(order)).await
    }
}

/// The host's stamp of who is running; a guest has no way to write it.
fn stamp(request: RequestBuilder, app: &RunningApp) -> Result<RequestBuilder, PlatformError> {
    let stamp = serde_json::to_string(app)
        .map_err(|_| PlatformError::Nonsense { reason: "the mini-app's identity".into() })?;
    Ok(request.header(api::RUNNING_APP, stamp))
}

async fn send<T: DeserializeOwned>(request: RequestBuilder) -> Result<T, PlatformError> {
    let body = body(request).await?;
    serde_json::from_slice(&body).map_err(|error| PlatformError::Nonsense {
        reason: format!("{}: {}", std::any::type_name::<T>(), error.classify_name()),
    })
}

/// The body of an answer that is no problem.
async fn body(request: RequestBuilder) -> Result<Vec<u8>, PlatformError> {
    let mut answer = request.send().await.map_err(|error| unreachable_or_slow(&error))?;
    let status = answer.status();
    let mut body = Vec::new();
    while let Some(part) = answer.chunk().await.map_err(|error| unreachable_or_slow(&error))? {
        if body.len() + part.len() > MOST_BYTES {
            return Err(PlatformError::Nonsense { reason: "an answer of bearable size".into() });
        }
        body.extend_from_slice(&part);
    }
    if status.is_success() {
        return Ok(body);
    }
    if status == StatusCode::UNAUTHORIZED {
        return Err(PlatformError::NotSignedIn);
    }
    match serde_json::from_slice::<Problem>(&body) {
        Ok(problem) => {
            Err(PlatformError::Refused { status: status.as_u16(), code: problem.code, words: problem.detail })
        }
        Err(_) if status.is_server_error() => Err(PlatformError::Refused {
            status: status.as_u16(),
            code: ProblemCode::Unknown("unknown".into()),
            words: None,
        }),
        Err(_) => Err(PlatformError::Nonsense { reason: format!("a problem with status {status}") }),
    }
}

fn unreachable_or_slow(error: &reqwest::Error) -> PlatformError {
    if error.is_timeout() { PlatformError::TimedOut } else { PlatformError::Unreachable }
}

/// The kind of a parse error, without the text that it quotes: the text may be a person's.
trait ClassifyName {
    fn classify_name(&self) -> &'static str;
}

impl ClassifyName for serde_json::Error {
    fn classify_name(&self) -> &'static str {
        match self.classify() {
            serde_json::error::Category::Io => "unreadable",
            serde_json::error::Category::Syntax => "not JSON",
            serde_json::error::Category::Data => "another shape",
            serde_json::error::Category::Eof => "cut off",
        }
    }
}
