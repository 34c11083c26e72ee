//! From meanings to message ids: never built at run time.

use fingertip_standard::view::{Progress, Tone};

pub(super) fn tone_id(tone: Tone) -> &'static str {
    match tone {
        Tone::Neutral => "mini-app-tone-neutral",
        Tone::Information => "mini-app-tone-information",
        Tone::Success => "mini-app-tone-success",
        Tone::Warning => "mini-app-tone-warning",
        Tone::Urgent => "mini-app-tone-urgent",
    }
}

pub(super) fn progress_id(progress: Progress) -> &'static str {
    match progress {
        Progress::NotStarted => "mini-app-progress-not-started",
        Progress::Blocked => "mini-app-progress-blocked",
        Progress::InProgress => "mini-app-progress-in-progress",
        Progress::WaitingForYou => "mini-app-progress-waiting-for-you",
        Progress::Done => "mini-app-progress-done",
        Progress::Problem => "mini-app-progress-problem",
    }
}
