//! All that is wrong on a page, at its top.

use dioxus::prelude::*;

use super::icon::{Icon, IconName};
use crate::focus::focus_element;

/// The id of the summary, to move the focus to.
pub const ERROR_SUMMARY_ID: &str = "fi-error-summary";

/// One error: the input's id and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorLink {
    /// The id of the input.
    pub input_id: String,
    /// What is wrong.
    pub text: String,
}

/// Takes the focus and leads to each input.
#[component]
pub fn ErrorSummary(
    /// "There are 2 things to check".
    title: String,
    /// The errors, in the order of the page.
    errors: Vec<ErrorLink>,
) -> Element {
    rsx! {
        div { class: "fi-error-summary", id: ERROR_SUMMARY_ID, role: "alert", tabindex: "-1", aria_labelledby: "fi-error-summary-title",
            h2 { class: "fi-error-summary__title", id: "fi-error-summary-title",
                Icon { name: IconName::Error }
                span { "{title}" }
            }
            ul { class: "fi-error-summary__list",
                for error in errors {
                    li { key: "{error.input_id}",
                        a {
                            class: "fi-error-summary__link",
                            href: "#{error.input_id}",
                            onclick: move |event| {
                                // A web view may take a change of the fragment for a navigation.
                                event.prevent_default();
                                focus_element(&error.input_id);
                            },
                            "{error.text}"
                        }
                    }
                }
            }
        }
    }
}
