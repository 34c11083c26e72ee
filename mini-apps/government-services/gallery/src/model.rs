//! Where the person is in the gallery.

use fingertip_sdk::{FormState, Json};

use crate::{patterns, sheets};

/// Where the person is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Screen {
    /// The groups.
    #[default]
    Home,
    /// The sheets of a group of several.
    Group(usize),
    /// One sheet of a group.
    Sheet(usize, usize),
    /// The patterns.
    Patterns,
    /// A form, one thing a page, up to the check of its answers.
    Form,
    /// What is to do for an application.
    Tasks,
    /// The people of a household, one after the other.
    Household,
    /// The application is kept for later.
    Kept,
    /// The application is sent.
    Sent,
}

/// Everything.
#[derive(Debug, Default)]
pub struct Model {
    /// Where the person is.
    pub screen: Screen,
    /// Which example of a sheet is shown where one is shown at a time.
    pub part: usize,
    /// The action that was reported last.
    pub reported: Option<String>,
    /// The form of the example.
    pub form: FormState,
    /// Whether the form was answered to its end.
    pub is_form_done: bool,
    /// How many people were entered; none before.
    pub people: Option<u32>,
}

/// A name for each screen that stays.
const SCREENS: [(Screen, &str); 7] = [
    (Screen::Home, "home"),
    (Screen::Patterns, "patterns"),
    (Screen::Form, "form"),
    (Screen::Tasks, "tasks"),
    (Screen::Household, "household"),
    (Screen::Kept, "kept"),
    (Screen::Sent, "sent"),
];

pub(crate) fn save(model: &Model) -> Json {
    let (screen, group, sheet) = match model.screen {
        Screen::Group(group) => ("group", group, 0),
        Screen::Sheet(group, sheet) => ("sheet", group, sheet),
        other => (SCREENS.iter().find(|(own, _)| *own == other).map_or("home", |(_, name)| name), 0, 0),
    };
    Json::object()
        .with("screen", screen)
        .with("group", group as i64)
        .with("sheet", sheet as i64)
        .with("part", model.part as i64)
        .with_some("reported", model.reported.as_deref())
        .with("form", patterns::FORM.save(&model.form))
        .with("form-done", model.is_form_done)
        .with_some("people", model.people.map(i64::from))
        .into()
}

fn number(saved: &Json, name: &str) -> usize {
    saved.integer(name).and_then(|number| usize::try_from(number).ok()).unwrap_or_default()
}

pub(crate) fn restore(saved: &Json) -> Model {
    let (group, sheet) = (number(saved, "group"), number(saved, "sheet"));
    let screen = match saved.text("screen").unwrap_or_default() {
        "group" if group < sheets::GROUPS.len() => Screen::Group(group),
        "sheet" if sheets::sheet(group, sheet).is_some() => Screen::Sheet(group, sheet),
        other => SCREENS.iter().find(|(_, name)| *name == other).map_or(Screen::Home, |(screen, _)| *screen),
    };
    Model {
        screen,
        part: number(saved, "part"),
        reported: saved.text("reported").map(str::to_owned),
        form: saved.get("form").map(|form| patterns::FORM.restore(form)).unwrap_or_default(),
        is_form_done: saved.bool("form-done") == Some(true),
        people: saved.integer("people").and_then(|people| u32::try_from(people).ok()),
    }
}
