//! What the mini-app is told, what it says and asks for; going back in time; other answers and faults; keeping a journey.

use std::collections::BTreeMap;

use dioxus::prelude::*;
use fingertip_journeys::{Action, Reply, key_of, outline};
use fingertip_standard::{events::Display, requests::Wish};
use fingertip_ui::components::{Button, Weight};

use crate::{
    pane::{use_changes, use_studio},
    session::{Build, Session, Shown, faults, shown},
};

#[component]
pub(crate) fn Inspector() -> Element {
    let (studio, _) = use_changes();
    let (build, session) = studio.state();
    let seen = build.as_ref().map(|build| {
        let language = build.manifest.fingertip.languages.first().cloned().unwrap_or_default();
        shown(build, &session, &language, Display::Normal)
    });
    rsx! {
        main { class: "inspector",
            h1 { "Inspector" }
            if let Some(broken) = &session.broken {
                section { class: "inspector__broken", role: "alert",
                    h2 { "The last build failed; the one before is shown" }
                    pre { "{broken}" }
                }
            }
            Person { session: session.clone() }
            History { session: session.clone() }
            if let (Some(build), Some(Ok(seen))) = (build, seen) {
                {requests(&build, &session, &seen)}
                {step(&seen)}
            }
            Keep { said: session.said.clone() }
        }
    }
}

#[component]
fn Person(session: Session) -> Element {
    let studio = use_studio();
    let press = |label: &'static str, action: Action| {
        let studio = studio.clone();
        rsx! { Button { label, weight: Weight::Quiet, on_press: move |()| studio.act(action.clone()) } }
    };
    rsx! {
        section {
            h2 { "The person" }
            div { class: "inspector__row",
                {press("Goes back", Action::Back)}
                {press("Signs in", Action::SignIn)}
                {press("Signs out", Action::SignOut)}
                {press("Is interrupted", Action::Restart)}
                {press("Case accepted", Action::Case("accepted".to_owned()))}
            }
        }
    }
}

#[component]
fn History(session: Session) -> Element {
    let studio = use_studio();
    let to = |until: usize| {
        let studio = studio.clone();
        move |_: MouseEvent| studio.edit(|session| session.until = until)
    };
    let clear = studio.clone();
    rsx! {
        section {
            h2 { "What was done" }
            p { class: "inspector__note", "Press a line to go back to it. What is then done begins there." }
            ol { class: "inspector__history", start: "0",
                li { "data-now": (session.until == 0).then_some("true"),
                    button { r#type: "button", onclick: to(0), "launched at {session.start.route}" }
                }
                for (at, action) in session.actions.iter().enumerate() {
                    li { key: "{at}", "data-now": (session.until == at + 1).then_some("true"), "data-ahead": (session.until <= at).then_some("true"),
                        button { r#type: "button", onclick: to(at + 1), "{action}" }
                    }
                }
            }
            Button {
                label: "Begin again",
                weight: Weight::Quiet,
                on_press: move |()| clear.edit(|session| {
                    session.actions.clear();
                    session.until = 0;
                }),
            }
        }
    }
}

/// Every request that the mini-app can make, and how it is answered.
fn requests(build: &Build, session: &Session, seen: &Shown) -> Element {
    let now = answers_now(session);
    let mut keys: Vec<String> =
        build.manifest.fingertip.operations.iter().map(|operation| format!("call {operation}")).collect();
    for request in seen.happened.iter().flat_map(|happened| &happened.step.requests) {
        let key = key_of(&request.wish);
        if !keys.contains(&key) && !matches!(request.wish, Wish::Close) {
            keys.push(key);
        }
    }
    let faults = faults(&build.manifest);
    rsx! {
        section {
            h2 { "How requests are answered" }
            Faults { faults: faults.into_iter().map(|(name, replies)| (name.to_owned(), replies)).collect::<Vec<_>>() }
            for key in keys {
                AnswerOf { key: "{key}", request: key.clone(), now: now.get(&key).cloned().unwrap_or(Reply::Usual) }
            }
        }
    }
}

/// The table with every change that was done so far.
fn answers_now(session: &Session) -> BTreeMap<String, Reply> {
    let mut now = session.start.answers.clone();
    for action in &session.actions[..session.until.min(session.actions.len())] {
        if let Action::Answer(replies) = action {
            now.extend(replies.clone());
        }
    }
    now
}

#[component]
fn Faults(faults: Vec<(String, BTreeMap<String, Reply>)>) -> Element {
    let studio = use_studio();
    let well = studio.clone();
    let start = studio.state().1.start.answers;
    let all: Vec<String> = faults.iter().flat_map(|(_, replies)| replies.keys().cloned()).collect();
    rsx! {
        div { class: "inspector__row",
            for (name, replies) in faults {
                Button {
                    key: "{name}",
                    label: name.clone(),
                    weight: Weight::Quiet,
                    on_press: {
                        let studio = studio.clone();
                        move |()| studio.act(Action::Answer(replies.clone()))
                    },
                }
            }
            Button {
                label: "All well again",
                weight: Weight::Quiet,
                on_press: move |()| {
                    let replies = all.iter().map(|key| (key.clone(), start.get(key).cloned().unwrap_or(Reply::Usual))).collect();
                    well.act(Action::Answer(replies));
                },
            }
        }
    }
}

#[component]
fn AnswerOf(request: String, now: Reply) -> Element {
    let studio = use_studio();
    let mut wrong = use_signal(String::new);
    let text = serde_json::to_string_pretty(&now).unwrap_or_default();
    let id = format!("answer-{}", request.replace(|c: char| !c.is_ascii_alphanumeric(), "-"));
    rsx! {
        details { class: "inspector__answer",
            summary { "{request}" }
            label { r#for: "{id}", class: "fi-visually-hidden", "The answer to {request}" }
            for shown in [text] {
                textarea {
                    key: "{shown}",
                    id: "{id}",
                    rows: 8,
                    spellcheck: "false",
                    initial_value: "{shown}",
                    onchange: {
                        let (studio, request) = (studio.clone(), request.clone());
                        move |event: FormEvent| match serde_json::from_str::<Reply>(&event.value()) {
                            Ok(reply) => {
                                wrong.set(String::new());
                                // From the beginning on: an author who mends an answer means all of it.
                                studio.edit(|session| drop(session.start.answers.insert(request.clone(), reply)));
                            }
                            Err(error) => wrong.set(error.to_string()),
                        }
                    },
                }
            }
            p { class: "inspector__note", role: "status", "{wrong}" }
        }
    }
}

/// The last event, what came of it, and the page as text.
fn step(seen: &Shown) -> Element {
    let outline = outline(&seen.view, &seen.words);
    let last = seen.happened.last();
    let event = last.map(|happened| format!("{:#?}", happened.event)).unwrap_or_default();
    let asked: Vec<String> = seen
        .happened
        .iter()
        .flat_map(|happened| &happened.step.requests)
        .map(|request| format!("{} {}: {:?}", request.id, key_of(&request.wish), request.wish))
        .collect();
    let json = last
        .map(|happened| serde_json::to_string_pretty(&happened.step).unwrap_or_default())
        .unwrap_or_default();
    rsx! {
        section {
            h2 { "The page ({seen.view.nodes.len()} nodes)" }
            pre { class: "inspector__page", "{outline}" }
            details { summary { "The last event" } pre { "{event}" } }
            details { summary { "What was asked for ({asked.len()})" }
                ol { for (at, line) in asked.iter().enumerate() { li { key: "{at}", code { "{line}" } } } }
            }
            details { summary { "The last step as data" } pre { "{json}" } }
        }
    }
}

#[component]
fn Keep(said: String) -> Element {
    let studio = use_studio();
    let mut name = use_signal(|| "journey".to_owned());
    rsx! {
        section {
            h2 { "Keep this as a journey" }
            div { class: "inspector__row",
                label { r#for: "journey-name", "Name" }
                input { id: "journey-name", initial_value: "journey", oninput: move |event| name.set(event.value()) }
                Button { label: "Keep", on_press: move |()| studio.keep(&name.read()) }
            }
            p { role: "status", "{said}" }
        }
    }
}
