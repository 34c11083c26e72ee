//! A place of the catalogue that is not there: not yet, not to be had, or not at all.

use dioxus::prelude::*;
use fingertip_core::Remote;
use fingertip_ui::{
    Said,
    components::{EmptyState, IconName, Notice, Skeleton, Tone},
};

use super::Back;
use crate::{
    state::{use_model, use_words},
    wording,
};

/// Says that `gone` only once the catalogue is there: while it is being read nobody knows.
#[component]
pub(super) fn Missing(
    /// The title of the place above it.
    #[props(into)]
    back: Said,
    /// What stands for it.
    icon: IconName,
    /// That there is no such thing.
    gone: String,
) -> Element {
    let model = use_model!(catalogue);
    let words = use_words();
    rsx! {
        Back { title: back }
        match &*model.catalogue {
            Remote::Loading => rsx! { Skeleton { label: words.say("shell-loading") } },
            Remote::Failed(fault) => rsx! {
                Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), is_announced: true, {wording::fault(&words, fault)} }
            },
            Remote::Ready(..) => rsx! {
                h1 { class: "fi-visually-hidden", "{gone}" }
                EmptyState { icon, title: gone }
            },
        }
    }
}
