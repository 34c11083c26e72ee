//! Mode, light or dark, contrast, the size of text, and the wording.

use dioxus::prelude::*;
use fingertip_core::{Msg, Scheme};
use fingertip_locale::Wording;
use fingertip_standard::events::Display;

use super::{Choices, Setting};
use crate::state::{Words, use_model};

#[component]
pub(crate) fn DisplaySettings() -> Element {
    let model = use_model();
    let words = Words::of(&model);
    let chosen = &model.preferences;
    rsx! {
        Setting { title: words.say("me-display"),
            Choices {
                title: words.say("me-mode"),
                choices: vec![
                    ("me-display-normal", chosen.display == Display::Normal, || Msg::ChoseDisplay(Display::Normal)),
                    ("start-display-seniors", chosen.display == Display::Seniors, || Msg::ChoseDisplay(Display::Seniors)),
                ],
            }
            Choices {
                title: words.say("me-scheme"),
                choices: vec![
                    ("me-scheme-device", chosen.scheme.is_none(), || Msg::ChoseScheme(None)),
                    ("me-scheme-light", chosen.scheme == Some(Scheme::Light), || Msg::ChoseScheme(Some(Scheme::Light))),
                    ("me-scheme-dark", chosen.scheme == Some(Scheme::Dark), || Msg::ChoseScheme(Some(Scheme::Dark))),
                ],
            }
            Choices {
                title: words.say("me-contrast"),
                choices: vec![
                    ("me-contrast-normal", !chosen.has_more_contrast, || Msg::ChoseMoreContrast(false)),
                    ("me-contrast-more", chosen.has_more_contrast, || Msg::ChoseMoreContrast(true)),
                ],
            }
            Choices {
                title: words.say("me-text"),
                choices: vec![
                    ("me-text-own", chosen.text_percent.is_none(), || Msg::ChoseTextSize(None)),
                    ("me-text-large", chosen.text_percent == Some(125), || Msg::ChoseTextSize(Some(125))),
                    ("me-text-larger", chosen.text_percent == Some(150), || Msg::ChoseTextSize(Some(150))),
                    ("me-text-largest", chosen.text_percent == Some(188), || Msg::ChoseTextSize(Some(188))),
                ],
            }
            Choices {
                title: words.say("me-words"),
                choices: vec![
                    ("me-words-usual", chosen.wording() == Wording::Usual, || Msg::ChoseSimpleWords(false)),
                    ("me-words-simple", chosen.wording() == Wording::Simple, || Msg::ChoseSimpleWords(true)),
                ],
            }
        }
    }
}
