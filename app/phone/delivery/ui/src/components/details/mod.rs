//! Something behind a summary.

use dioxus::prelude::*;

use super::icon::{Icon, IconName, IconSize};

/// A native `details`.
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
    rsx! {
        details { class: "fi-details", open: is_open,
            summary { class: "fi-details__summary",
                span { class: "fi-details__sign", Icon { name: IconName::Open, size: IconSize::Small } }
                "{summary}"
            }
            div { class: "fi-details__body", {children} }
        }
    }
}
