//! One piece of work that serves all who wait for it.

use std::{
    collections::HashMap,
    fmt,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Instant,
};

use tokio::{sync::watch, task::AbortHandle};

use crate::{BundleError, Progress};

type Outcome<T> = Result<T, Arc<BundleError>>;

/// Work that is under way.
#[derive(Clone)]
pub(crate) struct Flight<T> {
    /// When it began.
    pub(crate) began: Instant,
    /// How far a download is.
    pub(crate) progress: watch::Receiver<Option<Progress>>,
    /// Whether somebody waits for it.
    pub(crate) is_urgent: Arc<AtomicBool>,
    outcome: watch::Receiver<Option<Outcome<T>>>,
    task: AbortHandle,
}

impl<T: Clone> Flight<T> {
    /// Says that somebody waits.
    pub(crate) fn hurry(&self) {
        self.is_urgent.store(true, Ordering::Release);
    }

    /// What came of it.
    pub(crate) async fn land(&mut self) -> Result<T, BundleError> {
        match self.outcome.wait_for(Option::is_some).await.map(|outcome| (*outcome).clone()) {
            Ok(Some(Ok(value))) => Ok(value),
            Ok(Some(Err(error))) => Err(error.again()),
            // It was ended with the client.
            Ok(None) | Err(_) => Err(BundleError::Interrupted),
        }
    }
}

/// What work tells while it is under way.
pub(crate) struct Board {
    pub(crate) progress: watch::Sender<Option<Progress>>,
    pub(crate) is_urgent: Arc<AtomicBool>,
}

/// Everything that is under way, by what it is for.
pub(crate) struct Flights<T>(Mutex<HashMap<String, Flight<T>>>);

impl<T> fmt::Debug for Flights<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Flights").finish_non_exhaustive()
    }
}

impl<T> Default for Flights<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Clone + Send + Sync + 'static> Flights<T> {
    /// The work for `key` that is under way, or that `start` begins now. It goes on when nobody waits any more.
    pub(crate) fn join<F>(&self, key: &str, start: impl FnOnce(Board) -> F) -> Flight<T>
    where
        F: Future<Output = Result<T, BundleError>> + Send + 'static,
    {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, flight| !flight.task.is_finished() && flight.outcome.borrow().is_none());
        if let Some(flight) = all.get(key) {
            return flight.clone();
        }
        let (told, outcome) = watch::channel(None);
        let (sender, progress) = watch::channel(None);
        let is_urgent = Arc::new(AtomicBool::new(false));
        let work = start(Board { progress: sender, is_urgent: is_urgent.clone() });
        let task = tokio::spawn(async move {
            let landed = work.await.map_err(Arc::new);
            told.send_replace(Some(landed));
        });
        let flight =
            Flight { began: Instant::now(), progress, is_urgent, outcome, task: task.abort_handle() };
        all.insert(key.to_owned(), flight.clone());
        flight
    }

    /// Ends all of it.
    pub(crate) fn end(&self) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.drain().for_each(|(_, flight)| flight.task.abort());
    }
}
