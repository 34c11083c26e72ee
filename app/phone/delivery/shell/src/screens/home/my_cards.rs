//! The cards that the person put on home: arranged, opened, taken away.

use dioxus::prelude::*;
use fingertip_core::{CardsMsg, HomeWidget, Model, WidgetPlace};
use fingertip_locale::Args;
use fingertip_standard::words::{Decimal, Value};
use fingertip_ui::components::{Button, HomeCard, HomeCards, IconButton, IconName, Tone, Weight};

use crate::{
    entering::use_enter,
    state::{Words, use_model, use_say, use_words},
    wording,
};

/// The cards that the person put here, each with the time it is of.
#[component]
pub(super) fn MyCards() -> Element {
    let model = use_model!(widgets);
    let say = use_say();
    let words = use_words();
    let enter = use_enter();
    let mut is_arranging = use_signal(|| false);
    let drawn: Vec<Drawn> =
        model.widgets.iter().filter_map(|widget| Drawn::of(&model, &words, widget)).collect();
    if drawn.is_empty() {
        return rsx! {};
    }
    let last = drawn.len() - 1;
    rsx! {
        section { aria_labelledby: "fi-my-cards",
            h2 { id: "fi-my-cards", "{words.say(\"home-cards\")}" }
            if drawn.len() > 1 {
                Button {
                    label: words.say(if is_arranging() { "home-cards-arranged" } else { "home-cards-arrange" }),
                    weight: Weight::Quiet,
                    icon: if is_arranging() { IconName::Check } else { IconName::Change },
                    on_press: move |()| is_arranging.toggle(),
                }
            }
            HomeCards { label: words.say("home-cards"),
                for (at, card) in drawn.into_iter().enumerate() {
                    HomeCard {
                        key: "{card.place.app}-{card.place.widget}",
                        title: card.title.clone(),
                        value: card.value,
                        details: card.details,
                        tone: card.tone,
                        tone_label: words.say(wording::tone(card.tone)),
                        progress: card.progress,
                        as_of: card.as_of,
                        remove_label: words.with("home-card-remove", &Args::new().text("name", card.title.clone())),
                        "data-widget": "{card.place.widget}",
                        on_press: {
                            let (enter, place) = (enter.clone(), card.place.clone());
                            move |()| enter.by(CardsMsg::OpenedWidget(place.clone()))
                        },
                        on_remove: {
                            let (say, place) = (say.clone(), card.place.clone());
                            move |()| say.that(CardsMsg::RemovedWidget(place.clone()))
                        },
                        if is_arranging() {
                            Arrange { place: card.place.clone(), name: card.title.clone(), at, last }
                        }
                    }
                }
            }
        }
    }
}

/// Two buttons instead of dragging: a hand that trembles and a keyboard can press them (WCAG 2.2, 2.5.7).
#[component]
fn Arrange(place: WidgetPlace, name: String, at: usize, last: usize) -> Element {
    let say = use_say();
    let words = use_words();
    let moves = [
        ("home-card-forward", true, at > 0, IconName::Back),
        ("home-card-backward", false, at < last, IconName::Forward),
    ];
    rsx! {
        div { class: "fi-arrange",
            for (label, is_forward, is_possible, icon) in moves {
                if is_possible {
                    IconButton {
                        key: "{label}",
                        icon,
                        label: words.with(label, &Args::new().text("name", name.clone())),
                        on_press: {
                            let (say, place) = (say.clone(), place.clone());
                            move |()| say.that(CardsMsg::MovedWidget { place: place.clone(), is_forward })
                        },
                    }
                }
            }
        }
    }
}

/// A card in the person's language.
struct Drawn {
    place: WidgetPlace,
    title: String,
    value: Option<String>,
    details: Vec<String>,
    tone: Tone,
    progress: Option<(f64, String)>,
    as_of: Option<String>,
}

impl Drawn {
    /// None where there is nothing to show.
    fn of(model: &Model, words: &Words, widget: &HomeWidget) -> Option<Self> {
        let place = widget.kept.place.clone();
        let Some(made) = &widget.card else {
            let waits = widget.kept.needs_sign_in && model.signed_in().is_none();
            let title = words.pick(&widget.kept.names).to_string();
            let details = vec![words.say("home-card-sign-in")];
            return waits.then_some(Self {
                place,
                title,
                value: None,
                details,
                tone: Tone::Neutral,
                progress: None,
                as_of: None,
            });
        };
        let own = made.words(words.0.clone(), model.region_names());
        let share = |share: Decimal| (share.to_f64() * 100.0, words.0.value(&Value::Percent(share)));
        Some(Self {
            place,
            title: own.text(made.card.title),
            value: own.optional(made.card.value),
            details: made.card.details.iter().map(|&line| own.text(line)).collect(),
            tone: made.card.tone,
            progress: made.card.progress.map(share),
            as_of: Some(words.with(
                "home-card-as-of",
                &Args::new().text("time", words.0.instant(made.as_of.as_millisecond())),
            )),
        })
    }
}
