//! A thin line: how much of the whole is done.

use dioxus::prelude::*;

/// The line. The words beside it say the same; `label` is for those who do not see it.
#[component]
pub fn ProgressLine(
    /// From 0 to 100.
    share: f64,
    /// The same in words.
    label: String,
) -> Element {
    rsx! {
        progress { class: "fi-progress-line", max: "100", value: "{share}", aria_label: label, "{share}" }
    }
}
