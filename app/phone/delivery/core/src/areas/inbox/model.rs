//! What departments told the person, and what comes next. Derived from cases and documents: nothing is kept twice.

use fingertip_contract::{CaseState, EntryKind, Party};
use fingertip_standard::{CaseId, LocalText, ServiceId};
use jiff::{Span, Timestamp};

use crate::{areas::inbox::kind::MessageKind, model::Model};
use jiff::civil::Date;

/// How long before a document ends the person is told.
const NOTICE: i32 = 60;

/// Something that the person was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// When.
    pub at: Timestamp,
    /// What about.
    pub subject: MessageSubject,
    /// Whether it came after the person last looked, and is of a kind that they want to be called for.
    pub is_new: bool,
}

/// What a [`Message`] is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MessageSubject {
    /// A department moved a case on.
    Case {
        /// Which.
        case: CaseId,
        /// To which state.
        state: CaseState,
        /// In its own words.
        note: Option<LocalText>,
    },
    /// Something was said in a case, by somebody else than the person.
    Said {
        /// In which.
        case: CaseId,
        /// What it is.
        kind: EntryKind,
        /// What was said.
        words: LocalText,
    },
    /// A document was issued.
    DocumentIssued {
        /// Its place in [`Model::documents`].
        index: usize,
    },
    /// A document ends soon, or has ended.
    DocumentEnds {
        /// Its place in [`Model::documents`].
        index: usize,
        /// Its last day.
        day: Date,
    },
    /// A mini-app reminds of something.
    Reminder {
        /// Which of [`Model::reminders`].
        number: u64,
    },
}

impl MessageSubject {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> MessageKind {
        match self {
            Self::Case { .. } | Self::Said { .. } => MessageKind::Cases,
            Self::DocumentIssued { .. } => MessageKind::Documents,
            Self::DocumentEnds { .. } => MessageKind::Endings,
            Self::Reminder { .. } => MessageKind::Reminders,
        }
    }
}

/// The one thing that waits for the person most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NextStep {
    /// A department asked for a correction of this case.
    Correct(CaseId),
    /// A form was left in the middle.
    GoOn(ServiceId),
    /// A document ends soon, or has ended.
    Renew {
        /// Its place in [`Model::documents`].
        index: usize,
        /// Its last day.
        day: Date,
        /// Whether that day is over.
        is_over: bool,
    },
    /// A case is handled and was not rated.
    Rate(CaseId),
}

impl Model {
    /// What the person was told until `now`, the newest first.
    #[must_use]
    pub fn messages(&self, now: Timestamp) -> Vec<Message> {
        let steps = self.cases.iter().flat_map(|case| {
            let told = case.value.steps.iter().filter(|step| is_news(&step.state));
            told.map(|step| {
                (
                    step.at,
                    MessageSubject::Case {
                        case: case.value.id.clone(),
                        state: step.state.clone(),
                        note: step.note.clone(),
                    },
                )
            })
        });
        let said = self.cases.iter().flat_map(|case| {
            let others = case.value.entries.iter().filter(|entry| entry.from != Party::Person);
            others.map(|entry| {
                (
                    entry.at,
                    MessageSubject::Said {
                        case: case.value.id.clone(),
                        kind: entry.kind.clone(),
                        words: entry.words.clone(),
                    },
                )
            })
        });
        let issued = self
            .documents
            .iter()
            .enumerate()
            .map(|(index, kept)| (kept.document.issued_at(), MessageSubject::DocumentIssued { index }));
        let ending = self.ending(now).filter_map(|(index, day)| {
            let from =
                day.checked_sub(Span::new().days(NOTICE)).ok()?.to_zoned(self.rules.zone.clone()).ok()?;
            Some((from.timestamp(), MessageSubject::DocumentEnds { index, day }))
        });
        let reminders = self.reminders.iter().filter(|reminder| reminder.is_due(now));
        let reminders =
            reminders.map(|reminder| (reminder.at, MessageSubject::Reminder { number: reminder.number }));
        let preferences = &self.preferences;
        let is_new = |at: Timestamp, subject: &MessageSubject| {
            !preferences.quiet.contains(&subject.kind())
                && preferences.messages_read_until.is_none_or(|until| at > until)
        };
        let mut messages: Vec<_> = steps
            .chain(said)
            .chain(issued)
            .chain(ending)
            .chain(reminders)
            .map(|(at, subject)| Message { at, is_new: is_new(at, &subject), subject })
            .collect();
        messages.sort_by_key(|message| std::cmp::Reverse(message.at));
        messages
    }

    /// What waits for the person most, if anything does.
    #[must_use]
    pub fn next_step(&self, now: Timestamp) -> Option<NextStep> {
        let correction = self.cases.iter().find(|case| case.value.state.asks_person());
        let draft = || {
            let put_away = &self.preferences.forms_put_away;
            self.drafts.iter().filter(|app| !put_away.contains(*app)).find_map(|app| {
                let services = &self.catalogue.ready()?.services;
                services
                    .iter()
                    .find(|service| service.mini_app.as_ref().is_some_and(|entry| entry.app == *app))
            })
        };
        let renewal = || self.ending(now).min_by_key(|(_, day)| *day);
        let unrated =
            || self.cases.iter().find(|case| case.value.state.is_handled() && case.value.rating.is_none());
        let today = self.rules.today(now);
        correction
            .map(|case| NextStep::Correct(case.value.id.clone()))
            .or_else(|| draft().map(|service| NextStep::GoOn(service.id.clone())))
            .or_else(|| renewal().map(|(index, day)| NextStep::Renew { index, day, is_over: day < today }))
            .or_else(|| unrated().map(|case| NextStep::Rate(case.value.id.clone())))
    }

    /// The documents that end soon, or have ended, and their last days. One that was issued anew counts as the new one.
    fn ending(&self, now: Timestamp) -> impl Iterator<Item = (usize, Date)> {
        let soon = self.rules.today(now).checked_add(Span::new().days(NOTICE)).unwrap_or(Date::MAX);
        self.documents.iter().enumerate().filter_map(move |(index, kept)| {
            let document = &kept.document;
            let is_renewed = || {
                self.documents.iter().any(|other| {
                    (&other.document.issuer, &other.document.kind) == (&document.issuer, &document.kind)
                        && other.document.issued > document.issued
                })
            };
            document.valid_until.filter(|day| *day <= soon && !is_renewed()).map(|day| (index, day))
        })
    }
}

/// What the department did; what the person did themselves is no news to them.
fn is_news(state: &CaseState) -> bool {
    !matches!(state, CaseState::Received | CaseState::Withdrawn | CaseState::Appealed | CaseState::Closed)
}
