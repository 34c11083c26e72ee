//! A department's page outside of the app that asks to be shown something: the verifier's side of OpenID for Verifiable Presentations
//! 1.0, on the same device. It signs its requests with the key that the platform knows the department by, and believes what
//! comes back once it has checked all of it by itself (8.6).

mod check;
mod page;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::{
    Form, Json, Router,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use fingertip_contract::ProblemCode;
use fingertip_kit::{ApiError, body::text_header, clock, secrets};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use url::Url;

use crate::department::Backend;
use page::Page;

/// How long a request is good.
const LIFETIME: SignedDuration = SignedDuration::from_mins(5);
/// The most that are under way: who comes later waits for some to run out.
const MOST: usize = 1000;
/// The cookie by which a browser is known again.
const COOKIE: &str = "fingertip-visit";

/// A department's page.
pub(crate) struct Verifier {
    backend: Arc<Backend>,
    /// Whose word counts: the nation's identity providers.
    issuers: Vec<String>,
    visits: Mutex<HashMap<String, Visit>>,
}

/// What became of a visit.
#[derive(Clone)]
enum Outcome {
    Open,
    /// What was shown and is true, by the query that it answers.
    Shown(Map<String, Value>),
    /// Nothing was shown.
    Declined,
}

/// Somebody at the page.
#[derive(Clone)]
struct Visit {
    /// Known to the browser alone.
    browser: String,
    nonce: String,
    until: Timestamp,
    outcome: Outcome,
    /// Known to whoever was sent on from the wallet (8.2).
    response_code: Option<String>,
}

/// The page's routes, to be nested beside its department's.
pub(crate) fn router(backend: Arc<Backend>, issuers: Vec<String>) -> Router {
    let verifier = Arc::new(Verifier { backend, issuers, visits: Mutex::default() });
    Router::new()
        .route("/", get(begin))
        .route("/requests/{visit}", get(request).post(request_for))
        .route("/answers", post(answer))
        .route("/done", get(done))
        .with_state(verifier)
}

/// What is asked for: that somebody is of age, by a proof that says no more or by their day of birth; and their name, if they like.
fn query() -> Value {
    json!({
        "credentials": [
            {
                "id": "of-age", "format": "dc+sd-jwt", "meta": { "vct_values": ["urn:fingertip:age:1"] },
                "claims": [{ "path": ["over-18"], "values": [true] }]
            },
            {
                "id": "born", "format": "dc+sd-jwt", "meta": { "vct_values": ["urn:fingertip:identity:1"] },
                "claims": [{ "path": ["birth-date"] }]
            },
            {
                "id": "name", "format": "dc+sd-jwt", "meta": { "vct_values": ["urn:fingertip:identity:1"] },
                "claims": [{ "path": ["name"] }]
            }
        ],
        "credential_sets": [{ "options": [["of-age"], ["born"]] }, { "options": [["name"]], "required": false }]
    })
}

impl Verifier {
    fn client_id(&self) -> String {
        self.backend.department.id().to_string()
    }

    fn at(&self, path: &str) -> String {
        format!("{}/night-pass/{path}", self.backend.url)
    }

    fn visits(&self) -> MutexGuard<'_, HashMap<String, Visit>> {
        let mut visits = self.visits.lock().unwrap_or_else(PoisonError::into_inner);
        let now = clock::now();
        visits.retain(|_, visit| now < visit.until);
        visits
    }

    /// The request object (5, 5.10.1).
    fn request(&self, id: &str, wallet_nonce: Option<&str>) -> Result<Response, ApiError> {
        let visit = self.visits().get(id).cloned().ok_or(ProblemCode::NotFound)?;
        if !matches!(visit.outcome, Outcome::Open) {
            return Err(ProblemCode::NotFound.into());
        }
        let mut request = json!({
            "client_id": self.client_id(),
            "aud": "https://self-issued.me/v2",
            "iat": clock::now().as_second(),
            "exp": visit.until.as_second(),
            "response_type": "vp_token",
            "response_mode": "direct_post",
            "response_uri": self.at("answers"),
            "nonce": visit.nonce,
            "state": id,
            "dcql_query": query(),
        });
        if let Some(nonce) = wallet_nonce {
            request["wallet_nonce"] = nonce.into();
        }
        let request = self.backend.key.sign("oauth-authz-req+jwt", &request)?;
        let kind =
            [(header::CONTENT_TYPE, "application/oauth-authz-req+jwt"), (header::CACHE_CONTROL, "no-store")];
        Ok((kind, request).into_response())
    }
}

/// Somebody comes to the page.
async fn begin(State(verifier): State<Arc<Verifier>>, headers: HeaderMap) -> Result<Response, ApiError> {
    let token = || secrets::make_token(16).map_err(|_| ApiError::from(ProblemCode::PlatformFailed));
    let (id, browser) = (token()?, token()?);
    let until = clock::now().checked_add(LIFETIME).map_err(|_| ProblemCode::PlatformFailed)?;
    let visit = Visit {
        browser: browser.clone(),
        nonce: token()?,
        until,
        outcome: Outcome::Open,
        response_code: None,
    };
    {
        let mut visits = verifier.visits();
        if visits.len() >= MOST {
            return Err(ProblemCode::TooManyRequests.into());
        }
        visits.insert(id.clone(), visit);
    }
    let parameters = [
        ("client_id", verifier.client_id()),
        ("request_uri", verifier.at(&format!("requests/{id}"))),
        ("request_uri_method", "post".to_owned()),
    ];
    let link = Url::parse_with_params("openid4vp://", parameters).map_err(|_| ProblemCode::PlatformFailed)?;
    // Lax: the browser comes back from the app by a link. Over plain http it is a demo on one machine.
    let cookie = format!("{COOKIE}={id}.{browser}; HttpOnly; SameSite=Lax; Path=/");
    Ok(([(header::SET_COOKIE, cookie)], Page::Begin { link: link.as_str() }.answer(&headers)).into_response())
}

async fn request(
    State(verifier): State<Arc<Verifier>>,
    Path(visit): Path<String>,
) -> Result<Response, ApiError> {
    verifier.request(&visit, None)
}

#[derive(Deserialize)]
struct Wallet {
    wallet_nonce: Option<String>,
}

async fn request_for(
    State(verifier): State<Arc<Verifier>>,
    Path(visit): Path<String>,
    Form(wallet): Form<Wallet>,
) -> Result<Response, ApiError> {
    verifier.request(&visit, wallet.wallet_nonce.as_deref())
}

#[derive(Deserialize)]
struct Answer {
    state: Option<String>,
    vp_token: Option<String>,
    error: Option<String>,
}

/// What a wallet answers (8.2), once.
async fn answer(
    State(verifier): State<Arc<Verifier>>,
    Form(answer): Form<Answer>,
) -> Result<Response, ApiError> {
    let Answer { state: Some(id), vp_token, error } = answer else {
        return Err(ProblemCode::BodyMalformed.into());
    };
    let open = |visit: &&Visit| matches!(visit.outcome, Outcome::Open);
    let visit = verifier.visits().get(&id).filter(open).cloned().ok_or(ProblemCode::NotFound)?;
    let outcome = match (vp_token, error) {
        (Some(token), None) => {
            let expected = check::Expected {
                audience: &verifier.client_id(),
                nonce: &visit.nonce,
                issuers: &verifier.issuers,
                now: clock::now(),
            };
            let shown = check::check(&verifier.backend.client, &token, expected).await;
            Outcome::Shown(shown.map_err(|why| {
                tracing::info!(why, "what was shown is not taken");
                ApiError::from(ProblemCode::BodyMalformed)
            })?)
        }
        (None, Some(_)) => Outcome::Declined,
        _ => return Err(ProblemCode::BodyMalformed.into()),
    };
    let code = secrets::make_token(16).map_err(|_| ProblemCode::PlatformFailed)?;
    {
        let mut visits = verifier.visits();
        let visit = visits.get_mut(&id).filter(|visit| matches!(visit.outcome, Outcome::Open));
        let visit = visit.ok_or(ProblemCode::NotFound)?;
        (visit.outcome, visit.response_code) = (outcome, Some(code.clone()));
    }
    let go_on = verifier.at(&format!("done?response_code={code}"));
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(json!({ "redirect_uri": go_on }))).into_response())
}

#[derive(Deserialize)]
struct Back {
    response_code: String,
}

/// Somebody comes back from their wallet: in the browser in which they began, or they see nothing (14.2).
async fn done(
    State(verifier): State<Arc<Verifier>>,
    headers: HeaderMap,
    Query(back): Query<Back>,
) -> Result<Response, ApiError> {
    let cookies = text_header(&headers, "cookie").unwrap_or_default().split(';');
    let own = cookies.filter_map(|cookie| cookie.trim().strip_prefix(COOKIE)?.strip_prefix('='));
    let known = own.filter_map(|own| own.split_once('.')).find_map(|(id, browser)| {
        let visit = verifier.visits().get(id).cloned()?;
        let is_theirs = secrets::is_same(browser, &visit.browser)
            && visit.response_code.as_deref().is_some_and(|code| secrets::is_same(&back.response_code, code));
        is_theirs.then_some(visit.outcome)
    });
    Ok(match known {
        Some(Outcome::Shown(shown)) => Page::Shown { shown: &shown }.answer(&headers),
        Some(Outcome::Declined) => Page::Declined.answer(&headers),
        Some(Outcome::Open) | None => (StatusCode::FORBIDDEN, Page::Strange.answer(&headers)).into_response(),
    })
}
