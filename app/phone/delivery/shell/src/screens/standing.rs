//! Whether a document still holds, in words.

use dioxus::prelude::*;
use fingertip_contract::Document;
use fingertip_core::{Check, Standing};
use fingertip_locale::Args;
use fingertip_ui::components::Tone;
use jiff::{Timestamp, civil::Date};

use crate::state::{Words, use_words};

/// What a document's state is called, and how loud that is. `today` is the nation's day.
pub(super) fn state(document: &Document, check: &Check, today: Date) -> (&'static str, Tone) {
    match check.standing {
        Standing::Withdrawn => ("documents-withdrawn", Tone::Urgent),
        Standing::KeyGone => ("documents-key-gone", Tone::Urgent),
        Standing::Suspended => ("documents-suspended", Tone::Warning),
        _ if document.has_ended(today) => ("documents-ended", Tone::Warning),
        Standing::Unclear => ("documents-unclear", Tone::Warning),
        Standing::Unasked => ("documents-unasked", Tone::Neutral),
        Standing::Valid => ("documents-valid", Tone::Success),
    }
}

/// What the checking of somebody else's document came to, and how loud that is.
pub(super) fn outcome(document: &Document, check: &Check, today: Date) -> (&'static str, Tone) {
    match check.standing {
        Standing::Withdrawn => ("verify-withdrawn", Tone::Urgent),
        // A document that its keys do not verify is refused before anything is said of its standing.
        Standing::KeyGone => ("verify-failed", Tone::Urgent),
        Standing::Suspended => ("verify-suspended", Tone::Urgent),
        _ if document.has_ended(today) => ("verify-ended", Tone::Warning),
        Standing::Unclear => ("verify-unclear", Tone::Warning),
        Standing::Unasked => ("verify-unasked", Tone::Warning),
        Standing::Valid => ("verify-genuine", Tone::Success),
    }
}

/// When that was asked last, and whether it could be asked lately.
pub(super) fn last_checked(words: &Words, check: &Check, now: Timestamp) -> String {
    let Some(as_of) = check.as_of else { return words.say("documents-never-checked") };
    let id = if check.is_current(now) { "documents-checked" } else { "documents-checked-before" };
    words.with(id, &Args::new().text("time", words.0.instant(as_of.as_millisecond())))
}

/// The line below a document that says so.
#[component]
pub(super) fn LastChecked(check: Check) -> Element {
    let words = use_words();
    let text = last_checked(&words, &check, Timestamp::now());
    rsx! { p { class: "fi-muted", "{text}" } }
}
