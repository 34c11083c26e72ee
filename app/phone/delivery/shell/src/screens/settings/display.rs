//! Mode, light or dark, contrast, the size of text, and the wording.

use dioxus::prelude::*;
use fingertip_core::{Contrast, PersonMsg, Scheme};
use fingertip_locale::Wording;
use fingertip_standard::events::Display;

use super::{Choices, Setting};
use crate::state::{use_model, use_words};

#[component]
pub(crate) fn DisplaySettings() -> Element {
    let model = use_model!(preferences);
    let words = use_words();
    let chosen = &model.preferences;
    rsx! {
        Setting { title: words.say("me-display"),
            Choices {
                title: words.say("me-mode"),
                choices: vec![
                    ("me-display-normal", chosen.display == Display::Normal, || PersonMsg::ChoseDisplay(Display::Normal).into()),
                    ("start-display-seniors", chosen.display == Display::Seniors, || PersonMsg::ChoseDisplay(Display::Seniors).into()),
                ],
            }
            Choices {
                title: words.say("me-scheme"),
                choices: vec![
                    ("me-scheme-device", chosen.scheme.is_none(), || PersonMsg::ChoseScheme(None).into()),
                    ("me-scheme-light", chosen.scheme == Some(Scheme::Light), || PersonMsg::ChoseScheme(Some(Scheme::Light)).into()),
                    ("me-scheme-dark", chosen.scheme == Some(Scheme::Dark), || PersonMsg::ChoseScheme(Some(Scheme::Dark)).into()),
                ],
            }
            Choices {
                title: words.say("me-contrast"),
                choices: vec![
                    ("me-contrast-device", chosen.contrast.is_none(), || PersonMsg::ChoseContrast(None).into()),
                    ("me-contrast-normal", chosen.contrast == Some(Contrast::Normal), || PersonMsg::ChoseContrast(Some(Contrast::Normal)).into()),
                    ("me-contrast-more", chosen.contrast == Some(Contrast::More), || PersonMsg::ChoseContrast(Some(Contrast::More)).into()),
                ],
            }
            Choices {
                title: words.say("me-text"),
                choices: vec![
                    ("me-text-own", chosen.text_percent.is_none(), || PersonMsg::ChoseTextSize(None).into()),
                    ("me-text-large", chosen.text_percent == Some(125), || PersonMsg::ChoseTextSize(Some(125)).into()),
                    ("me-text-larger", chosen.text_percent == Some(150), || PersonMsg::ChoseTextSize(Some(150)).into()),
                    ("me-text-largest", chosen.text_percent == Some(188), || PersonMsg::ChoseTextSize(Some(188)).into()),
                ],
            }
            Choices {
                title: words.say("me-words"),
                choices: vec![
                    ("me-words-usual", chosen.wording() == Wording::Usual, || PersonMsg::ChoseSimpleWords(false).into()),
                    ("me-words-simple", chosen.wording() == Wording::Simple, || PersonMsg::ChoseSimpleWords(true).into()),
                ],
            }
        }
    }
}
