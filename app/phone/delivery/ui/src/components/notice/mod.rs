//! Something that stands out.

use dioxus::prelude::*;
pub use fingertip_standard::view::Tone;

use crate::Said;

use super::icon::{Icon, IconName};

pub(crate) fn tone_name(tone: Tone) -> &'static str {
    match tone {
        Tone::Neutral => "neutral",
        Tone::Information => "information",
        Tone::Success => "success",
        Tone::Warning => "warning",
        Tone::Urgent => "urgent",
    }
}

pub(crate) fn tone_icon(tone: Tone) -> IconName {
    match tone {
        Tone::Neutral | Tone::Information => IconName::Information,
        Tone::Success => IconName::Success,
        Tone::Warning => IconName::Warning,
        Tone::Urgent => IconName::Urgent,
    }
}

/// A notice: icon and word say what it means, the colour repeats it.
#[component]
pub fn Notice(
    /// What it means.
    tone: Tone,
    /// The tone in a word ("Warning"): the icon's name.
    tone_label: String,
    /// Its heading.
    #[props(default, into)]
    title: Said,
    /// Whether it appeared because of something that happened: then it is announced, an urgent one at once.
    #[props(default)]
    is_announced: bool,
    /// Takes it away; a button with `close_label` is then shown.
    #[props(default)]
    on_close: Option<EventHandler<()>>,
    /// What the closing button says.
    #[props(default)]
    close_label: String,
    /// What it says.
    children: Element,
) -> Element {
    let role = match (is_announced, tone) {
        (false, _) => "note",
        (true, Tone::Urgent) => "alert",
        (true, _) => "status",
    };
    rsx! {
        div { class: "fi-notice", role, "data-tone": tone_name(tone),
            span { class: "fi-notice__icon",
                Icon { name: tone_icon(tone), label: tone_label }
            }
            div { class: "fi-notice__body",
                if !title.is_empty() {
                    p { class: "fi-notice__title", {title} }
                }
                {children}
            }
            if let Some(on_close) = on_close {
                super::button::IconButton { icon: IconName::Close, label: close_label, on_press: move |()| on_close.call(()) }
            }
        }
    }
}
