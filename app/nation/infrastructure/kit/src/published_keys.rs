//! Keys that somebody publishes (RFC 7517), kept, and fetched anew for one that is not among them.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use jsonwebtoken::jwk::JwkSet;
use tokio::sync::Mutex;

/// Unknown key ids have the keys fetched anew at most this often.
const REFRESH_PAUSE: Duration = Duration::from_secs(2);

/// The keys as they were fetched last.
#[derive(Debug)]
pub(crate) struct PublishedKeys(Mutex<Kept>);

#[derive(Debug)]
struct Kept {
    keys: Arc<JwkSet>,
    fetched: Option<Instant>,
}

impl Default for PublishedKeys {
    fn default() -> Self {
        Self(Mutex::new(Kept { keys: Arc::new(JwkSet { keys: Vec::new() }), fetched: None }))
    }
}

impl PublishedKeys {
    /// The keys, by `fetch` where none of them is called `kid`.
    ///
    /// # Errors
    /// Those of `fetch`.
    pub(crate) async fn with<E>(
        &self,
        kid: &str,
        fetch: impl AsyncFnOnce() -> Result<JwkSet, E>,
    ) -> Result<Arc<JwkSet>, E> {
        let mut kept = self.0.lock().await;
        let is_fresh = kept.fetched.is_some_and(|at| at.elapsed() < REFRESH_PAUSE);
        if kept.keys.find(kid).is_none() && !is_fresh {
            kept.keys = Arc::new(fetch().await?);
            kept.fetched = Some(Instant::now());
        }
        Ok(Arc::clone(&kept.keys))
    }
}
