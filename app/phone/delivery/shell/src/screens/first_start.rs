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
    kept::{FIRST_START, use_kept_at},
    start::Problem,
    state::{Surface, use_model, use_say, use_words},
    wording,
};

#[derive(Clone, Copy, PartialEq)]
enum Step {
    Language,
    Display,
    Region,
}

impl Step {
    fn name(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Display => "display",
            Self::Region => "region",
        }
    }

    /// The first step has no name: whoever begins has done nothing yet.
    fn called(name: &str) -> Self {
        [Self::Display, Self::Region].into_iter().find(|step| step.name() == name).unwrap_or(Self::Language)
    }
}

#[component]
pub(crate) fn FirstStart(
    /// The person has a copy of their records from another device.
    on_copy: EventHandler<()>,
) -> Element {
    let kept = use_kept_at(FIRST_START.to_owned(), "step");
    let step = Step::called(&kept.text());
    let is_browser = use_context::<Surface>().is_browser;
    use_effect(move || {
        // Read in any case: this is done again when it changes.
        let step = Step::called(&kept.text());
        // A page that was just opened is read by a browser's screen reader from its top; a window is heard where its focus is.
        if !is_browser || step != Step::Language {
            focus_screen();
        }
    });
    rsx! {
        main { class: "fi-screen fi-first-start",
            match step {
                Step::Language => rsx! { Language { on_done: move |()| kept.set(Step::Display.name().to_owned()) } },
                Step::Display => rsx! { Seniors { on_done: move |()| kept.set(Step::Region.name().to_owned()) } },
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
    let typed = use_kept_at(FIRST_START.to_owned(), "region");
    let (later, again, copy) = (say.clone(), say.clone(), say.clone());
    let regions = matching(&model, &typed.text());
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
                SearchBox { id: "fi-region", label: words.say("start-region-search"), initial: typed.peek(), clear_label: words.say("shell-clear"), on_input: move |text| typed.set(text) }
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
