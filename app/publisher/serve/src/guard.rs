//! Who gets in: the browser that was given the address, and no page of another site.

use std::sync::{Arc, Mutex, PoisonError};

use axum::{
    extract::{Query, Request, State},
    http::{HeaderMap, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use rand::RngCore;

use crate::{Parameters, Served};

const COOKIE: &str = "fingertip-tester";

pub(crate) struct Guard {
    /// The token of the address, until it was used.
    token: Mutex<Option<String>>,
    /// The cookie that stands for it.
    cookie: String,
}

impl Guard {
    /// A guard and its token.
    pub(crate) fn new() -> (Self, String) {
        let token = random();
        (Self { token: Mutex::new(Some(token.clone())), cookie: random() }, token)
    }
}

fn random() -> String {
    let mut bytes = [0; 24];
    rand::rng().fill_bytes(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) async fn guarded(
    State(served): State<Arc<Served>>,
    headers: HeaderMap,
    request: Request,
    next: Next,
) -> Response {
    // A page of another site could otherwise reach this port under a name of its own.
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    if !host.starts_with("127.0.0.1:") && !host.starts_with("localhost:") {
        return StatusCode::FORBIDDEN.into_response();
    }
    let origin = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok());
    if origin.is_some_and(|origin| origin != format!("http://{host}")) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let cookies = headers.get(header::COOKIE).and_then(|cookies| cookies.to_str().ok()).unwrap_or_default();
    if cookies.split("; ").any(|cookie| cookie == format!("{COOKIE}={}", served.guard.cookie)) {
        return next.run(request).await;
    }
    let given =
        Query::<Parameters>::try_from_uri(request.uri()).ok().and_then(|query| query.0.get("token").cloned());
    let mut token = served.guard.token.lock().unwrap_or_else(PoisonError::into_inner);
    if request.uri().path() == "/" && given.is_some() && *token == given {
        *token = None;
        let cookie = format!("{COOKIE}={}; HttpOnly; SameSite=Strict; Path=/", served.guard.cookie);
        return ([(header::SET_COOKIE, cookie)], Redirect::to("/")).into_response();
    }
    (StatusCode::FORBIDDEN, "This address works once. Start the program again for a new one.\n")
        .into_response()
}
