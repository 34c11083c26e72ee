//! The journeys that a mini-app brings with it: each must go through, and what they show is judged too.

use std::{collections::BTreeSet, sync::Arc};

use fingertip_journeys::{Action, Host, Journey};
use fingertip_locale::Messages;
use fingertip_standard::{events::Display, words::Entry};

use super::{Asked, Mishap, Programs, Runs, Step, seen::Speakers};
use crate::Subject;

/// Does the journeys of the mini-app, in its first language, in each display that they are for.
pub(super) fn replay(subject: &Subject, programs: &Programs, runs: &mut Runs) {
    let Ok(manifest) = &subject.manifest else { return };
    let sources = subject
        .words
        .iter()
        .filter(|own| own.shapes.is_ok())
        .map(|own| (own.language.as_str(), own.text.as_str()));
    let Ok(messages) = Messages::new(sources).map(Arc::new) else { return };
    let language = subject.languages().first().cloned().unwrap_or_default();
    let manifest = Arc::new(manifest.clone());
    let speakers = Speakers::new(subject);
    for (path, bytes) in &subject.journeys {
        let journey = match Journey::parse(&String::from_utf8_lossy(bytes)) {
            Ok(journey) => journey,
            Err(error) => {
                runs.mishap(Mishap::Journey(format!("{path}: {error}")), path.as_str());
                continue;
            }
        };
        for &display in &journey.displays {
            let opened = Host::open(
                &*programs.native,
                manifest.clone(),
                messages.clone(),
                &journey,
                &language,
                display,
            );
            let went = opened.map_err(|error| (0, error)).and_then(|mut host| {
                let done = journey.steps.iter().enumerate().try_for_each(|(at, action)| match action {
                    Action::Language(_) | Action::Display(_) => Ok(()),
                    action => host.act(action).map_err(|error| (at + 1, error)),
                });
                see(&speakers, &host, path, display, runs);
                done
            });
            if let Err((at, error)) = went {
                let display = if display == Display::Seniors { "seniors" } else { "normal" };
                let error = super::first_lines(&error.to_string(), 2);
                runs.mishap(
                    Mishap::Journey(format!("{path} ({display}), step {at}: {error}")),
                    path.as_str(),
                );
            }
        }
    }
}

/// Takes what a journey showed and asked for into the runs.
fn see(speakers: &Speakers, host: &Host<'_>, path: &str, display: Display, runs: &mut Runs) {
    // A page as it is come back to holds what the person said: only the first sight of it is the mini-app's own word.
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for happened in host.happened() {
        runs.n_steps += 1;
        for entry in &happened.step.words {
            if let Entry::Message(message) = entry {
                let variables: BTreeSet<String> = message.args.iter().map(|(name, _)| name.clone()).collect();
                runs.messages.insert((message.id.clone(), variables));
            }
        }
        for request in &happened.step.requests {
            runs.asked.push(Asked {
                wish: request.wish.clone(),
                event: path.to_owned(),
                is_unasked_sign_in: false,
            });
        }
        if let Some(view) = &happened.step.view
            && seen.insert(view.nodes.first().map_or("", |page| page.key.as_str()))
        {
            let is_waiting = !happened.step.requests.is_empty();
            let step = Step {
                words: happened.step.words.clone(),
                view: view.clone(),
                event: path.to_owned(),
                display,
                is_waiting,
            };
            runs.screens.extend(speakers.screens(&Arc::new(step)));
        }
    }
}
