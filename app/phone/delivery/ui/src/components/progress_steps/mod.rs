//! How far a person is in a form or a case.

use dioxus::prelude::*;

/// A thin line of steps and the same in words.
#[component]
pub fn ProgressSteps(
    /// The step, from 1; 0 before the first.
    current: u32,
    /// How many there are.
    total: u32,
    /// "Step 2 of 4".
    text: String,
) -> Element {
    // A line of more pieces than fit is one continuous line.
    let pieces = total.clamp(1, 12);
    let done = if total <= 12 { current } else { (current * pieces).div_ceil(total) };
    rsx! {
        div { class: "fi-steps",
            p { class: "fi-steps__text", "{text}" }
            div { class: "fi-steps__line", aria_hidden: "true",
                for piece in 1..=pieces {
                    span { key: "{piece}", class: "fi-steps__piece", "data-state": if piece < done { "done" } else if piece == done { "current" } else { "open" } }
                }
            }
        }
    }
}
