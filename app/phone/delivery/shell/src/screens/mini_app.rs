//! The frame of a mini-app: it always names the verified department and can always be closed.

use std::{cell::Cell, collections::BTreeMap, rc::Rc, sync::Arc, time::Duration};

use dioxus::prelude::*;
use fingertip_core::{CardsMsg, MiniAppMsg, MiniAppState, Model, Problem, Same, ShownFault, WidgetPlace};
use fingertip_locale::Args;
use fingertip_standard::{events::Input, view::View};
use fingertip_ui::{
    Images, ViewEvent, ViewTree,
    components::{BarAction, Button, Crest, EmptyState, IconName, ProgressLine, Skeleton, TopBar, Weight},
    focus_screen,
};
use jiff::Timestamp;

use super::{Call, HelpButton};
use crate::{
    known::known,
    route::Route,
    state::{code_lists, department_name, mini_app_name, use_latest, use_parts, use_say, use_words},
    wording,
};

const A_SECOND: Duration = Duration::from_secs(1);

/// What the frame shows of the open mini-app: which it is and how far, and nothing of what is typed inside.
fn framed(model: &Model) -> Option<(u64, MiniAppState, bool, Option<u8>)> {
    let open = model.open.as_ref()?;
    Some((open.instance, open.state(), open.manifest.is_some(), open.fetched))
}

#[component]
pub(crate) fn MiniApp() -> Element {
    let model = use_parts(|model| (model.catalogue.clone(), framed(model)));
    let say = use_say();
    let words = use_words();
    let navigator = use_navigator();
    let on_screen = say.clone();
    let from_screen = say.clone();
    use_hook(move || on_screen.that(MiniAppMsg::FrameShown(true)));
    use_drop(move || from_screen.that(MiniAppMsg::FrameShown(false)));
    // The screen can be there before the model says that a mini-app opens; only one that was open can have closed.
    let was_open = use_hook(|| Rc::new(Cell::new(false)));
    let Some(open) = model.open.as_ref() else {
        return if was_open.get() {
            rsx! { Closed {} }
        } else {
            rsx! { Opening {} }
        };
    };
    was_open.set(true);
    let department = department_name(&model, &words, &open.place().department);
    let name = mini_app_name(&model, &words, open);
    let (went_back, closed) = (say.clone(), say);
    let back = BarAction {
        label: words.say("shell-back"),
        icon: IconName::Back,
        on_press: EventHandler::new(move |()| went_back.that(MiniAppMsg::WentBack)),
    };
    let close = BarAction {
        label: words.say("mini-app-close"),
        icon: IconName::Close,
        on_press: EventHandler::new(move |()| {
            closed.that(MiniAppMsg::ClosedMiniApp);
            navigator.push(Route::Home {});
        }),
    };
    let is_running = open.state() == MiniAppState::Running;
    rsx! {
        TopBar {
            title: department.clone(),
            subtitle: name,
            verified_label: open.manifest.is_some().then(|| words.say("mini-app-verified")),
            crest: rsx! { Crest { name: department.to_string() } },
            back: is_running.then_some(back),
            close: Some(close),
            HelpButton {}
        }
        Inside {}
        if is_running {
            Cards {}
        }
    }
}

/// The mini-app's cards for home, each put there or taken off by its own button; in the frame, for it is the person's choice.
#[component]
fn Cards() -> Element {
    let model = use_parts(|model| (model.widgets.clone(), framed(model)));
    let say = use_say();
    let words = use_words();
    let Some(open) = model.open.as_ref() else { return rsx! {} };
    let declared = open.manifest.iter().flat_map(|manifest| &manifest.fingertip.widgets);
    let cards: Vec<_> = declared
        .map(|widget| {
            let place = WidgetPlace {
                department: open.place().department.clone(),
                app: open.place().app.clone(),
                widget: widget.id.clone(),
            };
            (words.pick(&widget.names), model.widgets.iter().any(|own| own.kept.place == place), place)
        })
        .collect();
    rsx! {
        for (name, is_on_home, place) in cards {
            Button {
                key: "{place.widget}",
                label: words.with(if is_on_home { "mini-app-card-remove" } else { "mini-app-card-add" }, &Args::new().text("name", name)),
                weight: Weight::Quiet,
                icon: if is_on_home { IconName::Close } else { IconName::Home },
                is_wide: true,
                "data-widget": "{place.widget}",
                on_press: {
                    let say = say.clone();
                    move |()| {
                        if is_on_home {
                            say.that(CardsMsg::RemovedWidget(place.clone()));
                        } else {
                            say.that(CardsMsg::AddedWidget(place.widget.clone()));
                        }
                    }
                },
            }
        }
    }
}

/// It is verified, and fetched where it is not here: then with how much of it has come.
#[component]
fn Opening(fetched: Option<u8>) -> Element {
    let words = use_words();
    // What was pressed is gone, and this may take a while.
    use_effect(focus_screen);
    let share = fetched.filter(|share| *share < 100);
    let label =
        share.map(|share| words.with("mini-app-fetching", &Args::new().number("share", u32::from(share))));
    rsx! {
        h1 { class: "fi-visually-hidden", "{words.say(\"mini-app-opening\")}" }
        if let (Some(share), Some(label)) = (share, label) {
            p { "{label}" }
            ProgressLine { share: f64::from(share), label }
        }
        Skeleton { label: words.say("mini-app-opening"), lines: 6 }
    }
}

/// The first time takes long enough that a person without a word of it would think that nothing happens. How much of it is done a
/// compiler does not tell; how long it has been at work is true, and says that it is.
#[component]
fn Preparing(fetched: Option<u8>) -> Element {
    let words = use_words();
    let mut seconds = use_signal(|| 0_u32);
    use_future(move || async move {
        loop {
            tokio::time::sleep(A_SECOND).await;
            seconds += 1;
        }
    });
    let since = words.with("mini-app-preparing-since", &Args::new().number("seconds", seconds()));
    rsx! {
        p { role: "status", "{words.say(\"mini-app-preparing\")}" }
        // Seen and not said each second.
        p { class: "fi-muted", aria_hidden: "true", "{since}" }
        Opening { fetched }
    }
}

/// It closed itself: the person is back where they came from.
#[component]
fn Closed() -> Element {
    let navigator = use_navigator();
    use_effect(move || drop(navigator.replace(Route::Home {})));
    rsx! {}
}

#[component]
fn Inside() -> Element {
    let model = use_parts(framed);
    let Some(open) = model.open.as_ref() else { return rsx! {} };
    match open.state() {
        MiniAppState::Opening => rsx! { Opening { fetched: open.fetched } },
        MiniAppState::Preparing => rsx! { Preparing { fetched: open.fetched } },
        MiniAppState::Failed(fault) => rsx! { Failed { fault } },
        MiniAppState::Running => rsx! { Running {} },
    }
}

/// It cannot be opened: why, whose it is, and another try.
#[component]
fn Failed(fault: ShownFault) -> Element {
    let model = use_parts(|model| model.catalogue.clone());
    let say = use_say();
    let words = use_words();
    // What was waited for does not come, and what was pressed is gone.
    use_effect(focus_screen);
    let owner = fault.owner.as_ref().map(|owner| {
        words.with("fault-owner", &Args::new().text("department", department_name(&model, &words, owner)))
    });
    rsx! {
        h1 { class: "fi-visually-hidden", "{words.say(\"mini-app-failed\")}" }
        EmptyState { icon: IconName::Warning, title: wording::fault(&words, &fault), body: owner.unwrap_or_default(),
            p { "{words.say(\"mini-app-nothing-lost\")}" }
            if let Some(owner) = &fault.owner {
                Call { department: owner.clone() }
            }
            if fault.can_retry {
                Button { label: words.say("shell-retry"), weight: Weight::Primary, icon: IconName::Retry, on_press: move |()| say.that(MiniAppMsg::RetriedMiniApp) }
            }
        }
    }
}

/// What is drawn of a running mini-app. The page itself holds what is typed in it, so that a letter draws nothing again; what
/// is chosen shows elsewhere on the page, too.
#[derive(PartialEq)]
struct Drawn {
    instance: u64,
    view: Option<Same<View>>,
    chosen: BTreeMap<String, Input>,
    problems: BTreeMap<String, Problem>,
    claims: BTreeMap<String, String>,
    generation: u32,
    is_busy: bool,
}

/// What of an input was chosen, not typed.
pub(super) fn chosen(input: &Input) -> Option<Input> {
    match input {
        Input::None
        | Input::Text(_)
        | Input::Number(_)
        | Input::Money(_)
        | Input::Date(_)
        | Input::Minute(_) => None,
        Input::Address(region, _) => Some(Input::Address(region.clone(), String::new())),
        Input::Choice(_)
        | Input::Choices(_)
        | Input::Agreed(_)
        | Input::Place(..)
        | Input::Files(_)
        | Input::Slot(_) => Some(input.clone()),
    }
}

fn drawn(model: &Model) -> Option<Drawn> {
    let open = model.open.as_ref()?;
    let own = open.running()?;
    let chosen = own.inputs.iter().filter_map(|(key, input)| Some((key.clone(), chosen(input)?)));
    Some(Drawn {
        instance: open.instance,
        view: open.view().cloned().map(Same),
        chosen: chosen.collect(),
        problems: own.problems.clone(),
        claims: own.claims.clone(),
        generation: own.generation,
        is_busy: own.is_busy,
    })
}

#[component]
fn Running() -> Element {
    let model = use_parts(|model| {
        let around = (model.preferences.clone(), model.catalogue.clone(), model.rules.clone());
        let of_person =
            (model.session.clone(), model.documents.clone(), model.answers.clone(), model.acting_for.clone());
        (around, of_person, drawn(model))
    });
    let latest = use_latest();
    let say = use_say();
    let words = use_words();
    let lists = use_hook({
        let (catalogue, language) = (model.catalogue.ready().cloned(), model.preferences.language.clone());
        let today = model.rules.today(Timestamp::now());
        move || code_lists(catalogue, language, today)
    });
    let own = model.open.as_ref().and_then(|open| open.running());
    let images = use_hook(|| Images::of(own.map_or_else(Arc::default, |own| own.pictures.clone())));
    let Some((own, shown)) = own.and_then(|own| Some((own, own.shown.as_ref()?))) else { return rsx! {} };
    let errors: BTreeMap<String, String> =
        own.problems.iter().map(|(key, problem)| (key.clone(), wording::problem(&words, *problem))).collect();
    rsx! {
        ViewTree {
            view: shown.view.clone(),
            words: own.words(words.0.clone(), model.region_names()),
            inputs: own.inputs.clone(),
            errors,
            claims: own.claims.clone(),
            known: known(&model, &words),
            code_lists: lists,
            images,
            numbers: model.rules.numbers.clone(),
            mode: model.preferences.display,
            is_busy: own.is_busy,
            generation: own.generation,
            on_event: move |event| say.that(report(&latest(), event)),
        }
    }
}

/// What the person did in the view, as the core hears it.
fn report(model: &Model, event: ViewEvent) -> MiniAppMsg {
    match event {
        ViewEvent::Acted { action, node, row } => MiniAppMsg::Acted { action, node, row },
        ViewEvent::Submitted { action } => MiniAppMsg::Submitted { action },
        ViewEvent::Changed { key, input } => MiniAppMsg::ChangedInput { key, input },
        ViewEvent::FilledIn { key, input } => MiniAppMsg::FilledIn { key, input },
        ViewEvent::FilesChosen { key, files } => {
            let own = model.open.as_ref().and_then(|open| open.running());
            let before = own.iter().flat_map(|own| own.chosen.values()).filter(|chosen| chosen.key == key);
            let before = before.map(|chosen| {
                (chosen.file.name.clone(), chosen.file.media_type.clone(), chosen.content.to_vec())
            });
            let all = before
                .chain(files.into_iter().map(|file| (file.name, file.media_type, file.content)))
                .collect();
            MiniAppMsg::ChoseFiles { key, files: all }
        }
        ViewEvent::CopyAdded { group } => MiniAppMsg::AddedCopy { group },
        ViewEvent::CopyRemoved { group, copy } => MiniAppMsg::RemovedCopy { group, copy },
    }
}
