//! Lists whose rows can be opened.

use dioxus::prelude::*;
use fingertip_standard::view::Tone;

use crate::Said;

use super::{
    icon::{Icon, IconName, IconSize},
    notice::{tone_icon, tone_name},
};

/// A list of [`ListRow`]s on one card.
#[component]
pub fn List(
    /// What the list holds, for assistive technology; none where a heading stands above it.
    #[props(default)]
    label: Option<String>,
    /// The rows.
    children: Element,
) -> Element {
    rsx! {
        ul { class: "fi-list", aria_label: label, {children} }
    }
}

/// One row: a title, more of it, a value.
#[component]
pub fn ListRow(
    /// What it is.
    #[props(into)]
    title: Said,
    /// More of it.
    #[props(default, into)]
    detail: Said,
    /// Its value, at the end of the line.
    #[props(default)]
    value: Option<String>,
    /// An icon before it.
    #[props(default)]
    icon: Option<IconName>,
    /// What it means; with a tone, `tone_label` names the icon.
    #[props(default = Tone::Neutral)]
    tone: Tone,
    /// The tone in a word.
    #[props(default)]
    tone_label: String,
    /// The action of the view's row, as `data-action`.
    #[props(default)]
    action: Option<String>,
    /// Opens it; without it the row is plain text.
    #[props(default)]
    on_press: Option<EventHandler<()>>,
    /// A tag or a line of progress below the detail.
    #[props(default)]
    children: Element,
) -> Element {
    let body = rsx! {
        if tone != Tone::Neutral {
            span { class: "fi-list-row__icon", Icon { name: tone_icon(tone), label: tone_label } }
        } else if let Some(name) = icon {
            span { class: "fi-list-row__icon", Icon { name } }
        }
        span { class: "fi-list-row__text",
            span { class: "fi-list-row__title", {title} }
            if !detail.is_empty() {
                span { class: "fi-list-row__detail", {detail} }
            }
            {children}
        }
        if let Some(value) = value {
            span { class: "fi-list-row__value", "{value}" }
        }
        if on_press.is_some() {
            span { class: "fi-list-row__open", Icon { name: IconName::Open, size: IconSize::Small } }
        }
    };
    rsx! {
        li { class: "fi-list__item",
            if let Some(on_press) = on_press {
                button { class: "fi-list-row", r#type: "button", "data-action": action, "data-tone": tone_name(tone), onclick: move |_| on_press.call(()), {body} }
            } else {
                div { class: "fi-list-row", "data-tone": tone_name(tone), {body} }
            }
        }
    }
}
