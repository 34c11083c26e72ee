//! What stands around every screen: the document's modes, what the person is told, the bar, the sheets.

use std::rc::Rc;

use dioxus::{
    history::{History, MemoryHistory},
    prelude::*,
    router::components::HistoryProvider,
};
use fingertip_core::{MiniAppMsg, Model, NoticesMsg, OpenMiniApp, PersonMsg, SearchMsg, Told};
use fingertip_locale::{Args, direction};
use fingertip_standard::{
    ServiceId,
    events::{Display, Origin},
};
use fingertip_ui::{
    DocumentAttributes, DocumentTitle, Reading,
    components::{BottomBar, Button, IconName, NavItem, Notice, PhoneFrame, Skeleton, Status, Tone, Weight},
    focus_arrived, keep_back, use_device, watch_back, watch_keyboard, watch_names,
};

use jiff::Timestamp;

use crate::{
    acting::ActingBanner,
    alerts::Alerts,
    kept::begin,
    on_device::{GiveOn, read, stop, text_scale, use_on_device, use_secret_screens, use_system_text_scale},
    route::Route,
    screens::{CaseList, FirstStart, ThemeList, go_back},
    sheets::Sheets,
    state::{
        GoingBack, Surface, Words, contrast, department_name, provide, scheme, use_latest, use_model,
        use_parts, use_say, use_words,
    },
    switched::{AppSwitched, Switched},
    wording,
};

/// The root of the shell.
#[component]
pub fn Shell() -> Element {
    provide();
    use_device();
    let model = use_model!(preferences, is_restored);
    let system_scale = use_system_text_scale();
    use_front();
    use_effect(watch_keyboard);
    use_effect(watch_names);
    let is_browser = use_context::<Surface>().is_browser;
    let preferences = &model.preferences;
    let words = use_words();
    let name = words.say("app-name");
    let of_page = name.clone();
    use_effect(use_reactive!(|name| {
        if !is_browser {
            crate::name_window(&name);
        }
    }));
    let latest = use_latest();
    // Where whoever has just begun wants to go first.
    let mut first_place = use_signal(|| None::<Route>);
    let inside = rsx! {
        if !model.is_restored {
            Skeleton { label: words.say("shell-loading") }
        } else if !preferences.has_started {
            FirstStart { on_copy: move |()| first_place.set(Some(Route::StorageSettings {})) }
        } else {
            HistoryProvider {
                history: move |()| Rc::new(MemoryHistory::with_initial_path(first_place.peek().clone().unwrap_or_else(|| begin(&latest(), Timestamp::now())))) as Rc<dyn History>,
                Router::<Route> {}
            }
        }
    };
    rsx! {
        DocumentAttributes {
            language: preferences.language.clone(),
            direction: direction(&preferences.language),
            mode: preferences.display,
            scheme: scheme(preferences.scheme),
            contrast: contrast(preferences.contrast),
            text_scale: text_scale(preferences.text_percent, preferences.display, system_scale),
        }
        DocumentTitle { name: of_page }
        if is_browser {
            PhoneFrame { switch_labels: (words.say("tester-window"), words.say("tester-phone")), {inside} }
        } else {
            {inside}
        }
    }
}

/// Says at once whether the page is seen, for the one before it, when it was loaded anew, said last that it is not.
const FRONT: &str = "
const say = () => dioxus.send(!document.hidden);
document.addEventListener('visibilitychange', say);
say();
await new Promise(() => {});
";

/// Says when the app comes to the front and goes behind: a web view of a window, a phone or a tab all tell it in this way.
fn use_front() {
    let say = use_say();
    use_future(move || {
        let say = say.clone();
        async move {
            let mut seen = document::eval(FRONT);
            while let Ok(is_in_front) = seen.recv::<bool>().await {
                say.that(MiniAppMsg::AppInFront(is_in_front));
            }
        }
    });
}

/// The frame of every screen.
#[component]
pub(crate) fn Frame() -> Element {
    // What a link opened is shown wherever the person was.
    let arrived = |model: &Model| {
        let open = model.open.as_ref();
        let is_from_link =
            |open: &&OpenMiniApp| matches!(open.arrival().origin, Origin::DeepLink | Origin::MiniApp);
        open.filter(is_from_link).map(|open| open.instance)
    };
    let model = use_parts(move |model| (model.preferences.display, model.sheets.is_empty(), arrived(model)));
    let arrived = arrived(&model);
    let route = use_route::<Route>();
    // Behind a sheet nothing can be reached, neither by touch nor by a screen reader.
    let has_sheet = !model.sheets.is_empty();
    let say = use_say();
    let mut before = use_hook(|| CopyValue::new(None));
    let mut going_back = use_context_provider(|| GoingBack(CopyValue::new(false))).0;
    let navigator = use_navigator();
    use_secret_screens(&route);
    let device = use_on_device();
    use_future(move || watch_back(move || go_back(navigator)));
    // From home a device's own way back leads out of the app, as everywhere.
    let can_go_back = has_sheet || !matches!(route, Route::Home {});
    use_effect(use_reactive!(|can_go_back| keep_back(can_go_back)));
    use_effect(use_reactive!(|route| {
        let was = before.replace(Some(route.clone()));
        let is_back = going_back.replace(false);
        // Also at the first: the first start may have left the page scrolled. A mini-app moves the focus itself.
        if was.as_ref().is_none_or(|was| !was.is_same_screen(&route)) {
            let from = was.as_ref().map(ToString::to_string);
            focus_arrived(from.as_deref(), &route.to_string(), is_back, !matches!(route, Route::MiniApp {}));
        }
        if was.is_some_and(|was| was != route) {
            stop(device.as_ref());
            // An old question stands on no screen to which somebody comes for something else.
            if !is_back && matches!(route, Route::Home {} | Route::Services { .. }) {
                say.that(SearchMsg::LeftSearch);
            }
            // A mini-app keeps its own place, as a draft.
            if !matches!(route, Route::MiniApp {}) {
                say.that(PersonMsg::WentTo(route.to_string()));
            }
        }
    }));
    use_effect(use_reactive!(|arrived| {
        if arrived.is_some() {
            navigator.push(Route::MiniApp {});
        }
    }));
    rsx! {
        div { class: "fi-screen", inert: has_sheet.then_some("true"),
            div { class: "fi-content",
                ActingBanner {}
                Alerts { is_in_form: matches!(route, Route::MiniApp {}) }
                AppSwitched { is_home: matches!(route, Route::Home {}) }
                ToldNotices {}
                if model.preferences.display == Display::Seniors {
                    ReadAloud {}
                }
                div { class: "fi-panes",
                    Beside { route: route.clone() }
                    main { class: "fi-screen__main",
                        Switched { screen: route.screen(), Outlet::<Route> {} }
                    }
                }
            }
            if !matches!(route, Route::MiniApp {}) {
                Bar {}
            }
        }
        Sheets {}
    }
}

/// Where there is room, the list that an open thing is from. In seniors mode there is one thing a screen.
#[component]
fn Beside(route: Route) -> Element {
    let model = use_model!(preferences, catalogue);
    let words = use_words();
    if model.preferences.display == Display::Seniors {
        return rsx! {};
    }
    let (title, list) = match &route {
        Route::Case { .. } => (words.say("cases-title"), rsx! { CaseList {} }),
        Route::Service { id } => {
            let service =
                ServiceId::new(id.clone()).ok().and_then(|id| model.catalogue.ready()?.service(&id));
            let Some(theme) = service.map(|service| service.theme) else { return rsx! {} };
            (words.say(wording::theme(theme)), rsx! { ThemeList { theme } })
        }
        _ => return rsx! {},
    };
    rsx! {
        aside { class: "fi-beside", aria_label: title.clone(),
            h2 { "{title}" }
            {list}
        }
    }
}

/// A voice for what the screen says: on every screen of seniors mode.
#[component]
fn ReadAloud() -> Element {
    let words = use_words();
    let mut reading = use_signal(Reading::default);
    let device = use_on_device();
    let press = move |()| {
        if reading() == Reading::Aloud {
            stop(device.as_ref());
            reading.set(Reading::Silent);
        } else {
            spawn(read(device.clone(), move |now| reading.set(now)));
        }
    };
    rsx! {
        // A part of its own: what stands in no part is passed over by those who go from part to part.
        section { class: "fi-read-aloud", aria_label: words.say("shell-read"),
            Button {
                label: words.say(if reading() == Reading::Aloud { "shell-read-stop" } else { "shell-read" }),
                icon: IconName::ReadAloud,
                weight: Weight::Quiet,
                on_press: press,
            }
            Status { text: if reading() == Reading::Unavailable { words.say("shell-read-none") } else { String::new() } }
        }
    }
}

/// What stands along with what the person is told.
enum Along {
    /// A file that was saved.
    File(String),
    /// A page at which the person goes on.
    Page(String),
    /// No more.
    Nothing,
}

#[component]
fn ToldNotices() -> Element {
    let model = use_model!(told, is_online);
    let is_browser = use_context::<Surface>().is_browser;
    let say = use_say();
    let words = use_words();
    // The same words once: ten documents may come at once on a new device.
    let mut notices: Vec<(String, Tone, Along, Vec<usize>)> = Vec::new();
    for (index, told) in model.told.iter().enumerate() {
        let (text, tone) = (
            told_text(&model, &words, told),
            if matches!(
                told,
                Told::Fault(_)
                    | Told::NotAccepted(_)
                    | Told::Unread(_)
                    | Told::OpenedAsKept(_)
                    | Told::ActingEnded(_)
                    | Told::NotCopied
            ) {
                Tone::Warning
            } else {
                Tone::Success
            },
        );
        let saved = match told {
            Told::DaySaved(file) | Told::Exported(file) => Along::File(file.clone()),
            // Elsewhere the system's browser has gone there already.
            Told::Presented { back: Some(url), .. } if is_browser => Along::Page(url.to_string()),
            _ => Along::Nothing,
        };
        match notices.iter_mut().find(|(before, ..)| *before == text) {
            Some((.., indices)) => indices.push(index),
            None => notices.push((text, tone, saved, vec![index])),
        }
    }
    if model.is_online && notices.is_empty() {
        return rsx! {};
    }
    rsx! {
        // A part of its own, so that whoever goes from part to part finds what is new.
        section { class: "fi-told", aria_label: words.say("shell-told"),
            if !model.is_online {
                Notice { tone: Tone::Warning, tone_label: words.say("tone-warning"), is_announced: true, "{words.say(\"shell-offline\")}" }
            }
            for (text, tone, saved, indices) in notices {
                Notice {
                    key: "{text}",
                    tone,
                    tone_label: words.say(wording::tone(tone)),
                    is_announced: true,
                    close_label: words.say("shell-put-away"),
                    on_close: {
                        let say = say.clone();
                        // From the last on, so that the others keep their numbers.
                        move |()| indices.iter().rev().for_each(|index| say.that(NoticesMsg::PutAway(*index)))
                    },
                    p { "{text}" }
                    match saved {
                        Along::File(file) => rsx! { GiveOn { file } },
                        Along::Page(url) => rsx! {
                            a { href: "{url}", target: "_blank", rel: "noreferrer", {words.say("presentation-back")} }
                        },
                        Along::Nothing => rsx! {},
                    }
                }
            }
        }
    }
}

fn told_text(model: &fingertip_core::Model, words: &Words, told: &Told) -> String {
    match told {
        Told::Fault(fault) => {
            let text = wording::fault(words, fault);
            match &fault.owner {
                Some(owner) => {
                    format!(
                        "{text} {}",
                        words.with(
                            "fault-owner",
                            &Args::new().text("department", department_name(model, words, owner))
                        )
                    )
                }
                None => text,
            }
        }
        Told::Unread(count) => {
            let count = u32::try_from(*count).unwrap_or(u32::MAX);
            words.with("told-unread", &Args::new().number("count", count))
        }
        Told::CaseKept => words.say("told-case-kept"),
        Told::CaseArrived(case) => {
            words.with("told-case-arrived", &Args::new().text("reference", case.to_string()))
        }
        Told::NotAccepted(None) => words.say("told-not-accepted"),
        Told::NotAccepted(Some(own)) => {
            words.with("told-not-accepted-words", &Args::new().text("words", words.0.isolate(own)))
        }
        Told::DocumentCame(_) => words.say("told-document-came"),
        Told::OpenedAsKept(message) => words.say(message),
        Told::MiniAppRestored => words.say("told-mini-app-restored"),
        Told::SessionOver => words.say("told-session-over"),
        Told::Rated(_) => words.say("told-rated"),
        Told::ActArrived(_) => words.say("told-act-arrived"),
        Told::CaseArrivedFor { case, name } => words.with(
            "told-case-arrived-for",
            &Args::new().text("reference", case.to_string()).text("name", words.0.isolate(name)),
        ),
        Told::ActingEnded(name) => {
            words.with("told-acting-ended", &Args::new().text("name", words.0.isolate(name)))
        }
        Told::HelperCame(name) => {
            words.with("told-helper-came", &Args::new().text("name", words.0.isolate(name)))
        }
        Told::Presented { department, .. } => words.with(
            "presentation-done",
            &Args::new().text("department", department_name(model, words, department)),
        ),
        Told::HandedIn(case) => {
            words.with("told-handed-in", &Args::new().text("reference", case.to_string()))
        }
        Told::Copied => words.say("mini-app-confirmation-copied"),
        Told::NotCopied => words.say("mini-app-confirmation-copy-failed"),
        Told::Reminder(title) => {
            words.with("told-reminder", &Args::new().text("title", words.0.isolate(title)))
        }
        Told::DaySaved(file) => {
            words.with("take-out-saved", &Args::new().text("file", words.0.isolate(file)))
        }
        Told::Exported(file) => words.with("told-exported", &Args::new().text("file", words.0.isolate(file))),
    }
}

#[component]
fn Bar() -> Element {
    let model = use_model!(preferences);
    let words = use_words();
    let route = use_route::<Route>();
    let navigator = use_navigator();
    let is_seniors = model.preferences.display == Display::Seniors;
    let items: Vec<(Route, &str, IconName)> = if is_seniors {
        vec![
            (Route::Home {}, "nav-home", IconName::Home),
            (Route::Help {}, "nav-help", IconName::Helper),
            (Route::Me {}, "nav-me", IconName::Person),
        ]
    } else {
        vec![
            (Route::Home {}, "nav-home", IconName::Home),
            (Route::services(), "nav-services", IconName::Services),
            (Route::Cases {}, "nav-cases", IconName::Cases),
            (Route::Records {}, "nav-records", IconName::Records),
            (Route::Me {}, "nav-me", IconName::Person),
        ]
    };
    rsx! {
        BottomBar { label: words.say("nav-label"),
            for (to, label, icon) in items {
                NavItem {
                    key: "{label}",
                    label: words.say(label),
                    icon,
                    href: to.to_string(),
                    is_current: to.is_same_screen(&route),
                    on_press: move |()| drop(navigator.push(to.clone())),
                }
            }
        }
    }
}
