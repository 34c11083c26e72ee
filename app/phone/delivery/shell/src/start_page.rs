//! The root of the shell, and the page that stands in its place while the app does not begin.

use dioxus::prelude::*;
use fingertip_core::PinError;
use fingertip_locale::{Formatter, SHELL_LANGUAGES, direction, shell_messages};
use fingertip_standard::events::Display;
use fingertip_ui::{
    Contrast, DocumentAttributes, DocumentTitle, Scheme,
    components::{Button, FieldText, PhoneFrame, TextField, Typing, Weight},
    focus_screen, watch_names,
};

use crate::{
    frame::Shell,
    start::{Problem, Screen, Start},
    state::{Surface, Words},
    wording,
};

/// The shell as soon as the app runs; until then, what keeps it from running.
#[component]
pub fn Root() -> Element {
    let start = use_context::<Start>();
    use_hook(|| {
        if let Some(device) = start.device() {
            provide_context(device);
        }
    });
    let mut surface = use_signal(|| start.surface());
    let is_window = start.screen() == Screen::Window;
    let of_window = start.clone();
    use_future(move || {
        let mut fronts = of_window.fronts();
        async move {
            while fronts.changed().await.is_ok() {
                if is_window {
                    crate::come_to_front();
                }
            }
        }
    });
    let of_lock = start.clone();
    use_effect(move || {
        let Some(mut watch) = surface.read().as_ref().map(|surface| surface.watch.clone()) else { return };
        let start = of_lock.clone();
        spawn(async move {
            if watch.wait_for(|model| model.is_locked).await.is_ok() {
                let closing = start.clone();
                // The app writes its last meanwhile, and the page must not stand still.
                let _ = tokio::task::spawn_blocking(move || closing.close()).await;
                surface.set(None);
            }
        });
    });
    rsx! {
        match surface() {
            Some(surface) => rsx! { Running { surface } },
            None => rsx! { StartPage { on_begun: move |now| surface.set(Some(now)) } },
        }
    }
}

#[component]
fn Running(surface: Surface) -> Element {
    use_context_provider(|| surface);
    rsx! { Shell {} }
}

/// What is wrong, whose it is, what to do, and another try. In the device's language: what the person chose is among what
/// cannot be read.
#[component]
fn StartPage(on_begun: EventHandler<Surface>) -> Element {
    let start = use_context::<Start>();
    let mut language = use_signal(|| start.language());
    let mut problem = use_signal(|| start.problem());
    let mut is_trying = use_signal(|| false);
    use_effect(focus_screen);
    use_effect(watch_names);
    let words = Words(Formatter::new(shell_messages(), language()));
    let is_page = start.screen() == Screen::Page;
    let mut begin = move |pin: Option<String>| {
        let start = start.clone();
        is_trying.set(true);
        spawn(async move {
            // A key store may wait for the person meanwhile, and the page must not stand still.
            let again = start.clone();
            let begin = move || match pin {
                Some(pin) => again.unlock(pin),
                None => again.try_again(),
            };
            let now = tokio::task::spawn_blocking(begin).await.ok().flatten();
            is_trying.set(false);
            match now {
                Some(surface) => on_begun.call(surface),
                None => {
                    problem.set(start.problem());
                    focus_screen();
                }
            }
        });
    };
    let inside = rsx! {
        main { class: "fi-screen fi-first-start",
            match problem() {
                Problem::Locked(refused) => rsx! {
                    Unlock { words: words.clone(), refused, is_busy: is_trying(), on_pin: move |pin| begin(Some(pin)) }
                },
                problem => rsx! {
                    {problem_text(problem, &words)}
                    p { "{words.say(\"start-problem-kept\")}" }
                    Button { label: words.say("shell-retry"), weight: Weight::Primary, is_wide: true, is_busy: is_trying(), "data-action": "retry", on_press: move |()| begin(None) }
                },
            }
            section { aria_labelledby: "fi-start-language",
                h2 { id: "fi-start-language", "{words.say(\"start-problem-language\")}" }
                div { class: "fi-stack",
                    for tag in SHELL_LANGUAGES {
                        Button {
                            key: "{tag}",
                            label: words.say(&wording::language(tag)),
                            lang: tag,
                            is_wide: true,
                            on_press: move |()| {
                                language.set(tag);
                                focus_screen();
                            },
                        }
                    }
                }
            }
        }
    };
    rsx! {
        DocumentAttributes {
            language: language(),
            direction: direction(language()),
            mode: Display::Normal,
            scheme: Scheme::Device,
            contrast: Contrast::Device,
        }
        DocumentTitle { name: words.say("app-name") }
        if is_page {
            PhoneFrame { switch_labels: (words.say("tester-window"), words.say("tester-phone")), {inside} }
        } else {
            {inside}
        }
    }
}

/// The app is closed: the person gives their PIN.
#[component]
fn Unlock(words: Words, refused: Option<PinError>, is_busy: bool, on_pin: EventHandler<String>) -> Element {
    let mut pin = use_signal(String::new);
    rsx! {
        h1 { "{words.say(\"lock-title\")}" }
        p { "{words.say(\"lock-next\")}" }
        TextField {
            id: "fi-pin",
            text: FieldText {
                label: words.say("lock-pin"),
                error: refused.map(|why| wording::pin(&words, why)),
                ..FieldText::default()
            },
            typing: Typing::PIN,
            on_input: move |text| pin.set(text),
        }
        Button {
            label: words.say("lock-open"),
            weight: Weight::Primary,
            is_wide: true,
            is_busy,
            "data-action": "unlock",
            on_press: move |()| on_pin.call(pin()),
        }
        p { class: "fi-muted", "{words.say(\"lock-forgotten\")}" }
    }
}

/// What is wrong, whose it is and what to do.
pub(crate) fn problem_text(problem: Problem, words: &Words) -> Element {
    rsx! {
        h1 { "{words.say(problem.title())}" }
        p { "{words.say(problem.next())}" }
        p { class: "fi-muted", "{words.say(problem.owner_text())}" }
    }
}
