//! What departments told the person: how cases go on, documents that came or end, what mini-apps remind of.

use dioxus::prelude::*;
use fingertip_core::{
    CalendarMsg, Due, DueDay, InboxMsg, Message, MessageSubject, Model, Reminder, RemindersMsg, SessionMsg,
};
use fingertip_locale::Args;
use fingertip_standard::{CaseId, LocalText};
use fingertip_ui::{
    Said,
    components::{Button, Card, EmptyState, IconName, List, ListRow, Tag, Tone, Weight},
};
use jiff::Timestamp;

use super::{Back, case_name, date};
use crate::{
    route::Route,
    state::{Words, use_model, use_say, use_words},
    wording,
};

/// How many messages are shown at first, and with each press.
const PAGE: usize = 20;

#[component]
pub(crate) fn Messages() -> Element {
    let model = use_model!(preferences, session, cases, documents, reminders, rules);
    let say = use_say();
    let words = use_words();
    let navigator = use_navigator();
    let mut shown = use_signal(|| PAGE);
    let messages = model.messages(Timestamp::now());
    // Seen when the person leaves: while they look, what is new stays marked.
    let (left, pressed) = (say.clone(), say.clone());
    use_drop(move || left.that(InboxMsg::LookedAtMessages));
    rsx! {
        Back { title: words.say("nav-home") }
        h1 { "{words.say(\"messages-title\")}" }
        Reminders {}
        if messages.is_empty() {
            EmptyState { icon: IconName::Bell, title: words.say("messages-empty"), body: words.say("messages-empty-body"),
                if model.signed_in().is_none() {
                    Button { label: words.say("sheet-sign-in-begin"), weight: Weight::Primary, on_press: move |()| say.that(SessionMsg::AskedToSignIn) }
                }
            }
        } else {
            List { label: words.say("messages-title"),
                for (index, message) in messages.iter().take(shown()).enumerate() {
                    {
                        let row = Row::of(&model, &words, message);
                        rsx! {
                            ListRow {
                                key: "{index}",
                                title: row.title,
                                detail: row.detail,
                                icon: row.icon,
                                on_press: {
                                    let pressed = pressed.clone();
                                    move |()| match &row.leads {
                                        Leads::To(route) => drop(navigator.push(route.clone())),
                                        Leads::ToReminder(number) => {
                                            pressed.that(RemindersMsg::Opened(*number));
                                            navigator.push(Route::MiniApp {});
                                        }
                                    }
                                },
                                span { class: "fi-muted", {words.0.instant(message.at.as_millisecond())} }
                                if message.is_new {
                                    Tag { label: words.say("messages-new"), tone: Tone::Information }
                                }
                            }
                        }
                    }
                }
            }
            if messages.len() > shown() {
                Button { label: words.say("mini-app-records-more"), on_press: move |()| shown += PAGE }
            }
        }
    }
}

/// What the person is and will be reminded of: into the calendar, or away.
#[component]
fn Reminders() -> Element {
    let model = use_model!(reminders);
    let say = use_say();
    let words = use_words();
    let reminders = model.reminders_in_order();
    if reminders.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "fi-stack", aria_labelledby: "fi-reminders",
            h2 { id: "fi-reminders", "{words.say(\"messages-reminders\")}" }
            for reminder in reminders {
                Card { key: "{reminder.number}",
                    h3 { bdi { "{reminder.title}" } }
                    if let Some(detail) = &reminder.detail {
                        p { bdi { "{detail}" } }
                    }
                    p { class: "fi-muted", {words.0.instant(reminder.at.as_millisecond())} }
                    div { class: "fi-row",
                        Button {
                            label: words.say("messages-reminder-calendar"),
                            icon: IconName::Calendar,
                            on_press: {
                                let (say, day) = (say.clone(), of_calendar(&words, reminder));
                                move |()| say.that(CalendarMsg::AskedToSaveDay(Box::new(day.clone())))
                            },
                        }
                        Button {
                            label: words.say("messages-reminder-remove"),
                            weight: Weight::Quiet,
                            on_press: {
                                let (say, number) = (say.clone(), reminder.number);
                                move |()| say.that(RemindersMsg::Removed(number))
                            },
                        }
                    }
                }
            }
        }
    }
}

/// A reminder for a calendar, which anybody who sees the calendar reads.
fn of_calendar(words: &Words, reminder: &Reminder) -> DueDay {
    let opens = words.say("messages-reminder-details");
    let details = [reminder.detail.clone(), Some(opens)].into_iter().flatten().collect::<Vec<_>>();
    DueDay {
        id: format!("reminder:{}:{}", reminder.app, reminder.number),
        due: Due::At(reminder.at),
        summary: reminder.title.clone(),
        details: details.join("\n"),
    }
}

/// Where a message leads.
enum Leads {
    /// To a screen.
    To(Route),
    /// To what a reminder opens.
    ToReminder(u64),
}

/// A message in the person's language.
struct Row {
    title: Said,
    detail: String,
    icon: IconName,
    leads: Leads,
}

impl Row {
    fn of(model: &Model, words: &Words, message: &Message) -> Self {
        let document = |index: usize, detail: String, icon: IconName| {
            let kept = model.documents.get(index);
            let title = kept.map(|kept| words.pick(&kept.document.title)).unwrap_or_default();
            Self { title, detail, icon, leads: Leads::To(kept.map_or(Route::Records {}, Route::document)) }
        };
        let of_case = |case: &CaseId, what: &str, note: Option<&LocalText>| {
            let what = words.say(what);
            let note = note.map(|note| format!(" · {}", words.note(note))).unwrap_or_default();
            let title = model
                .case(case)
                .map(|kept| case_name(model, words, &kept.value))
                .unwrap_or_else(|| case.as_str().into());
            Self {
                title,
                detail: format!("{what}{note}"),
                icon: IconName::Cases,
                leads: Leads::To(Route::Case { id: case.to_string() }),
            }
        };
        match &message.subject {
            MessageSubject::Case { case, state, note } => {
                of_case(case, wording::case_state(state).0, note.as_ref())
            }
            MessageSubject::Said { case, kind, words } => {
                of_case(case, wording::entry(kind), (!words.is_empty()).then_some(words))
            }
            MessageSubject::DocumentIssued { index } => {
                document(*index, words.say("messages-document-issued"), IconName::Card)
            }
            MessageSubject::DocumentEnds { index, day } => document(
                *index,
                words.with("records-valid-until", &Args::new().text("day", words.0.date(date(*day)))),
                IconName::Clock,
            ),
            MessageSubject::Reminder { number } => {
                let kept = model.reminders.iter().find(|reminder| reminder.number == *number);
                Self {
                    title: kept.map(|reminder| reminder.title.clone().into()).unwrap_or_default(),
                    detail: words.say("messages-reminder-open"),
                    icon: IconName::Bell,
                    leads: Leads::ToReminder(*number),
                }
            }
        }
    }
}
