//! The grid of services that most people look for.

use dioxus::prelude::*;

use crate::Said;

use super::icon::{Icon, IconName, IconSize};

/// A grid of [`Tile`]s: four a row, two in seniors mode and where it is narrow.
#[component]
pub fn TileGrid(
    /// What the grid holds, for assistive technology.
    label: String,
    /// The tiles.
    children: Element,
) -> Element {
    rsx! {
        ul { class: "fi-tiles", aria_label: label, {children} }
    }
}

/// One tile.
#[component]
pub fn Tile(
    /// Its short name.
    #[props(into)]
    label: Said,
    /// Its icon.
    icon: IconName,
    /// What is new about it, in a word.
    #[props(default)]
    badge: Option<String>,
    /// Opens it.
    on_press: EventHandler<()>,
) -> Element {
    rsx! {
        li { class: "fi-tiles__item",
            button { class: "fi-tile", r#type: "button", onclick: move |_| on_press.call(()),
                span { class: "fi-tile__icon",
                    Icon { name: icon, size: IconSize::Large }
                }
                span { class: "fi-tile__label", {label} }
                if let Some(badge) = badge {
                    span { class: "fi-tile__badge", "{badge}" }
                }
            }
        }
    }
}
