//! Keys that somebody publishes (RFC 7517), kept, and fetched anew for one that is not among them.

use std::{
    sync::{Arc, PoisonError, RwLock},
    time::{Duration, Instant},
};

use jsonwebtoken::jwk::JwkSet;
use tokio::sync::Mutex;

/// Unknown key ids have the keys fetched anew at most this often.
const REFRESH_PAUSE: Duration = Duration::from_secs(2);

/// The keys as they were fetched last. Who shows a key that is known waits for nobody.
#[derive(Debug)]
pub(crate) struct PublishedKeys {
    kept: RwLock<Arc<JwkSet>>,
    /// When they were asked for last; held while they are.
    asked: Mutex<Option<Instant>>,
}

impl Default for PublishedKeys {
    fn default() -> Self {
        Self { kept: RwLock::new(Arc::new(JwkSet { keys: Vec::new() })), asked: Mutex::new(None) }
    }
}

impl PublishedKeys {
    /// The keys, by `fetch` where none of them is called `kid` and nobody has asked just now.
    ///
    /// # Errors
    /// Those of `fetch`.
    pub(crate) async fn with<E>(
        &self,
        kid: &str,
        fetch: impl AsyncFnOnce() -> Result<JwkSet, E>,
    ) -> Result<Arc<JwkSet>, E> {
        let kept = self.kept();
        if kept.find(kid).is_some() {
            return Ok(kept);
        }
        let mut asked = self.asked.lock().await;
        let kept = self.kept();
        let is_fresh = asked.is_some_and(|at| at.elapsed() < REFRESH_PAUSE);
        // Whoever held the lock before may have brought it.
        if kept.find(kid).is_some() || is_fresh {
            return Ok(kept);
        }
        // Also where nothing comes: names that nobody has must not have it asked again each time.
        let answer = fetch().await;
        *asked = Some(Instant::now());
        let keys = Arc::new(answer?);
        *self.kept.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&keys);
        Ok(keys)
    }

    fn kept(&self) -> Arc<JwkSet> {
        Arc::clone(&self.kept.read().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use std::{cell::Cell, convert::Infallible};

    use serde_json::json;

    use super::*;

    fn set(kid: &str) -> JwkSet {
        let key = json!({ "kty": "EC", "crv": "P-256", "kid": kid, "x": "AA", "y": "AA" });
        serde_json::from_value(json!({ "keys": [key] })).expect("a set")
    }

    #[tokio::test]
    async fn names_that_nobody_has_ask_once_and_known_ones_never() {
        let (keys, asked) = (PublishedKeys::default(), Cell::new(0));
        let fetch = async || {
            asked.set(asked.get() + 1);
            Ok::<_, Infallible>(set("a"))
        };
        for kid in ["a", "b", "c", "a"] {
            keys.with(kid, fetch).await.expect("infallible");
        }
        assert_eq!(asked.get(), 1);
        let failing = async || Err::<JwkSet, _>(());
        let (none, tried) = (PublishedKeys::default(), Cell::new(0));
        let counted = async || {
            tried.set(tried.get() + 1);
            failing().await
        };
        assert!(none.with("a", counted).await.is_err());
        assert!(none.with("b", counted).await.is_ok_and(|keys| keys.keys.is_empty()));
        assert_eq!(tried.get(), 1, "who does not answer is left alone for a while");
    }
}
