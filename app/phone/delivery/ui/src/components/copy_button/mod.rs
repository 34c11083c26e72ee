//! Copying a text, and saying what came of it.

use dioxus::prelude::*;

use super::{Button, IconName, Status, Weight};
use crate::clipboard::copy_text;

/// What copying says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyLabels {
    /// The button.
    pub copy: String,
    /// The text is in the clipboard.
    pub copied: String,
    /// It is not, and how it gets there all the same.
    pub failed: String,
}

/// A button that copies a text. That it was copied is said when the device says so, and not before.
#[component]
pub fn CopyButton(
    /// What is copied.
    text: String,
    /// The words.
    labels: CopyLabels,
    /// Whether the button is as wide as its place.
    #[props(default)]
    is_wide: bool,
) -> Element {
    let mut is_copied = use_signal(|| None::<bool>);
    let copy = move |()| {
        let text = text.clone();
        is_copied.set(None);
        async move {
            let came = copy_text(text).await;
            is_copied.set(Some(came));
        }
    };
    rsx! {
        div { class: "fi-row fi-copy",
            Button { label: labels.copy, icon: IconName::Copy, weight: Weight::Quiet, is_wide, on_press: copy }
            // Nothing while it is copied: the same words are new words the second time.
            Status {
                text: match is_copied() {
                    Some(true) => labels.copied,
                    Some(false) => labels.failed,
                    None => String::new(),
                },
            }
        }
    }
}
