//! What stands where something is being fetched.

use dioxus::prelude::*;

/// Grey lines, seen only after 300 ms; a word for those who do not see them.
#[component]
pub fn Skeleton(
    /// "Loading".
    label: String,
    /// How many lines.
    #[props(default = 3)]
    lines: u32,
) -> Element {
    rsx! {
        div { class: "fi-skeleton", role: "status",
            span { class: "fi-visually-hidden", "{label}" }
            for line in 0..lines {
                span { key: "{line}", class: "fi-skeleton__line", aria_hidden: "true" }
            }
        }
    }
}
