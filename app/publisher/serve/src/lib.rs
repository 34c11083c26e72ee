//! Serves components to a browser on this machine, over a web socket: a tester's and an author's tool.
//!
//! It promises that only the browser that was given the address gets in: loopback only, a one-time token in the address
//! that is exchanged for a cookie, and no request from another page, port or name; and that a page runs and loads nothing but
//! what it was served with. It knows nothing of what it serves.
//! Start reading at [`Site`], then [`serve`].

mod guard;

use std::{collections::HashMap, io, net::Ipv4Addr, sync::Arc};

use axum::{
    Router,
    extract::{Path, Query, State, WebSocketUpgrade},
    http::{StatusCode, header},
    middleware::from_fn_with_state,
    response::{Html, IntoResponse, Response},
    routing::get,
    serve::ListenerExt,
};
use dioxus::prelude::VirtualDom;
use dioxus_liveview::{LiveViewPool, axum_socket, interpreter_glue};
use fingertip_ui::{IndexOptions, index_html};

use guard::{Guard, random};

/// The parameters of an address.
pub type Parameters = HashMap<String, String>;

/// What stands at an address.
pub enum Page {
    /// Components, over a web socket, in the index page.
    Live(Box<IndexOptions>),
    /// Markup as it is.
    Html(String),
}

/// What is served.
pub trait Site: Send + Sync + 'static {
    /// The page called `name`, beside the first one, whose name is empty. Pages lead to each other by relative addresses; one with
    /// a name may stand in a frame of another.
    fn page(&self, name: &str, parameters: &Parameters) -> Option<Page>;
    /// The components of a live page.
    fn dom(&self, name: &str, parameters: &Parameters) -> VirtualDom;
}

struct Served {
    site: Arc<dyn Site>,
    guard: Guard,
    pool: LiveViewPool,
}

/// Over a web socket the answer comes too late to keep the browser from following its own links and forms.
const OWN_LINKS: &str = "<script>\
document.addEventListener('click', (event) => { if (event.target.closest('a[href^=\"/\"], a[href^=\"#\"]')) event.preventDefault(); }, true);\
document.addEventListener('submit', (event) => event.preventDefault(), true);\
</script>";

/// Files are picked in the browser's own dialog, and stay in their input until the components ask for them. Dioxus would ask a window
/// that is not there for the dialog, and send a whole file as a list of numbers.
const OWN_FILES: &str = "<script>\
window.addEventListener('click', (event) => { if (event.target.matches?.('input[type=file]')) event.stopImmediatePropagation(); }, true);\
window.interpreter.readFiles = function (input, data, bubbles, element, name) { this.sendSerializedEvent({ name, element, data, bubbles }); };\
</script>";

/// Serves `site` at a free port until it is interrupted; `ready` gets the address, which works once.
///
/// # Errors
/// When no port can be had.
pub async fn serve(site: Arc<dyn Site>, ready: impl FnOnce(&str)) -> io::Result<()> {
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let guard = Guard::new(listener.local_addr()?.port());
    let (path, address) = (guard.path(), guard.address());
    let served = Arc::new(Served { site, guard, pool: LiveViewPool::new() });
    let app = Router::new()
        .route(&path, get(first))
        .route(&format!("{path}{{name}}"), get(named))
        .route(&format!("{path}ws"), get(first_socket))
        .route(&format!("{path}ws/{{name}}"), get(named_socket))
        .layer(from_fn_with_state(served.clone(), guard::guarded))
        .with_state(served);
    ready(&address);
    // What is drawn goes out in many small frames. Without this the second of two waits until the browser has acknowledged the
    // first, which it puts off for some 40 ms (RFC 896, RFC 1122 4.2.3.2).
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::warn!(%error, "what is drawn goes out in fewer and later packets");
        }
    });
    axum::serve(listener, app).with_graceful_shutdown(async { drop(tokio::signal::ctrl_c().await) }).await
}

async fn first(served: State<Arc<Served>>, query: Query<Parameters>) -> Response {
    named(served, Path(String::new()), query).await
}

async fn named(
    State(served): State<Arc<Served>>,
    Path(name): Path<String>,
    Query(query): Query<Parameters>,
) -> Response {
    let nonce = random();
    let (page, needs) = match served.site.page(&name, &query) {
        None => return StatusCode::NOT_FOUND.into_response(),
        // Such a page holds others of the same site.
        Some(Page::Html(page)) => (page, "frame-src 'self'".to_owned()),
        Some(Page::Live(mut options)) => {
            let socket = served.guard.socket(&name);
            // The page's own parameters go with its web socket. Encoded anew: they stand in a script.
            let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(&query).finish();
            options.body_extra =
                format!("{OWN_LINKS}{}{OWN_FILES}", interpreter_glue(&format!("{socket}?{query}")));
            // 'unsafe-eval': what Dioxus wants to know of a page, as where its focus is, it sends as text that becomes a function.
            let needs = format!("script-src 'nonce-{nonce}' 'unsafe-eval'; connect-src {socket}");
            (index_html(&options), needs)
        }
    };
    // All of these tags are our own: what a page was given is escaped in it.
    let page = ["script", "style"]
        .into_iter()
        .fold(page, |page, tag| page.replace(&format!("<{tag}>"), &format!("<{tag} nonce=\"{nonce}\">")));
    let holders = if name.is_empty() { "'none'" } else { "'self'" };
    // Pictures stand in what is drawn.
    let policy = format!(
        "default-src 'none'; {needs}; style-src 'nonce-{nonce}'; img-src data:; \
         base-uri 'none'; form-action 'none'; frame-ancestors {holders}"
    );
    ([(header::CONTENT_SECURITY_POLICY, policy)], Html(page)).into_response()
}

async fn first_socket(
    served: State<Arc<Served>>,
    query: Query<Parameters>,
    upgrade: WebSocketUpgrade,
) -> Response {
    named_socket(served, Path(String::new()), query, upgrade).await
}

async fn named_socket(
    State(served): State<Arc<Served>>,
    Path(name): Path<String>,
    Query(query): Query<Parameters>,
    upgrade: WebSocketUpgrade,
) -> Response {
    upgrade.on_upgrade(move |socket| async move {
        let site = served.site.clone();
        if let Err(error) =
            served.pool.launch_virtualdom(axum_socket(socket), move || site.dom(&name, &query)).await
        {
            tracing::info!(%error, "the page was left");
        }
    })
}
