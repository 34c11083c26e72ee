//! What happened and what comes next.

use dioxus::prelude::*;
use fingertip_standard::view::Progress;

use crate::parts::use_parts;

use super::{
    icon::Icon,
    notice::tone_name,
    tag::progress_look,
};

/// One moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineItem {
    /// What happened.
    pub title: String,
    /// More of it.
    pub detail: Option<String>,
    /// When, in words.
    pub when: Option<String>,
    /// How far.
    pub progress: Progress,
    /// How far, in a word: the icon's name.
    pub progress_label: String,
}

/// Moments in order.
#[component]
pub fn Timeline(
    /// What it tells, for assistive technology; none where a heading stands above it.
    #[props(default)]
    label: Option<String>,
    /// The moments, oldest first. Many are drawn in parts.
    items: Vec<TimelineItem>,
    /// What the button that draws more of them says.
    more: String,
) -> Element {
    let (shown, more) = use_parts(items.len(), &more);
    rsx! {
        ol { class: "fi-timeline", aria_label: label,
            for (position, item) in items.into_iter().take(shown).enumerate() {
                li { class: "fi-timeline__item", key: "{position}", "data-tone": tone_name(progress_look(item.progress).1),
                    "data-open": matches!(item.progress, Progress::NotStarted | Progress::Blocked).then_some("true"),
                    span { class: "fi-timeline__sign", Icon { name: progress_look(item.progress).0, label: item.progress_label } }
                    div { class: "fi-timeline__text",
                        p { class: "fi-timeline__title", "{item.title}" }
                        if let Some(detail) = item.detail {
                            p { "{detail}" }
                        }
                        if let Some(when) = item.when {
                            p { class: "fi-muted fi-number", "{when}" }
                        }
                    }
                }
            }
        }
        {more}
    }
}
