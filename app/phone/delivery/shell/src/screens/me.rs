//! The person: their session, and the way to what they can set.

use dioxus::prelude::*;
use fingertip_core::SessionMsg;
use fingertip_locale::Args;
use fingertip_ui::components::{Avatar, Button, Card, IconName, List, ListRow, Weight};

use super::Head;
#[cfg(feature = "desktop")]
use crate::state::Surface;
use crate::{
    route::Route,
    state::{use_model, use_say, use_words},
};

#[component]
pub(crate) fn Me() -> Element {
    let model = use_model!(consents);
    let words = use_words();
    let count = u32::try_from(model.consents.len()).unwrap_or(u32::MAX);
    rsx! {
        Head { title: words.say("me-title") }
        Account {}
        Group { title: words.say("me-mine"),
            Row {
                title: words.say("privacy-title"),
                detail: words.with("me-privacy-detail", &Args::new().number("count", count)),
                icon: IconName::Shield,
                to: Route::Privacy {},
            }
            Row { title: words.say("settings-answers"), icon: IconName::Change, to: Route::AnswersSettings {} }
            Row { title: words.say("family-title"), icon: IconName::People, to: Route::Family {} }
            Row { title: words.say("settings-storage"), icon: IconName::Download, to: Route::StorageSettings {} }
        }
        Group { title: words.say("me-app"),
            Row { title: words.say("me-display"), icon: IconName::Accessibility, to: Route::DisplaySettings {} }
            Row { title: words.say("settings-language"), icon: IconName::Language, to: Route::LanguageSettings {} }
            Row { title: words.say("settings-messages"), icon: IconName::Bell, to: Route::NotificationSettings {} }
            Row { title: words.say("settings-search"), icon: IconName::Search, to: Route::SearchSettings {} }
            Row { title: words.say("settings-security"), icon: IconName::Lock, to: Route::SecuritySettings {} }
            AnotherWindow {}
        }
        Group { title: words.say("me-help"),
            Row { title: words.say("help-title"), icon: IconName::Helper, to: Route::Help {} }
            Row { title: words.say("about-title"), icon: IconName::Information, to: Route::About {} }
        }
    }
}

/// Rows of one kind below their name.
#[component]
fn Group(title: String, children: Element) -> Element {
    rsx! {
        section {
            h2 { "{title}" }
            List { label: title, {children} }
        }
    }
}

/// A row that leads to a screen.
#[component]
fn Row(title: String, #[props(default)] detail: Option<String>, icon: IconName, to: Route) -> Element {
    let navigator = use_navigator();
    rsx! { ListRow { title, detail, icon, on_press: move |()| drop(navigator.push(to.clone())) } }
}

/// Where the device has windows, one more of them.
#[component]
fn AnotherWindow() -> Element {
    #[cfg(feature = "desktop")]
    {
        let words = use_words();
        let surface = use_context::<Surface>();
        if !surface.is_browser {
            let open = move |()| crate::window::another(surface.clone());
            return rsx! { ListRow { title: words.say("me-window"), icon: IconName::External, on_press: open } };
        }
    }
    rsx! {}
}

#[component]
fn Account() -> Element {
    let model = use_model!(session);
    let say = use_say();
    let words = use_words();
    rsx! {
        Card {
            match model.signed_in() {
                Some(session) => {
                    let name = session.name().unwrap_or_default();
                    rsx! {
                        div { class: "fi-person",
                            Avatar { name }
                            div {
                                h2 { bdi { "{name}" } }
                                p { class: "fi-muted", {words.with("me-signed-in", &Args::new().text("time", words.0.instant(session.since.as_millisecond())))} }
                            }
                        }
                        Button { label: words.say("me-sign-out"), weight: Weight::Quiet, icon: IconName::SignOut, on_press: move |()| say.that(SessionMsg::AskedToSignOut) }
                    }
                }
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
    let model = use_model!(session);
    let say = use_say();
    let words = use_words();
    match &*model.session {
        fingertip_core::SessionState::SigningIn(Some(url)) => rsx! {
            a { class: "fi-button", "data-weight": "primary", href: "{url}", target: "_blank", rel: "noreferrer", "{words.say(\"sheet-sign-in-open\")}" }
        },
        _ => rsx! {
            Button { label: words.say("sheet-sign-in-begin"), weight: Weight::Primary, icon: IconName::SignIn, on_press: move |()| say.that(SessionMsg::AskedToSignIn) }
        },
    }
}
