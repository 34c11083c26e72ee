//! The person: session, display, language, and the way to what was shared.

use dioxus::prelude::*;
use fingertip_headless::{Msg, Scheme};
use fingertip_locale::{Args, SHELL_LANGUAGES, Wording};
use fingertip_standard::events::Display;
use fingertip_ui::components::{Button, Card, Chip, IconName, List, ListRow, Weight};

use super::Head;
#[cfg(feature = "desktop")]
use crate::state::Surface;
use crate::{
    route::Route,
    state::{Words, use_model, use_say},
    wording,
};

#[component]
pub(crate) fn Me() -> Element {
    let model = use_model();
    let words = Words::of(&model);
    let navigator = use_navigator();
    let count = u32::try_from(model.consents.len()).unwrap_or(u32::MAX);
    rsx! {
        Head { title: words.say("me-title") }
        Account {}
        Showing {}
        List { label: words.say("me-more"),
            ListRow {
                title: words.say("privacy-title"),
                detail: words.with("me-privacy-detail", &Args::new().number("count", count)),
                icon: IconName::Shield,
                on_press: move |()| drop(navigator.push(Route::Privacy {})),
            }
            AnotherWindow {}
            ListRow { title: words.say("help-title"), icon: IconName::Helper, on_press: move |()| drop(navigator.push(Route::Help {})) }
        }
    }
}

/// Where the device has windows, one more of them.
#[component]
fn AnotherWindow() -> Element {
    #[cfg(feature = "desktop")]
    {
        let words = Words::of(&use_model());
        let surface = use_context::<Surface>();
        if !surface.is_browser {
            let open = move |()| crate::entry::another_window(surface.clone());
            return rsx! { ListRow { title: words.say("me-window"), icon: IconName::External, on_press: open } };
        }
    }
    rsx! {}
}

#[component]
fn Account() -> Element {
    let model = use_model();
    let say = use_say();
    let words = Words::of(&model);
    rsx! {
        Card { level: 2, heading: words.say("me-account"),
            match model.signed_in() {
                Some(session) => rsx! {
                    p { {words.with("me-signed-in", &Args::new().text("name", words.0.isolate(session.name().unwrap_or_default())).text("time", words.0.instant(session.since.as_millisecond())))} }
                    Button { label: words.say("me-sign-out"), icon: IconName::SignOut, on_press: move |()| say(Msg::AskedToSignOut) }
                },
                None => rsx! {
                    p { "{words.say(\"me-signed-out\")}" }
                    SignIn {}
                },
            }
        }
    }
}

/// In the page itself: here nothing waits behind a sheet.
#[component]
fn SignIn() -> Element {
    let model = use_model();
    let say = use_say();
    let words = Words::of(&model);
    match &model.session {
        fingertip_headless::SessionState::SigningIn(Some(url)) => rsx! {
            a { class: "fi-button", "data-weight": "primary", href: "{url}", target: "_blank", rel: "noreferrer", "{words.say(\"sheet-sign-in-open\")}" }
        },
        _ => rsx! {
            Button { label: words.say("sheet-sign-in-begin"), weight: Weight::Primary, icon: IconName::SignIn, on_press: move |()| say(Msg::AskedToSignIn) }
        },
    }
}

#[component]
fn Showing() -> Element {
    let model = use_model();
    let say = use_say();
    let words = Words::of(&model);
    let chosen = &model.preferences;
    let chip = |label: &str, is_on: bool, msg: fn() -> Msg| {
        let say = say.clone();
        rsx! { Chip { label: words.say(label), is_on, on_press: move |()| say(msg()) } }
    };
    rsx! {
        Card { level: 2, heading: words.say("me-display"),
            div { class: "fi-chips", role: "group", aria_label: words.say("me-display"),
                {chip("me-display-normal", chosen.display == Display::Normal, || Msg::ChoseDisplay(Display::Normal))}
                {chip("start-display-seniors", chosen.display == Display::Seniors, || Msg::ChoseDisplay(Display::Seniors))}
            }
            div { class: "fi-chips", role: "group", aria_label: words.say("me-scheme"),
                {chip("me-scheme-device", chosen.scheme.is_none(), || Msg::ChoseScheme(None))}
                {chip("me-scheme-light", chosen.scheme == Some(Scheme::Light), || Msg::ChoseScheme(Some(Scheme::Light)))}
                {chip("me-scheme-dark", chosen.scheme == Some(Scheme::Dark), || Msg::ChoseScheme(Some(Scheme::Dark)))}
            }
            div { class: "fi-chips", role: "group", aria_label: words.say("me-contrast"),
                {chip("me-contrast-normal", !chosen.has_more_contrast, || Msg::ChoseMoreContrast(false))}
                {chip("me-contrast-more", chosen.has_more_contrast, || Msg::ChoseMoreContrast(true))}
            }
            div { class: "fi-chips", role: "group", aria_label: words.say("me-text"),
                {chip("me-text-own", chosen.text_percent.is_none(), || Msg::ChoseTextSize(None))}
                {chip("me-text-large", chosen.text_percent == Some(125), || Msg::ChoseTextSize(Some(125)))}
                {chip("me-text-larger", chosen.text_percent == Some(150), || Msg::ChoseTextSize(Some(150)))}
                {chip("me-text-largest", chosen.text_percent == Some(188), || Msg::ChoseTextSize(Some(188)))}
            }
        }
        Card { level: 2, heading: words.say("me-language"),
            div { class: "fi-chips", role: "group", aria_label: words.say("me-language"),
                for tag in SHELL_LANGUAGES {
                    Chip {
                        key: "{tag}",
                        label: words.say(&wording::language(tag)),
                        lang: tag,
                        is_on: chosen.language == tag,
                        on_press: {
                            let say = say.clone();
                            move |()| say(Msg::ChoseLanguage(tag.to_owned()))
                        },
                    }
                }
            }
            div { class: "fi-chips", role: "group", aria_label: words.say("me-words"),
                {chip("me-words-usual", chosen.wording() == Wording::Usual, || Msg::ChoseSimpleWords(false))}
                {chip("me-words-simple", chosen.wording() == Wording::Simple, || Msg::ChoseSimpleWords(true))}
            }
        }
    }
}
