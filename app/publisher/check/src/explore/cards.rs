//! The cards for home: each widget made on both displays, signed in and not, from each sample reply and from none.

use std::collections::BTreeSet;

use fingertip_runtime::{Program, RuntimeError, show_widget};
use fingertip_standard::{
    Manifest, Named, OperationId,
    events::Display,
    requests::{Call, Wish},
    widget::{CheckedWidget, WidgetAsk, WidgetUse},
    words::Entry,
};

use super::{
    Asked, Mishap, Programs, Runs,
    events::{NOW, TODAY},
    first_lines,
    seen::Speakers,
};
use crate::Subject;

/// A card as a person of one language sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenCard {
    /// The widget's id.
    pub widget: String,
    /// The language.
    pub language: String,
    /// How it was made.
    pub event: String,
    /// What it is about.
    pub title: String,
    /// The one thing to see.
    pub value: Option<String>,
    /// More of it.
    pub details: Vec<String>,
}

/// Has every card of the mini-app made.
pub(super) fn make(subject: &Subject, programs: &Programs, manifest: &Manifest, runs: &mut Runs) {
    let speakers = Speakers::new(subject);
    for declared in &manifest.fingertip.widgets {
        asked(declared, runs);
        for (name, ask) in asks(subject, declared, runs) {
            let first = made(&*programs.native, &ask, manifest, runs);
            let again = [Some(&programs.native), programs.pulley.as_ref()].into_iter().flatten();
            if again
                .map(|program| show(&**program, &ask, manifest))
                .any(|other| other.ok() != first.as_ref().ok().cloned())
            {
                runs.mishap(Mishap::CardDiffers(declared.id.clone()), &name);
            }
            match first {
                Ok(Some(card)) => see(&speakers, declared, (&ask, &name), &card, runs),
                Ok(None) => {}
                Err(RuntimeError::Widget(error)) => {
                    let cause = std::error::Error::source(&error)
                        .map(|cause| format!(": {cause}"))
                        .unwrap_or_default();
                    runs.mishap(Mishap::CardBroke(declared.id.clone(), format!("{error}{cause}")), &name);
                }
                Err(error) => runs.mishap(
                    Mishap::CardEnded(declared.id.clone(), first_lines(&error.for_developer(), 1)),
                    &name,
                ),
            }
        }
    }
}

/// What a widget is made from counts as asked for: the manifest declares it for the widget.
fn asked(declared: &WidgetUse, runs: &mut Runs) {
    let call = |operation: &OperationId| {
        Wish::Call(Call {
            operation: Named::Id(operation.clone()),
            body: "{}".into(),
            keep_until_online: false,
        })
    };
    let calls = declared.operation.as_ref().map(call);
    for wish in calls.into_iter().chain(declared.stored.iter().cloned().map(Wish::Fetch)) {
        runs.asked.push(Asked { wish, event: format!("card {}", declared.id), is_unasked_sign_in: false });
    }
}

/// Everything that a device may ask, with its name.
fn asks(subject: &Subject, declared: &WidgetUse, runs: &Runs) -> Vec<(String, WidgetAsk)> {
    let language = subject.languages().first().cloned().unwrap_or_default();
    let samples =
        declared.operation.as_ref().and_then(|operation| subject.replies.as_ref()?.get(operation.as_str()));
    let mut replies: Vec<(String, Option<String>)> = vec![("without an answer".into(), None)];
    replies.extend(
        samples
            .into_iter()
            .flatten()
            .enumerate()
            .map(|(at, sample)| (format!("sample {}", at + 1), Some(sample.to_string()))),
    );
    // What it stored on its walks, one value at a time.
    let seen = |key: &String| {
        runs.stored
            .get(key)
            .into_iter()
            .flatten()
            .map(|value| vec![(key.clone(), value.clone())])
            .collect::<Vec<_>>()
    };
    let stores: Vec<Vec<(String, Vec<u8>)>> =
        [Vec::new()].into_iter().chain(declared.stored.iter().flat_map(seen)).collect();
    let mut asks = Vec::new();
    for display in [Display::Normal, Display::Seniors] {
        for signed_in in [true, false] {
            // Nobody's answer is never there.
            let told = replies.iter().filter(|(_, reply)| signed_in || reply.is_none());
            for ((what, reply), stored) in
                told.flat_map(|told| stores.iter().map(move |stored| (told, stored)))
            {
                let shown = if display == Display::Seniors { "seniors" } else { "normal" };
                let kept: String = stored.iter().map(|(key, _)| format!(", {key} stored")).collect();
                let name = format!(
                    "card {} ({shown}, signed {}, {what}{kept})",
                    declared.id,
                    if signed_in { "in" } else { "out" }
                );
                let ask = WidgetAsk {
                    widget: declared.id.clone(),
                    region: "440100".into(),
                    language: language.clone(),
                    display,
                    now: NOW,
                    today: TODAY,
                    signed_in,
                    saved: None,
                    stored: stored.clone(),
                    reply: reply.clone(),
                };
                asks.push((name, ask));
            }
        }
    }
    asks
}

fn show(
    program: &dyn Program,
    ask: &WidgetAsk,
    manifest: &Manifest,
) -> Result<Option<CheckedWidget>, RuntimeError> {
    show_widget(program, ask, manifest).map(|(card, _)| card)
}

/// As [`show`], on the engine that counts.
fn made(
    program: &dyn Program,
    ask: &WidgetAsk,
    manifest: &Manifest,
    runs: &mut Runs,
) -> Result<Option<CheckedWidget>, RuntimeError> {
    runs.n_steps += 1;
    let (card, used) = show_widget(program, ask, manifest)?;
    runs.memory_bytes = runs.memory_bytes.max(used.memory_bytes);
    runs.card_work = runs.card_work.max(used.work);
    Ok(card)
}

fn see(
    speakers: &Speakers,
    declared: &WidgetUse,
    (ask, event): (&WidgetAsk, &str),
    card: &CheckedWidget,
    runs: &mut Runs,
) {
    let card = card.get();
    for entry in &card.words {
        if let Entry::Message(message) = entry {
            let variables: BTreeSet<String> = message.args.iter().map(|(name, _)| name.clone()).collect();
            runs.messages.insert((message.id.clone(), variables));
        }
    }
    for (language, texts) in speakers.texts(&card.words, ask.display.into()) {
        let text = |word: u32| texts.get(word as usize).cloned().unwrap_or_default();
        let seen = SeenCard {
            widget: declared.id.clone(),
            language,
            event: event.to_owned(),
            title: text(card.title),
            value: card.value.map(text),
            details: card.details.iter().map(|&line| text(line)).collect(),
        };
        runs.cards.push(seen);
    }
}
