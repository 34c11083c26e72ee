//! Something behind a summary.

use dioxus::prelude::*;

use super::{
    Tone,
    icon::{Icon, IconName, IconSize},
    notice::{tone_icon, tone_name},
};
use crate::Said;

/// Something behind a summary.
#[component]
pub fn Details(
    /// What is behind it.
    summary: String,
    /// Whether it is open first.
    #[props(default)]
    is_open: bool,
    /// What is behind it.
    children: Element,
) -> Element {
    let summary = rsx! {
        OpenSign {}
        "{summary}"
    };
    rsx! {
        Folded { summary, is_open, {children} }
    }
}

/// One line that stands out, with the rest behind it: it leaves the screen its place.
#[component]
pub fn NoticeLine(
    /// What it means.
    tone: Tone,
    /// The tone in a word ("Warning"): the icon's name.
    tone_label: String,
    /// What it says, in a line.
    #[props(into)]
    title: Said,
    /// Whether all of it is open first.
    #[props(default)]
    is_open: bool,
    /// The rest.
    children: Element,
) -> Element {
    let role = if tone == Tone::Urgent { "alert" } else { "status" };
    let summary = rsx! {
        Icon { name: tone_icon(tone), label: tone_label }
        span { class: "fi-notice-line__title", {title} }
        OpenSign {}
    };
    rsx! {
        div { class: "fi-notice-line", role, "data-tone": tone_name(tone),
            Folded { summary, is_open, {children} }
        }
    }
}

/// A native `details`. Its summary says itself that it is a button and whether it is open: WebKitGTK tells assistive technology neither
/// (2.50, AT-SPI).
#[component]
fn Folded(summary: Element, is_open: bool, children: Element) -> Element {
    let mut is_open = use_signal(|| is_open);
    rsx! {
        details { class: "fi-details", open: is_open(),
            summary {
                class: "fi-details__summary",
                role: "button",
                aria_expanded: if is_open() { "true" } else { "false" },
                // The browser opens it itself; this only follows.
                onclick: move |_| is_open.toggle(),
                {summary}
            }
            div { class: "fi-details__body", {children} }
        }
    }
}

#[component]
fn OpenSign() -> Element {
    rsx! {
        span { class: "fi-details__sign", Icon { name: IconName::Open, size: IconSize::Small } }
    }
}
