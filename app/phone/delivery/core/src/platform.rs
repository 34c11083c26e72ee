//! The national platform, spoken to over HTTP. The one place that knows its answers can be nonsense.

use std::time::Duration;

use fingertip_standard::{
    Case, CaseId, Catalogue, DepartmentId, Fault, FaultClass, HelperCode, HelperLink, HelperLinkId, Helpers, OperationId, Rating,
    RunningApp, ServiceRating, api,
    requests::{Objection, RequestFault},
};
use reqwest::{Client, RequestBuilder, StatusCode};
use serde::de::DeserializeOwned;

/// Why the platform did not do what was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PlatformError {
    /// It cannot be reached.
    #[error("platform cannot be reached")]
    Unreachable,
    /// It did not answer in time.
    #[error("platform did not answer in time")]
    TimedOut,
    /// Its answer makes no sense.
    #[error("platform's answer makes no sense: {reason}")]
    Nonsense {
        /// What was expected.
        reason: String,
    },
    /// The session's token is not taken.
    #[error("platform does not take the session's token")]
    NotSignedIn,
    /// It says no, with a reason.
    #[error("platform refuses with {status}: {code}")]
    Refused {
        /// The HTTP status.
        status: u16,
        /// The problem's code.
        code: String,
        /// A department's own words.
        words: Option<String>,
    },
}

impl Fault for PlatformError {
    fn class(&self) -> FaultClass {
        match self {
            Self::Unreachable | Self::TimedOut => FaultClass::Network,
            Self::Nonsense { .. } => FaultClass::Platform,
            Self::NotSignedIn => FaultClass::Person,
            Self::Refused { code, .. } if code.starts_with("department-") => FaultClass::Department,
            Self::Refused { status: 500.., .. } => FaultClass::Platform,
            Self::Refused { code, .. } if helper_message(code).is_some() => FaultClass::Person,
            Self::Refused { .. } => FaultClass::Department,
        }
    }

    fn message_id(&self) -> &'static str {
        match self {
            Self::Unreachable => "fault-platform-unreachable",
            Self::TimedOut => "fault-platform-slow",
            Self::Nonsense { .. } => "fault-platform-nonsense",
            Self::NotSignedIn => "fault-session-ended",
            Self::Refused { code, .. } if code == "department-unavailable" => "fault-department-unavailable",
            Self::Refused { status: 500.., .. } => "fault-platform-broken",
            Self::Refused { code, .. } => helper_message(code).unwrap_or("fault-platform-refused"),
        }
    }

    fn can_retry(&self) -> bool {
        !matches!(self, Self::Refused { status: ..500, .. })
    }
}

/// What is said of a refusal that has to do with helpers.
fn helper_message(code: &str) -> Option<&'static str> {
    Some(match code {
        "helper-code-unknown" => "fault-helper-code-unknown",
        "helper-tries" => "fault-helper-tries",
        "helper-own" => "fault-helper-own",
        "helper-too-many" => "fault-helper-too-many",
        "helper-link-unknown" => "fault-helper-link-unknown",
        _ => return None,
    })
}

impl PlatformError {
    /// What a mini-app is told.
    pub(crate) fn for_guest(&self) -> fingertip_standard::requests::Answer {
        use fingertip_standard::requests::{Answer, Refusal};
        match self {
            Self::Unreachable => Answer::Failed(RequestFault::Offline),
            Self::TimedOut => Answer::Failed(RequestFault::TimedOut),
            Self::NotSignedIn => Answer::Refused(Refusal::NeedsSignIn),
            Self::Refused { code, .. } if code == "department-unavailable" => Answer::Failed(RequestFault::DepartmentUnavailable),
            Self::Nonsense { .. } | Self::Refused { status: 500.., .. } => Answer::Failed(RequestFault::PlatformUnavailable),
            Self::Refused { code, words, .. } => Answer::Rejected(Objection { code: code.clone(), words: words.clone() }),
        }
    }

    /// Whether the same request may succeed later: it is kept and sent again.
    pub(crate) fn is_passing(&self) -> bool {
        !matches!(self, Self::Refused { status: ..500, .. })
    }
}

/// A client of one platform.
#[derive(Debug, Clone)]
pub(crate) struct Platform {
    base: String,
    client: Client,
}

/// The most that an answer may hold: a catalogue of a nation is the largest.
const MOST_BYTES: usize = 64 << 20;

impl Platform {
    pub(crate) fn new(base: &str) -> Result<Self, PlatformError> {
        let client = Client::builder().connect_timeout(Duration::from_secs(5)).timeout(Duration::from_secs(20)).build();
        let client = client.map_err(|_| PlatformError::Nonsense { reason: "no HTTP client".into() })?;
        Ok(Self { base: base.trim_end_matches('/').to_owned(), client })
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    pub(crate) async fn info(&self) -> Result<api::PlatformInfo, PlatformError> {
        send(self.client.get(self.url(api::INFO))).await
    }

    /// The catalogue. One bad item of it costs no other: it is left out, and the log says which and why.
    pub(crate) async fn catalogue(&self) -> Result<Catalogue, PlatformError> {
        let body = body(self.client.get(self.url(api::CATALOGUE))).await?;
        let nonsense = || PlatformError::Nonsense { reason: "a catalogue".into() };
        if let Ok(whole) = serde_json::from_slice(&body) {
            return Ok(whole);
        }
        let imported = std::str::from_utf8(&body).ok().and_then(|text| fingertip_catalogue::import(text).ok()).ok_or_else(nonsense)?;
        for rejected in &imported.rejected {
            tracing::warn!(reason = rejected.reason, "an item of the catalogue was left out");
        }
        Ok(imported.catalogue)
    }

    pub(crate) async fn ratings(&self) -> Result<Vec<ServiceRating>, PlatformError> {
        send(self.client.get(self.url(api::RATINGS))).await
    }

    pub(crate) async fn department_keys(&self, department: &DepartmentId) -> Result<String, PlatformError> {
        let keys: serde_json::Value = send(self.client.get(self.url(&api::department_keys(department)))).await?;
        Ok(keys.to_string())
    }

    pub(crate) async fn cases(&self, token: &str) -> Result<Vec<Case>, PlatformError> {
        send(self.client.get(self.url(api::CASES)).bearer_auth(token)).await
    }

    pub(crate) async fn submit(&self, token: &str, key: &str, app: &RunningApp, case: &api::SubmitCase) -> Result<Case, PlatformError> {
        let request = self.client.post(self.url(api::CASES)).header(api::IDEMPOTENCY_KEY, key).json(case);
        send(stamp(request, app)?.bearer_auth(token)).await
    }

    pub(crate) async fn helpers(&self, token: &str) -> Result<Helpers, PlatformError> {
        send(self.client.get(self.url(api::HELPERS)).bearer_auth(token)).await
    }

    pub(crate) async fn helper_code(&self, token: &str) -> Result<HelperCode, PlatformError> {
        send(self.client.post(self.url(api::HELPER_CODES)).bearer_auth(token)).await
    }

    pub(crate) async fn become_helper(&self, token: &str, code: &str) -> Result<HelperLink, PlatformError> {
        let asked = api::AcceptHelp { code: code.to_owned() };
        send(self.client.post(self.url(api::HELPERS)).bearer_auth(token).json(&asked)).await
    }

    pub(crate) async fn end_help(&self, token: &str, link: &HelperLinkId) -> Result<(), PlatformError> {
        body(self.client.delete(self.url(&api::helper(link))).bearer_auth(token)).await.map(drop)
    }

    pub(crate) async fn helped_cases(&self, token: &str, link: &HelperLinkId) -> Result<Vec<Case>, PlatformError> {
        send(self.client.get(self.url(&api::helped_cases(link))).bearer_auth(token)).await
    }

    pub(crate) async fn rate(&self, token: &str, case: &CaseId, rating: &Rating) -> Result<Case, PlatformError> {
        send(self.client.put(self.url(&api::rating(case))).bearer_auth(token).json(rating)).await
    }

    pub(crate) async fn call(&self, token: &str, app: &RunningApp, operation: &OperationId, body: &str) -> Result<String, PlatformError> {
        let request = self.client.post(self.url(&api::operation(&app.department, operation))).bearer_auth(token);
        let reply: api::OperationReply = send(stamp(request, app)?.json(&api::OperationRequest { body: body.to_owned() })).await?;
        Ok(reply.body)
    }

    pub(crate) async fn pay(&self, token: &str, url: &str, key: &str, order: &api::PaymentOrder) -> Result<api::Receipt, PlatformError> {
        send(self.client.post(url).header(api::IDEMPOTENCY_KEY, key).bearer_auth(token).json(order)).await
    }
}

/// The host's stamp of who is running; a guest has no way to write it.
fn stamp(request: RequestBuilder, app: &RunningApp) -> Result<RequestBuilder, PlatformError> {
    let stamp = serde_json::to_string(app).map_err(|_| PlatformError::Nonsense { reason: "the mini-app's identity".into() })?;
    Ok(request.header(api::RUNNING_APP, stamp))
}

async fn send<T: DeserializeOwned>(request: RequestBuilder) -> Result<T, PlatformError> {
    let body = body(request).await?;
    serde_json::from_slice(&body)
        .map_err(|error| PlatformError::Nonsense { reason: format!("{}: {}", std::any::type_name::<T>(), error.classify_name()) })
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
    match serde_json::from_slice::<api::Problem>(&body) {
        Ok(problem) => Err(PlatformError::Refused { status: status.as_u16(), code: problem.code, words: problem.detail }),
        Err(_) if status.is_server_error() => Err(PlatformError::Refused { status: status.as_u16(), code: "unknown".into(), words: None }),
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
