//! Small labels: a tag says a state, a chip is pressed.

mod line;

use dioxus::prelude::*;
use fingertip_standard::view::{Progress, Tone};

use super::{
    icon::{Icon, IconName, IconSize},
    notice::tone_name,
};

/// A state in a word.
#[component]
pub fn Tag(
    /// The word.
    label: String,
    /// What it means.
    #[props(default = Tone::Neutral)]
    tone: Tone,
    /// An icon before it.
    #[props(default)]
    icon: Option<IconName>,
) -> Element {
    rsx! {
        span { class: "fi-tag", "data-tone": tone_name(tone),
            if let Some(name) = icon {
                Icon { name, size: IconSize::Small }
            }
            "{label}"
        }
    }
}

/// Icon and tone of a state of progress: one place, so that it looks the same in lists, timelines and cases.
#[must_use]
pub fn progress_look(progress: Progress) -> (IconName, Tone) {
    match progress {
        Progress::NotStarted => (IconName::NotStarted, Tone::Neutral),
        Progress::Blocked => (IconName::Blocked, Tone::Neutral),
        Progress::InProgress => (IconName::InProgress, Tone::Information),
        Progress::WaitingForYou => (IconName::YourTurn, Tone::Warning),
        Progress::Done => (IconName::Success, Tone::Success),
        Progress::Problem => (IconName::Urgent, Tone::Urgent),
    }
}

pub use line::ChipLine;

/// A filter that is on or off.
#[component]
pub fn Chip(
    /// What it filters.
    label: String,
    /// Whether it is on.
    is_on: bool,
    /// Pressed.
    on_press: EventHandler<()>,
    /// The language of the words, where it is not the page's.
    #[props(default)]
    lang: Option<String>,
) -> Element {
    rsx! {
        button { class: "fi-chip", r#type: "button", lang, aria_pressed: if is_on { "true" } else { "false" }, onclick: move |_| on_press.call(()),
            if is_on {
                Icon { name: IconName::Check, size: IconSize::Small }
            }
            "{label}"
        }
    }
}
