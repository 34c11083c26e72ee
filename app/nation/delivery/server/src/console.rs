//! The console of a department's officers: pages under `/console`, drawn here, without a script. Whoever shows the department's token is let
//! in and stays so by a cookie that no script and no other site sends; each form names its session, and what comes from elsewhere is refused.
//!
//! A page does what the department's doors do, through the same desk, and nothing more: what was handed in is not here, for the platform
//! keeps none of it.

mod case;
mod form;
mod letters;
mod markup;
mod page;
mod queue;
mod ratings;
mod session;
mod sign_in;
mod statistics;
mod words;

use std::sync::Arc;

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request},
    http::{HeaderValue, header},
    middleware::{self, Next},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};

use crate::platform::Platform;
use session::Console;

/// Where the console is.
pub(crate) const CONSOLE: &str = "/console";
/// The largest form, in bytes.
const FORM_LIMIT: usize = 256 << 10;
/// What a page may load and send to: its own style and its own forms.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The console's pages.
pub(crate) fn router(platform: Arc<Platform>) -> Router {
    let console = Arc::new(Console { platform });
    let pages = Router::new()
        .route("/", get(|| async { Redirect::to("/console/cases") }))
        .route("/sign-in", get(sign_in::show).post(sign_in::sign_in))
        .route("/sign-out", post(sign_in::sign_out))
        .route("/cases", get(queue::show))
        .route("/cases/{case}", get(case::show))
        .route("/cases/{case}/steps", post(case::advance))
        .route("/cases/{case}/asks", post(case::ask))
        .route("/cases/{case}/replies", post(case::reply))
        .route("/ratings", get(ratings::show))
        .route("/ratings/{rating}/reply", post(ratings::reply))
        .route("/ratings/{rating}/exclusion", post(ratings::ask_for_exclusion))
        .route("/dead-letters", get(letters::show))
        .route("/dead-letters/{letter}/tries", post(letters::retry))
        .route("/statistics", get(statistics::show))
        .route("/style.css", get(style))
        .with_state(console)
        .layer(DefaultBodyLimit::max(FORM_LIMIT))
        .layer(middleware::from_fn(guard));
    Router::new().nest(CONSOLE, pages).route("/console/", get(|| async { Redirect::to("/console/cases") }))
}

async fn style() -> Response {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("console/style.css")).into_response()
}

/// What holds for every page: no script, no frame, no foreign form, nothing kept. The referrer stays within the site: without one a form
/// would name no origin.
async fn guard(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_FRAME_OPTIONS, "DENY"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    response
}
