//! The frame around the shell.

use dioxus::prelude::*;

/// For the tester's page: on a wide window a phone of 390 x 844 points with a bezel, on a narrow one nothing.
/// What stands in it scrolls inside it; `position: fixed` parts stay inside it too.
#[component]
pub fn PhoneFrame(
    /// The shell.
    children: Element,
) -> Element {
    rsx! {
        div { class: "fi-phone",
            div { class: "fi-phone__screen", {children} }
        }
    }
}
