//! The journeys that a mini-app brings with it.

use crate::{Runs, Subject};

/// Replays the recorded journeys of the mini-app into `runs`.
///
/// This is the one place where a journey's format is known to the gate. So far a journey is only counted as there: it
/// is neither read nor judged.
pub(super) fn replay(subject: &Subject, runs: &mut Runs) {
    let _ = (&subject.journeys, runs);
}
