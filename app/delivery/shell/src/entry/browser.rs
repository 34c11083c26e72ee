//! The tester's page: the same components over a web socket. Loopback only, one profile, guarded by a one-time token
//! in the address, which is exchanged for a cookie that only this page gets.

use std::{
    net::Ipv4Addr,
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::Result;
use axum::{
    Router,
    extract::{Query, Request, State, WebSocketUpgrade},
    http::{HeaderMap, StatusCode, header},
    middleware::{Next, from_fn_with_state},
    response::{Html, IntoResponse, Redirect, Response},
    routing::get,
};
use dioxus::prelude::VirtualDom;
use dioxus_liveview::{LiveViewPool, axum_socket, interpreter_glue};
use fingertip_headless::Core;
use fingertip_ui::index_html;
use rand::RngCore;

use crate::{
    frame::Shell,
    state::{Surface, index_options},
};

struct Guard {
    /// The token of the address, until it was used.
    token: Mutex<Option<String>>,
    /// The cookie that stands for it.
    cookie: String,
}

/// What every request shares.
struct Page {
    guard: Guard,
    core: Core,
    pool: LiveViewPool,
}

/// Over a web socket the shell's answer comes too late to keep the browser from following its links and forms.
const OWN_LINKS: &str = "<script>\
document.addEventListener('click', (event) => { if (event.target.closest('a[href^=\"/\"], a[href^=\"#\"]')) event.preventDefault(); }, true);\
document.addEventListener('submit', (event) => event.preventDefault(), true);\
</script>";

const COOKIE: &str = "fingertip-tester";

pub(crate) fn serve(core: Core) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async move {
        let token = random();
        let page =
            Arc::new(Page { guard: Guard { token: Mutex::new(Some(token.clone())), cookie: random() }, core, pool: LiveViewPool::new() });
        let app = Router::new()
            .route("/", get(index))
            .route("/ws", get(socket))
            .layer(from_fn_with_state(page.clone(), guarded))
            .with_state(page);
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        println!("shell         http://{}/?token={token}", listener.local_addr()?);
        println!("Open this address in a browser on this machine. It works once; the page then belongs to that browser.");
        axum::serve(listener, app).with_graceful_shutdown(async { drop(tokio::signal::ctrl_c().await) }).await?;
        Ok(())
    })
}

fn random() -> String {
    let mut bytes = [0; 24];
    rand::rng().fill_bytes(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn guarded(State(page): State<Arc<Page>>, headers: HeaderMap, request: Request, next: Next) -> Response {
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
    if cookies.split("; ").any(|cookie| cookie == format!("{COOKIE}={}", page.guard.cookie)) {
        return next.run(request).await;
    }
    let given = Query::<std::collections::HashMap<String, String>>::try_from_uri(request.uri())
        .ok()
        .and_then(|query| query.0.get("token").cloned());
    let mut token = page.guard.token.lock().unwrap_or_else(PoisonError::into_inner);
    if request.uri().path() == "/" && given.is_some() && *token == given {
        *token = None;
        let cookie = format!("{COOKIE}={}; HttpOnly; SameSite=Strict; Path=/", page.guard.cookie);
        return ([(header::SET_COOKIE, cookie)], Redirect::to("/")).into_response();
    }
    (StatusCode::FORBIDDEN, "This address works once. Start the shell again for a new one.\n").into_response()
}

async fn index(State(page): State<Arc<Page>>, headers: HeaderMap) -> Html<String> {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let glue = format!("{OWN_LINKS}{}", interpreter_glue(&format!("ws://{host}/ws")));
    Html(index_html(&index_options(&page.core.model().preferences, glue)))
}

async fn socket(State(page): State<Arc<Page>>, upgrade: WebSocketUpgrade) -> Response {
    let surface = Surface::of(&page.core, true);
    upgrade.on_upgrade(move |socket| async move {
        let dom = move || VirtualDom::new(Shell).with_root_context(surface);
        if let Err(error) = page.pool.launch_virtualdom(axum_socket(socket), dom).await {
            tracing::info!(%error, "the page was left");
        }
    })
}
