//! A document as a card.

use dioxus::prelude::*;
use fingertip_standard::view::Tone;

use crate::Said;

use super::{crest::Crest, notice::tone_icon, tag::Tag};

/// A card such as a person carries: kind, holder, number, issuer, validity.
#[component]
pub fn DocumentCard(
    /// What it is.
    #[props(into)]
    kind: Said,
    /// Whose.
    holder: String,
    /// Its number, hidden in part where the caller hides it.
    number: String,
    /// Who issued it.
    #[props(into)]
    issuer: Said,
    /// Until when, in words.
    #[props(default)]
    validity: Option<String>,
    /// Its state in a word, with its tone: "expires in 12 days".
    #[props(default)]
    state: Option<(String, Tone)>,
    /// The holder's label, for assistive technology.
    holder_label: String,
    /// The number's label.
    number_label: String,
    /// Opens it; the kind is then a button and the card its target.
    #[props(default)]
    on_press: Option<EventHandler<()>>,
    /// A code to show and buttons, on white paper below.
    #[props(default)]
    children: Element,
) -> Element {
    // Several cards of one kind differ by their number.
    let label = format!("{kind} {number}");
    rsx! {
        article { class: "fi-document", aria_label: label, "data-pressable": on_press.map(|_| "true"),
            div { class: "fi-document__face",
                div { class: "fi-document__head",
                    Crest { name: issuer.to_string() }
                    div { class: "fi-document__names",
                        p { class: "fi-document__kind",
                            if let Some(on_press) = on_press {
                                button { class: "fi-document__press", r#type: "button", onclick: move |_| on_press.call(()), {kind} }
                            } else {
                                {kind}
                            }
                        }
                        p { class: "fi-document__issuer", {issuer} }
                    }
                }
                dl { class: "fi-document__facts",
                    div {
                        dt { class: "fi-visually-hidden", "{holder_label}" }
                        dd { class: "fi-document__holder", "{holder}" }
                    }
                    div {
                        dt { class: "fi-visually-hidden", "{number_label}" }
                        dd { class: "fi-document__number", bdi { dir: "ltr", "{number}" } }
                    }
                }
                if validity.is_some() || state.is_some() {
                    div { class: "fi-document__foot",
                        if let Some(validity) = validity {
                            p { "{validity}" }
                        }
                        if let Some((label, tone)) = state {
                            Tag { label, tone, icon: tone_icon(tone) }
                        }
                    }
                }
            }
            {children}
        }
    }
}
