//! The sign of a department or a person.

use dioxus::prelude::*;

use super::icon::{Icon, IconName};

/// A department's crest: its picture, or a public building while it has none. Never a colour of its own.
#[component]
pub fn Crest(
    /// The department's name, for its picture; decoration, since the name stands beside it.
    name: String,
    /// A picture as a data URL.
    #[props(default)]
    image: Option<String>,
) -> Element {
    rsx! {
        span { class: "fi-crest", "data-name": "{name}", aria_hidden: "true",
            if let Some(image) = image {
                img { class: "fi-crest__image", src: image, alt: "" }
            } else {
                Icon { name: IconName::Department }
            }
        }
    }
}

/// A person's sign: the first letter of their name.
#[component]
pub fn Avatar(
    /// The person's name.
    name: String,
) -> Element {
    let first = name.trim().chars().next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    rsx! {
        span { class: "fi-avatar", aria_hidden: "true", "{first}" }
    }
}
