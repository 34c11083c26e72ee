//! The frame around the shell.

use dioxus::prelude::*;

use super::button::Button;

/// For the tester's page: on a wide window a phone of 390 x 844 points with a bezel, on a narrow one nothing.
/// What stands in it scrolls inside it; `position: fixed` parts stay inside it too. A button outside the phone takes the
/// phone away, so that the shell has the whole window as on a desktop.
#[component]
pub fn PhoneFrame(
    /// What the button says while there is a phone, and while there is none.
    #[props(default)]
    switch_labels: Option<(String, String)>,
    /// The shell.
    children: Element,
) -> Element {
    let mut is_whole = use_signal(|| false);
    rsx! {
        div { class: if is_whole() { "fi-desk" } else { "fi-phone" },
            div { class: if is_whole() { "fi-desk__window" } else { "fi-phone__screen" }, {children} }
            if let Some((to_window, to_phone)) = switch_labels {
                // A part of its own: what stands in no part is passed over by those who go from part to part.
                section { class: "fi-frame-switch", aria_label: to_window.clone(),
                    Button { label: if is_whole() { to_phone } else { to_window.clone() }, "data-action": "frame", on_press: move |()| is_whole.toggle() }
                }
            }
        }
    }
}
