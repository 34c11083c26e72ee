//! The first start: language, region, how things are shown. One question a step, each with a way on.

use dioxus::prelude::*;
use fingertip_core::{Msg, PersonMsg, Remote};
use fingertip_locale::SHELL_LANGUAGES;
use fingertip_standard::events::Display;
use fingertip_ui::{
    components::{Button, Card, Notice, SearchBox, Skeleton, Tone, Weight},
    focus_screen,
};

use super::regions::matching;
use crate::{
    start::Problem,
    state::{use_model, use_say, use_words},
    wording,
};

#[derive(Clone, Copy, PartialEq)]
enum Step {
    Language,
    Display,
    Region,
}

#[component]
pub(crate) fn FirstStart(
    /// The person has a copy of their records from another device.
    on_copy: EventHandler<()>,
) -> Element {
    let mut step = use_signal(|| Step::Language);
    use_effect(move || {
        if step() != Step::Language {
            focus_screen();
        }
    });
    rsx! {
        main { class: "fi-screen fi-first-start",
            match step() {
                Step::Language => rsx! { Language { on_done: move |()| step.set(Step::Display) } },
                Step::Display => rsx! { Seniors { on_done: move |()| step.set(Step::Region) } },
                Step::Region => rsx! { Region { on_copy } },
            }
        }
    }
}

#[component]
fn Language(on_done: EventHandler<()>) -> Element {
    let model = use_model!(preferences);
    let say = use_say();
    let words = use_words();
    rsx! {
        h1 { "{words.say(\"start-language-title\")}" }
        p { "{words.say(\"start-language-body\")}" }
        div { class: "fi-stack",
            for tag in SHELL_LANGUAGES {
                Button {
                    key: "{tag}",
                    label: words.say(&wording::language(tag)),
                    lang: tag,
                    weight: if model.preferences.language == tag { Weight::Primary } else { Weight::Secondary },
                    is_wide: true,
                    on_press: {
                        let say = say.clone();
                        move |()| {
                            say.that(PersonMsg::ChoseLanguage(tag.to_owned()));
                            on_done.call(());
                        }
                    },
                }
            }
        }
    }
}

#[component]
fn Seniors(on_done: EventHandler<()>) -> Element {
    let say = use_say();
    let words = use_words();
    let choose = move |display: Display| {
        let say = say.clone();
        move |()| {
            say.that(PersonMsg::ChoseDisplay(display));
            on_done.call(());
        }
    };
    rsx! {
        h1 { "{words.say(\"start-display-title\")}" }
        Card { level: 2, heading: words.say("start-display-seniors"),
            p { "{words.say(\"start-display-seniors-body\")}" }
            Button { label: words.say("start-display-seniors-choose"), weight: Weight::Primary, is_wide: true, on_press: choose(Display::Seniors) }
        }
        Card { level: 2, heading: words.say("start-display-normal"),
            p { "{words.say(\"start-display-normal-body\")}" }
            Button { label: words.say("start-display-normal-choose"), is_wide: true, on_press: choose(Display::Normal) }
        }
    }
}

#[component]
fn Region(on_copy: EventHandler<()>) -> Element {
    let model = use_model!(catalogue, rules, search, is_online);
    let say = use_say();
    let words = use_words();
    let mut typed = use_signal(String::new);
    let (later, again, copy) = (say.clone(), say.clone(), say.clone());
    let regions = matching(&model, &typed.read());
    rsx! {
        h1 { "{words.say(\"start-region-title\")}" }
        p { "{words.say(\"start-region-body\")}" }
        match &*model.catalogue {
            Remote::Loading => rsx! { Skeleton { label: words.say("shell-loading") } },
            // Nothing is known of the nation yet, and nobody can say it but the platform.
            Remote::Failed(_) if !model.is_online => rsx! {
                Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), title: words.say(Problem::Platform.title()), is_announced: true,
                    p { "{words.say(Problem::Platform.next())}" }
                    p { "{words.say(Problem::Platform.owner_text())}" }
                }
                Button { label: words.say("shell-retry"), weight: Weight::Primary, is_wide: true, "data-action": "retry", on_press: move |()| again.that(Msg::Ticked) }
            },
            Remote::Failed(fault) => rsx! {
                Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), is_announced: true, {wording::fault(&words, fault)} }
            },
            Remote::Ready(..) => rsx! {
                SearchBox { id: "fi-region", label: words.say("start-region-search"), clear_label: words.say("shell-clear"), on_input: move |text| typed.set(text) }
                div { class: "fi-stack",
                    for region in regions {
                        Button {
                            key: "{region.code}",
                            label: words.name(&region.name, region.code.as_str()),
                            is_wide: true,
                            on_press: {
                                let say = say.clone();
                                move |()| {
                                    say.that(PersonMsg::ChoseRegion(region.code.clone()));
                                    say.that(PersonMsg::FinishedFirstStart);
                                }
                            },
                        }
                    }
                }
            },
        }
        Button { label: words.say("start-region-later"), weight: Weight::Quiet, is_wide: true, on_press: move |()| later.that(PersonMsg::FinishedFirstStart) }
        Button {
            label: words.say("carry-start"),
            weight: Weight::Quiet,
            is_wide: true,
            on_press: move |()| {
                on_copy.call(());
                copy.that(PersonMsg::FinishedFirstStart);
            },
        }
    }
}
