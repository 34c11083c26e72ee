//! The frame of a mini-app: it always names the verified department and can always be closed.

use std::{cell::Cell, collections::BTreeMap, rc::Rc};

use dioxus::prelude::*;
use fingertip_core::{CardsMsg, MiniAppMsg, MiniAppState, Model, OpenMiniApp, WidgetPlace};
use fingertip_locale::Args;
use fingertip_ui::{
    Images, ViewEvent, ViewTree,
    components::{BarAction, Button, Crest, EmptyState, IconName, Skeleton, TopBar, Weight},
};

use super::{Call, HelpButton};
use crate::{
    route::Route,
    state::{code_lists, department_name, mini_app_name, region_names, use_model, use_say, use_words},
    wording,
};

#[component]
pub(crate) fn MiniApp() -> Element {
    let model = use_model!(catalogue, open);
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
    let department = department_name(&model, &words, &open.department);
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
    let is_running = open.state == MiniAppState::Running;
    rsx! {
        TopBar {
            title: department.clone(),
            subtitle: name,
            verified_label: open.running.is_some().then(|| words.say("mini-app-verified")),
            crest: rsx! { Crest { name: department.to_string() } },
            back: is_running.then_some(back),
            close: Some(close),
            HelpButton {}
        }
        Inside { open: open.clone() }
        if is_running {
            Cards { open: open.clone() }
        }
    }
}

/// The mini-app's cards for home, each put there or taken off by its own button; in the frame, for it is the person's choice.
#[component]
fn Cards(open: OpenMiniApp) -> Element {
    let model = use_model!(widgets);
    let say = use_say();
    let words = use_words();
    let declared = open.manifest.iter().flat_map(|manifest| &manifest.fingertip.widgets);
    let cards: Vec<_> = declared
        .map(|widget| {
            let place = WidgetPlace {
                department: open.department.clone(),
                app: open.app.clone(),
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

#[component]
fn Opening() -> Element {
    let words = use_words();
    rsx! {
        h1 { class: "fi-visually-hidden", "{words.say(\"mini-app-opening\")}" }
        Skeleton { label: words.say("mini-app-opening"), lines: 6 }
    }
}

/// The first time takes long enough that a person without a word of it would think that nothing happens.
#[component]
fn Preparing() -> Element {
    let words = use_words();
    rsx! {
        p { role: "status", "{words.say(\"mini-app-preparing\")}" }
        Opening {}
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
fn Inside(open: OpenMiniApp) -> Element {
    let model = use_model!(catalogue);
    let say = use_say();
    let words = use_words();
    match &open.state {
        MiniAppState::Opening => rsx! { Opening {} },
        MiniAppState::Preparing => rsx! { Preparing {} },
        MiniAppState::Failed(fault) => {
            let owner = fault.owner.as_ref().map(|owner| {
                words.with(
                    "fault-owner",
                    &Args::new().text("department", department_name(&model, &words, owner)),
                )
            });
            rsx! {
                h1 { class: "fi-visually-hidden", "{words.say(\"mini-app-failed\")}" }
                EmptyState { icon: IconName::Warning, title: wording::fault(&words, fault), body: owner.unwrap_or_default(),
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
        MiniAppState::Running => rsx! { Running { open } },
    }
}

#[component]
fn Running(open: OpenMiniApp) -> Element {
    let model = use_model!(preferences, catalogue, open);
    let say = use_say();
    let words = use_words();
    let lists = use_hook({
        let (catalogue, language) = (model.catalogue.ready().cloned(), model.preferences.language.clone());
        move || code_lists(catalogue, language)
    });
    let images = use_hook({
        let pictures = open.pictures.clone();
        move || Images::of(pictures)
    });
    let (Some(view), Some(own)) = (open.view.clone(), open.words(words.0.clone(), region_names(&model)))
    else {
        return rsx! {};
    };
    let errors: BTreeMap<String, String> = open
        .problems
        .iter()
        .map(|(key, problem)| (key.clone(), wording::problem(&words, *problem)))
        .collect();
    rsx! {
        ViewTree {
            view,
            words: own,
            inputs: open.inputs.clone(),
            errors,
            claims: open.claims.clone(),
            code_lists: lists,
            images,
            mode: model.preferences.display,
            is_busy: open.is_busy,
            generation: open.generation,
            on_event: move |event| report(&model, event).into_iter().for_each(|msg| say.that(msg)),
        }
    }
}

/// What the person did in the view, as the core hears it.
fn report(model: &Model, event: ViewEvent) -> Option<MiniAppMsg> {
    Some(match event {
        ViewEvent::Acted { action, node, row } => MiniAppMsg::Acted { action, node, row },
        ViewEvent::Submitted { action } => MiniAppMsg::Submitted { action },
        ViewEvent::Changed { key, input } => MiniAppMsg::ChangedInput { key, input },
        ViewEvent::FilesChosen { key, files } => {
            let before =
                model.open.iter().flat_map(|open| open.chosen.values()).filter(|chosen| chosen.key == key);
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
        // The field itself says why a file was not taken.
        ViewEvent::FileRefused { .. } => return None,
    })
}
