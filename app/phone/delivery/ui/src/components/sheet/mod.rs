//! A sheet that lies over the page until it is answered.

use dioxus::prelude::*;

use crate::{Said, focus_element};

use super::{button::IconButton, icon::IconName};

/// A finger that was on its way when the sheet came up meant what was there before.
const SETTLE: &str = "await new Promise((done) => setTimeout(done, 500)); return true;";

/// A modal sheet: from below on a phone, in the middle of a wide window. The caller makes the rest of the page `inert`.
/// The focus goes to its heading; Escape closes it where it can be closed.
#[component]
pub fn Sheet(
    /// Its id; the heading's is `{id}_title`.
    id: String,
    /// Its heading.
    title: String,
    /// What the closing button says.
    close_label: String,
    /// Closes it; without it the sheet must be answered.
    #[props(default)]
    on_close: Option<EventHandler<()>>,
    /// The shell's own seal above the heading: sheets that ask for consent or money carry it.
    #[props(default, into)]
    seal: Said,
    /// Buttons that stay in reach at its end.
    #[props(default = VNode::empty())]
    actions: Element,
    /// What stands in it.
    children: Element,
) -> Element {
    let mut has_settled = use_signal(|| false);
    use_future(move || async move {
        let settled = document::eval(SETTLE).await;
        // A page that cannot tell the time must not keep its buttons from anybody.
        drop(settled);
        has_settled.set(true);
    });
    let named = format!("{id}_title");
    rsx! {
        div { class: "fi-sheet",
            dialog {
                class: "fi-sheet__paper",
                id: "{id}",
                open: true,
                aria_modal: "true",
                aria_labelledby: "{id}_title",
                onkeydown: move |event| {
                    if let (Key::Escape, Some(on_close)) = (event.key(), on_close) {
                        event.prevent_default();
                        event.stop_propagation();
                        on_close.call(());
                    }
                },
                div { class: "fi-sheet__head",
                    div { class: "fi-sheet__names",
                        if !seal.is_empty() {
                            p { class: "fi-sheet__seal",
                                super::icon::Icon { name: IconName::Shield, size: super::icon::IconSize::Small }
                                {seal}
                            }
                        }
                        h2 {
                            class: "fi-sheet__title",
                            id: "{id}_title",
                            tabindex: "-1",
                            onmounted: move |_| focus_element(&named),
                            "{title}"
                        }
                    }
                    if let Some(on_close) = on_close {
                        IconButton { icon: IconName::Close, label: close_label, "data-way-back": "true", on_press: move |()| on_close.call(()) }
                    }
                }
                // It scrolls where it is long, and then also without a pointer.
                div { class: "fi-sheet__body", role: "group", aria_labelledby: "{id}_title", tabindex: "0", {children} }
                div { class: "fi-sheet__actions", inert: (!has_settled()).then_some("true"), {actions} }
            }
        }
    }
}
