//! Whether requests are to be sent to this instance.

use std::sync::atomic::{AtomicBool, Ordering};

/// Whether requests are to be sent here.
#[derive(Debug, Default)]
pub(crate) struct Readiness(AtomicBool);

impl Readiness {
    /// Requests go elsewhere from now on; those that come are answered nevertheless.
    pub(crate) fn end(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    pub(crate) fn has_ended(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}
