//! Wall-clock limits: a thread that moves an engine's epoch while any guest is running, and sleeps otherwise, so
//! that an idle phone is not woken a hundred times a second.

use std::{
    sync::{Arc, Condvar, Mutex, PoisonError, Weak},
    thread,
    time::Duration,
};

/// How often the epoch moves while a guest runs.
pub(crate) const TICK: Duration = Duration::from_millis(10);

#[derive(Default)]
struct State {
    running: usize,
}

/// Moves an epoch while at least one [`Running`] is alive.
pub(crate) struct Watchdog(Arc<(Mutex<State>, Condvar)>);

/// A guest at work.
pub(crate) struct Running(Arc<(Mutex<State>, Condvar)>);

impl Watchdog {
    /// Starts the thread; it ends with the watchdog.
    pub(crate) fn start(tick: impl Fn() + Send + 'static) -> Self {
        let shared = Arc::new((Mutex::new(State::default()), Condvar::new()));
        let weak = Arc::downgrade(&shared);
        thread::spawn(move || run(&weak, tick));
        Self(shared)
    }

    /// A guest begins to work.
    pub(crate) fn enter(&self) -> Running {
        let (state, wake) = &*self.0;
        state.lock().unwrap_or_else(PoisonError::into_inner).running += 1;
        wake.notify_all();
        Running(self.0.clone())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner).running -= 1;
    }
}

fn run(weak: &Weak<(Mutex<State>, Condvar)>, tick: impl Fn()) {
    while let Some(shared) = weak.upgrade() {
        let (state, wake) = &*shared;
        let guard = state.lock().unwrap_or_else(PoisonError::into_inner);
        if guard.running == 0 {
            // The timeout only lets the thread notice that its engine is gone.
            drop(wake.wait_timeout(guard, Duration::from_secs(5)));
            continue;
        }
        drop(guard);
        drop(shared);
        thread::sleep(TICK);
        tick();
    }
}
