//! The mini-app in one display.

use std::{collections::BTreeMap, sync::Arc};

use dioxus::prelude::*;
use fingertip_journeys::{Action, Press};
use fingertip_locale::{Args, Formatter, Messages, TimeZone, Words, shell_messages, stretch};
use fingertip_standard::{
    events::{File, Input},
    validate::Problem,
    words::{Entry, Value},
};
use fingertip_ui::{
    Images, ViewEvent, ViewTree,
    components::{Crest, Notice, Tone, TopBar},
};

use crate::{
    page::{Look, StudioContext},
    session::{Build, Shown, Studio, shown},
};

/// The studio, for what is drawn anew with its parent.
pub(crate) fn use_studio() -> Arc<Studio> {
    use_context::<StudioContext>().0
}

/// Draws anew at each change of the build or of what was done; gives the number of the change.
pub(crate) fn use_changes() -> (Arc<Studio>, u64) {
    let studio = use_studio();
    let mut version = use_signal(|| 0_u64);
    let mut changes = use_hook(|| CopyValue::new(Some(studio.changes())));
    use_future(move || {
        let changes = changes.write().take();
        async move {
            let Some(mut changes) = changes else { return };
            while changes.changed().await.is_ok() {
                let now = *changes.borrow_and_update();
                version.set(now);
            }
        }
    });
    (studio, version())
}

#[component]
pub(crate) fn Pane() -> Element {
    let (studio, version) = use_changes();
    let look = use_context::<Look>();
    let (build, session) = studio.state();
    let Some(build) = build else {
        return rsx! { Notice { tone: Tone::Urgent, tone_label: "Error", p { class: "fi-view__text", {session.broken.unwrap_or_default()} } } };
    };
    // What another pane typed stands in this one's inputs only when they are drawn anew; one's own must stay under the hand.
    let mut own = use_hook(|| CopyValue::new((0_u64, 0_u32)));
    let (mine, mut generation) = *own.peek();
    if version != mine {
        generation += 1;
        own.set((version, generation));
    }
    let name = build.manifest.name.clone();
    let department = build.manifest.fingertip.department.to_string();
    match shown(&build, &session, &look.language, look.display) {
        Err(error) => {
            rsx! { Notice { tone: Tone::Urgent, tone_label: "Error", title: "It does not open", p { class: "fi-view__text", "{error}" } } }
        }
        Ok(shown) => {
            let on_event = {
                let studio = studio.clone();
                move |event: ViewEvent| {
                    let is_typing = matches!(event, ViewEvent::Changed { .. });
                    if let Some(action) = action(event) {
                        studio.act(action);
                        if is_typing {
                            let (_, generation) = *own.peek();
                            own.set((*studio.changes().borrow(), generation));
                        }
                    }
                }
            };
            let stopped = shown.stopped.clone();
            let images = Images::of(build.pictures.clone());
            let words = words(&look, &build, &shown);
            let errors: BTreeMap<String, String> = shown
                .problems
                .iter()
                .map(|(key, problem)| (key.clone(), problem_text(&look.language, *problem)))
                .collect();
            rsx! {
                TopBar { title: department.clone(), subtitle: name, crest: rsx! { Crest { name: department } } }
                main {
                    if let Some(stopped) = stopped {
                        Notice { tone: Tone::Warning, tone_label: "Stopped", p { class: "fi-view__text", "{stopped}" } }
                    }
                    ViewTree {
                        view: shown.view.clone(), words, inputs: shown.inputs.clone(), errors, claims: shown.claims.clone(),
                        images, mode: look.display, generation, moves_focus: false, on_event,
                    }
                }
            }
        }
    }
}

fn problem_text(language: &str, problem: Problem) -> String {
    let args = Args::new().numbers(problem.numbers());
    shell_messages().text(language, problem.message_id(), &args)
}

/// What the author did in a pane. Typing is written down as a host would hand it in.
fn action(event: ViewEvent) -> Option<Action> {
    Some(match event {
        ViewEvent::Acted { action, node, row: Some(row) } => Action::Press(Press::Row { action, node, row }),
        ViewEvent::Acted { action, .. } => Action::Press(Press::Action(action)),
        ViewEvent::Submitted { action } => Action::Submit(action),
        ViewEvent::Changed { key, input } | ViewEvent::FilledIn { key, input } => fill(key, &input),
        ViewEvent::FilesChosen { key, files } => {
            let file = files.into_iter().next()?;
            let file = File {
                handle: String::new(),
                name: file.name,
                media_type: file.media_type,
                bytes: file.content.len() as u64,
            };
            fill(key, &Input::Files(vec![file]))
        }
        ViewEvent::CopyAdded { group } => Action::AddCopy(group),
        ViewEvent::CopyRemoved { group, copy } => Action::RemoveCopy(group, copy),
    })
}

fn fill(key: String, input: &Input) -> Action {
    Action::Fill(BTreeMap::from([(key, fingertip_journeys::written(input))]))
}

/// The words of the step; stretched and accented where the look wants it: what is not, is no message.
fn words(look: &Look, build: &Build, shown: &Shown) -> Words {
    if !look.is_pseudo {
        return shown.words.clone();
    }
    let entries = shown
        .happened
        .iter()
        .rev()
        .find(|happened| happened.step.view.is_some())
        .map(|happened| &happened.step.words);
    let stretched = entries.into_iter().flatten().enumerate().map(|(at, entry)| match entry {
        Entry::Message(_) => {
            let text = shown.words.text(u32::try_from(at).unwrap_or(u32::MAX));
            Entry::Value(Value::Data(stretch(&text)))
        }
        value => value.clone(),
    });
    let formatter = Formatter::new(shell_messages(), look.language.clone())
        .worded(look.display.into())
        .in_zone(TimeZone::UTC);
    let messages: Arc<Messages> = build.messages.clone();
    Words::new(stretched.collect(), messages, formatter, Arc::new(|_, _| None))
}
