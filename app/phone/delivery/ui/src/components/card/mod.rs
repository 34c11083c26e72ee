//! A sheet of paper on the page.

use dioxus::prelude::*;
use fingertip_standard::view::Tone;

use crate::Said;

use super::notice::tone_name;

/// A card. With `on_press` its heading is one button and the whole card is its target.
#[component]
pub fn Card(
    /// Its heading.
    #[props(default, into)]
    heading: Said,
    /// The level of its heading: 2 where it stands on the page itself, 3 in a section.
    #[props(default = 3)]
    level: u8,
    /// A line above the heading: what kind of thing it is.
    #[props(default)]
    kicker: Option<String>,
    /// What it means; only the "next step" card is not neutral.
    #[props(default = Tone::Neutral)]
    tone: Tone,
    /// Opens what it shows.
    #[props(default)]
    on_press: Option<EventHandler<()>>,
    /// Anything else.
    #[props(extends = GlobalAttributes)]
    attributes: Vec<Attribute>,
    /// What stands in it.
    children: Element,
) -> Element {
    rsx! {
        div { class: "fi-card", "data-tone": tone_name(tone), "data-pressable": on_press.map(|_| "true"), ..attributes,
            if let Some(kicker) = kicker {
                p { class: "fi-card__kicker", "{kicker}" }
            }
            if !heading.is_empty() {
                if level == 2 {
                    h2 { class: "fi-card__heading", {named(heading, on_press)} }
                } else {
                    h3 { class: "fi-card__heading", {named(heading, on_press)} }
                }
            }
            {children}
        }
    }
}

/// The words of the heading; a button where the card opens something.
fn named(heading: Said, on_press: Option<EventHandler<()>>) -> Element {
    rsx! {
        if let Some(on_press) = on_press {
            button { class: "fi-card__press", r#type: "button", onclick: move |_| on_press.call(()), {heading} }
        } else {
            {heading}
        }
    }
}
