//! What stands where nothing is yet.

use dioxus::prelude::*;

use super::icon::{Icon, IconName, IconSize};

/// Says what will appear here and offers one step.
#[component]
pub fn EmptyState(
    /// An icon.
    icon: IconName,
    /// What will appear here.
    title: String,
    /// More of it.
    #[props(default)]
    body: Option<String>,
    /// One button.
    #[props(default)]
    children: Element,
) -> Element {
    rsx! {
        div { class: "fi-empty",
            span { class: "fi-empty__icon", Icon { name: icon, size: IconSize::Large } }
            p { class: "fi-empty__title", "{title}" }
            if let Some(body) = body {
                p { class: "fi-muted", "{body}" }
            }
            {children}
        }
    }
}
