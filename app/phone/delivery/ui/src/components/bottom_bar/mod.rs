//! The bar at the bottom of the main screens.

use dioxus::prelude::*;

use super::icon::{Icon, IconName};

/// The bar.
#[component]
pub fn BottomBar(
    /// What it is, for assistive technology ("Main").
    label: String,
    /// [`NavItem`]s.
    children: Element,
) -> Element {
    rsx! {
        nav { class: "fi-bottom-bar", aria_label: label,
            ul { class: "fi-bottom-bar__items", {children} }
        }
    }
}

/// One place to go.
#[component]
pub fn NavItem(
    /// Its name.
    label: String,
    /// Its icon.
    icon: IconName,
    /// Where it leads, for the address line; the press is handed to `on_press`.
    href: String,
    /// Whether the person is there.
    #[props(default)]
    is_current: bool,
    /// What waits there, in words ("2 new"); drawn as a dot.
    #[props(default)]
    waiting: Option<String>,
    /// Pressed.
    on_press: EventHandler<()>,
) -> Element {
    rsx! {
        li { class: "fi-bottom-bar__item",
            a {
                class: "fi-nav-item",
                href,
                aria_current: is_current.then_some("page"),
                onclick: move |event| {
                    event.prevent_default();
                    on_press.call(());
                },
                span { class: "fi-nav-item__icon",
                    Icon { name: icon }
                    if waiting.is_some() {
                        span { class: "fi-nav-item__dot", aria_hidden: "true" }
                    }
                }
                span { class: "fi-nav-item__label", "{label}" }
                if let Some(waiting) = waiting {
                    span { class: "fi-visually-hidden", ", {waiting}" }
                }
            }
        }
    }
}
