//! What every listener of the nation does alike: problems for what is not there, a limit for bodies, one log line a
//! request, an orderly end.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    time::{Duration, Instant},
};

use axum::{
    Router,
    extract::{DefaultBodyLimit, MatchedPath, Request},
    middleware::{self, Next},
    response::Response,
};
use fingertip_contract::ProblemCode;
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};

use crate::{body, problem::ApiError};

/// How long open requests may take to end when a service stops.
const STOP_PATIENCE: Duration = Duration::from_secs(5);

/// A port of the loopback address that is taken; 0 lets the system choose.
///
/// # Errors
/// When somebody else has it.
pub async fn listen(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await
}

/// Where the listener is, without a slash at the end.
///
/// # Errors
/// When the system does not say.
pub fn url_of(listener: &TcpListener) -> io::Result<String> {
    Ok(format!("http://{}", listener.local_addr()?))
}

/// A client for what stands in this nation.
///
/// # Errors
/// When the system gives no randomness or no certificates.
pub fn make_client() -> reqwest::Result<reqwest::Client> {
    // Everything asked stands in this nation: a proxy for the outside would only see what it must not.
    reqwest::Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(Duration::from_secs(3))
        .timeout(Duration::from_secs(15))
        .build()
}

/// Serves `routes` until `stopping` turns true.
pub fn serve(listener: TcpListener, routes: Router, mut stopping: watch::Receiver<bool>) -> JoinHandle<()> {
    let until = async move {
        let _ = stopping.wait_for(|&is_stopping| is_stopping).await;
    };
    tokio::spawn(async move {
        // Who asks is known to what counts requests by address.
        let routes = routes.into_make_service_with_connect_info::<SocketAddr>();
        if let Err(error) = axum::serve(listener, routes).with_graceful_shutdown(until).await {
            tracing::error!(%error, "listener ended");
        }
    })
}

/// Waits for tasks that were told to stop; what takes longer than five seconds is cut off.
pub async fn end(tasks: Vec<JoinHandle<()>>) {
    for mut task in tasks {
        if tokio::time::timeout(STOP_PATIENCE, &mut task).await.is_err() {
            task.abort();
        }
    }
}

/// Ctrl-C, or SIGTERM where there is one.
///
/// # Errors
/// When the system takes no handler.
pub async fn wait_for_end() -> io::Result<()> {
    #[cfg(unix)]
    {
        let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
        tokio::select! {
            end = tokio::signal::ctrl_c() => end,
            _ = terminate.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}

/// `routes` with what all listeners share.
pub fn with_common(routes: Router) -> Router {
    routes
        .fallback(not_found)
        .method_not_allowed_fallback(method_not_allowed)
        .layer(DefaultBodyLimit::max(body::LIMIT))
        .layer(middleware::from_fn(log))
}

/// Answers for an address at which nothing is.
pub async fn not_found() -> ApiError {
    ProblemCode::NotFound.into()
}

async fn method_not_allowed() -> ApiError {
    ProblemCode::MethodNotAllowed.into()
}

/// Logs the route, never the path: paths hold case references, queries hold codes.
async fn log(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let route =
        request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned()).unwrap_or_default();
    let start = Instant::now();
    let response = next.run(request).await;
    tracing::info!(%method, route, status = response.status().as_u16(), took = ?start.elapsed(), "answered");
    response
}
