//! How content a person is.

use dioxus::prelude::*;
use fingertip_contract::RatingLevel;

use super::icon::{Icon, IconName, IconSize};

/// The face of a level.
#[must_use]
pub fn rating_face(level: &RatingLevel) -> IconName {
    match level {
        RatingLevel::VerySatisfied => IconName::FaceVeryGood,
        RatingLevel::Satisfied => IconName::FaceGood,
        RatingLevel::FairlySatisfied | RatingLevel::Unknown(_) => IconName::FaceFair,
        RatingLevel::Dissatisfied => IconName::FaceBad,
        RatingLevel::VeryDissatisfied => IconName::FaceVeryBad,
    }
}

/// Five levels as radio buttons, each with a face and a word. None is chosen first.
#[component]
pub fn RatingInput(
    /// The group's id.
    id: String,
    /// The question.
    legend: String,
    /// Each level with its word, from best to worst.
    levels: Vec<(RatingLevel, String)>,
    /// The level chosen.
    chosen: Option<RatingLevel>,
    /// Another level.
    on_change: EventHandler<RatingLevel>,
) -> Element {
    rsx! {
        fieldset { class: "fi-rating", role: "radiogroup",
            legend { class: "fi-field__label", "{legend}" }
            div { class: "fi-rating__levels",
                for (index, (level, label)) in levels.into_iter().enumerate() {
                    div { class: "fi-rating__level", key: "{index}", "data-on": (chosen.as_ref() == Some(&level)).then_some("true"),
                        input {
                            class: "fi-rating__control",
                            id: "{id}-{RatingLevel::ALL.len() - index}",
                            r#type: "radio",
                            name: "{id}",
                            checked: chosen.as_ref() == Some(&level),
                            onchange: {
                                let level = level.clone();
                                move |_| on_change.call(level.clone())
                            },
                        }
                        label { class: "fi-rating__label", r#for: "{id}-{RatingLevel::ALL.len() - index}",
                            Icon { name: rating_face(&level), size: IconSize::Large }
                            span { "{label}" }
                        }
                    }
                }
            }
        }
    }
}
