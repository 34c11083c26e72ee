//! What happened and what comes next.

use dioxus::prelude::*;
use fingertip_locale::Formatter;
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
    /// When, in milliseconds since 1970.
    pub at: Option<i64>,
    /// How far.
    pub progress: Progress,
    /// How far, in a word: the icon's name.
    pub progress_label: String,
}

/// Moments in order, oldest first, with their times in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moments {
    /// In which zone the times are, where it is said once for all of them.
    zone: Option<String>,
    /// Each with its time.
    items: Vec<(TimelineItem, Option<String>)>,
}

impl Moments {
    /// `items` with their times as `formatter` writes them.
    #[must_use]
    pub fn new(formatter: &Formatter, items: impl IntoIterator<Item = TimelineItem>) -> Self {
        let items: Vec<_> = items.into_iter().collect();
        let (zone, times) = formatter.instants(&items.iter().filter_map(|item| item.at).collect::<Vec<_>>());
        let mut times = times.into_iter();
        let items = items.into_iter().map(|item| {
            let when = item.at.and_then(|_| times.next());
            (item, when)
        });
        Self { zone, items: items.collect() }
    }
}

/// Moments in order.
#[component]
pub fn Timeline(
    /// What it tells, for assistive technology; none where a heading stands above it.
    #[props(default)]
    label: Option<String>,
    /// The moments. Many are drawn in parts.
    moments: Moments,
    /// What the button that draws more of them says.
    more: String,
) -> Element {
    let (shown, more) = use_parts(moments.items.len(), &more);
    rsx! {
        if let Some(zone) = moments.zone {
            p { class: "fi-muted", "{zone}" }
        }
        ol { class: "fi-timeline", aria_label: label,
            for (position, (item, when)) in moments.items.into_iter().take(shown).enumerate() {
                li { class: "fi-timeline__item", key: "{position}", "data-tone": tone_name(progress_look(item.progress).1),
                    "data-open": matches!(item.progress, Progress::NotStarted | Progress::Blocked).then_some("true"),
                    span { class: "fi-timeline__sign", Icon { name: progress_look(item.progress).0, label: item.progress_label } }
                    div { class: "fi-timeline__text",
                        p { class: "fi-timeline__title", "{item.title}" }
                        if let Some(detail) = item.detail {
                            p { "{detail}" }
                        }
                        if let Some(when) = when {
                            p { class: "fi-muted fi-number", "{when}" }
                        }
                    }
                }
            }
        }
        {more}
    }
}
