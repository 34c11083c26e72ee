//! The pages of the gallery.

use fingertip_sdk::{Context, End, Link, Page, Part, Progress, Task, Text, Tone, View, msg};

use crate::{
    model::{Model, Screen},
    patterns,
    sheets::{self, GROUPS, Sheet},
};

/// What fills a page. A plain function and not a closure: `View::page` is then there once, and so paid for once in bytes.
pub(crate) type Fill = fn(&Model, &Context, &mut Part<'_>);

pub(crate) fn view(model: &Model, cx: &Context, view: View) -> Page {
    let (key, title, fill): (&str, &'static str, Fill) = match model.screen {
        Screen::Form => return patterns::FORM.view(&model.form, cx, view),
        Screen::Home => ("home", "gallery-title", home),
        Screen::Group(at) => (GROUPS[at].key, GROUPS[at].title, group),
        Screen::Sheet(..) => (shown(model).key, shown(model).title, sheet),
        Screen::Patterns => ("patterns", "gallery-patterns-title", patterns::patterns),
        Screen::Tasks => ("tasks", "gallery-tasks-title", patterns::tasks),
        Screen::Household => ("household", "gallery-household-title", patterns::household),
        Screen::Kept => ("kept", "gallery-kept-title", patterns::kept),
        Screen::Sent => ("sent", "gallery-sent-title", patterns::sent),
    };
    let key = match alone(model, cx) {
        Some(at) => format!("page-{key}-{at}"),
        None => format!("page-{key}"),
    };
    view.page(&key, title, |page| fill(model, cx, page))
}

/// What a link says, more about it, and what it means.
pub(crate) type LinkRow = (&'static str, Option<&'static str>, Tone);

/// Links that are reported as `action`.
pub(crate) fn links(action: &str, rows: &[LinkRow]) -> impl Iterator<Item = Link> {
    rows.iter().map(move |&(label, detail, tone)| Link {
        label: msg(label),
        detail: detail.map(msg),
        tone,
        action: action.to_owned(),
    })
}

/// What `one` gives for each place of a list. A plain function, for the same reason as [`Fill`].
pub(crate) fn list<T>(count: usize, one: fn(usize) -> T) -> impl Iterator<Item = T> {
    (0..count).map(one)
}

/// A few messages.
pub(crate) fn messages(ids: &[&'static str]) -> Vec<Text> {
    let mut all = Vec::new();
    for id in ids {
        all.push(msg(id));
    }
    all
}

/// The end of a service: what is done and under which reference, what comes next, and which document is kept.
pub(crate) fn end(
    page: &mut Part<'_>,
    key: &str,
    (title, reference): (&'static str, &str),
    next: &[&'static str],
    keeps_document: Option<&str>,
) {
    page.confirmation(
        key,
        End {
            title: msg(title),
            reference: reference.to_owned(),
            next: messages(next),
            keeps_document: keeps_document.map(str::to_owned),
        },
    );
}

/// The groups, and the patterns after them.
const HOME: [LinkRow; GROUPS.len() + 1] = {
    let mut all =
        [("gallery-patterns-title", Some("gallery-patterns-detail"), Tone::Neutral); GROUPS.len() + 1];
    let mut at = 0;
    while at < GROUPS.len() {
        all[at] = (GROUPS[at].title, Some(GROUPS[at].detail), Tone::Neutral);
        at += 1;
    }
    all
};

fn home(_: &Model, _: &Context, page: &mut Part<'_>) {
    page.text("gallery-lead");
    page.links("groups", links("open", &HOME));
}

fn group(model: &Model, _: &Context, page: &mut Part<'_>) {
    let Screen::Group(at) = model.screen else { return };
    let mut rows: Vec<LinkRow> = Vec::new();
    for sheet in GROUPS[at].sheets {
        rows.push((sheet.title, None, Tone::Neutral));
    }
    page.text(GROUPS[at].detail);
    page.links("sheets", links("open", &rows));
}

/// All examples of a sheet; in seniors mode one after the other.
fn sheet(model: &Model, cx: &Context, page: &mut Part<'_>) {
    let parts = shown(model).parts;
    let alone = alone(model, cx);
    for (at, part) in (0..).zip(parts) {
        if alone.is_none_or(|alone| alone == at) {
            part.show(page);
        }
    }
    if let Some(at) = alone {
        page.step(at + 1, parts.len() as u32);
    }
    if let Some(action) = &model.reported {
        page.notice(Tone::Success, msg("gallery-reported").arg("action", action.as_str()));
    }
    if alone.is_some_and(|at| at as usize + 1 < parts.len()) {
        page.secondary("next-example", "gallery-next");
    }
    page.quiet("to-gallery", "gallery-back");
}

/// The sheet where the person is.
fn shown(model: &Model) -> &'static Sheet {
    const FIRST: &Sheet = &GROUPS[0].sheets[0];
    match model.screen {
        Screen::Sheet(group, at) => sheets::sheet(group, at).unwrap_or(FIRST),
        _ => FIRST,
    }
}

/// The example of a sheet that is shown by itself: of several, in seniors mode.
fn alone(model: &Model, cx: &Context) -> Option<u32> {
    let last = shown(model).parts.len() - 1;
    let is_alone = matches!(model.screen, Screen::Sheet(..)) && last > 0 && cx.is_seniors();
    is_alone.then(|| model.part.min(last) as u32)
}

/// A task, what is said about it, and the action that opens it.
pub(crate) fn task(
    label: &'static str,
    detail: Option<Text>,
    progress: Progress,
    action: Option<&str>,
) -> Task {
    Task { label: msg(label), detail, progress, action: action.map(str::to_owned) }
}
