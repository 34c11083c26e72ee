//! What person, department and platform said to each other in a case.

use dioxus::prelude::*;
use fingertip_contract::{Attachment, Case, CaseEntry, Party};
use fingertip_core::Model;
use fingertip_locale::Args;
use fingertip_standard::view::Progress;
use fingertip_ui::components::{Moments, Timeline, TimelineItem};

use crate::{
    state::{Words, department_name, use_model, use_words},
    wording,
};

/// Everything that was said, the oldest first.
#[component]
pub(super) fn Entries(case: Case) -> Element {
    let model = use_model!(catalogue);
    let words = use_words();
    if case.entries.is_empty() {
        return rsx! {};
    }
    let items = case.entries.iter().map(|entry| item(&model, &words, &case, entry));
    rsx! {
        section { aria_labelledby: "fi-case-said",
            h2 { id: "fi-case-said", {words.say("cases-said")} }
            Timeline { moments: Moments::new(&words.0, items), more: words.say("mini-app-records-more") }
        }
    }
}

fn item(model: &Model, words: &Words, case: &Case, entry: &CaseEntry) -> TimelineItem {
    let progress = match entry.from {
        Party::Platform => Progress::Problem,
        Party::Person | Party::Department | Party::Unknown(_) => Progress::Done,
    };
    let with = entry.attachments.iter().map(|attachment| named(words, attachment));
    let said = (!entry.words.is_empty()).then(|| words.note(&entry.words));
    let detail = said.into_iter().chain(with).collect::<Vec<_>>();
    TimelineItem {
        title: title(model, words, case, entry),
        detail: (!detail.is_empty()).then(|| detail.join(" · ")),
        at: Some(entry.at.as_millisecond()),
        progress,
        progress_label: words.say(wording::party(&entry.from)),
    }
}

/// Who did what.
fn title(model: &Model, words: &Words, case: &Case, entry: &CaseEntry) -> String {
    let what = words.say(wording::entry(&entry.kind));
    match entry.from {
        Party::Department => {
            let name = department_name(model, words, &case.department).to_string();
            words.with("cases-entry-of", &Args::new().text("name", name).text("what", what))
        }
        Party::Person | Party::Platform | Party::Unknown(_) => what,
    }
}

fn named(words: &Words, attachment: &Attachment) -> String {
    // A document has no name of the person's; its size says nothing to them.
    if attachment.media_type == "application/jose" {
        return words.say("cases-entry-document");
    }
    let name = words.0.isolate(&attachment.name);
    words.with(
        "cases-entry-file",
        &Args::new().text("name", name).text("size", words.0.size(attachment.bytes)),
    )
}
