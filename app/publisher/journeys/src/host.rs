//! A host without a screen: all that a shell does for one mini-app, and nothing else.

use std::{collections::BTreeMap, sync::Arc};

use fingertip_locale::{Formatter, Messages, TimeZone, Words, shell_messages};
use fingertip_runtime::{MiniApp, Program, RuntimeError, Stepped};
use fingertip_standard::{
    Manifest,
    events::{Acted, Changed, Display, Event, Input, Launch, Moment, Origin, Submitted},
    repeat,
    requests::{Answer, Request, Wish},
    step::Step,
    validate::{self, Problem},
    view::{Kind, Node, View},
    words::{Date, Entry},
};

use crate::{
    Action, Answers, Journey, Press,
    typed::{typed, written},
};

/// Requests are answered this often after one action; more is a mini-app that asks for ever.
const ROUNDS: usize = 64;
/// 2026-11-24 08:00 UTC, the time of every journey of that day.
const HOUR: i8 = 8;

/// Why a journey cannot go on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum HostError {
    /// The mini-app was ended.
    #[error("the mini-app was ended: {0}")]
    Runtime(#[from] RuntimeError),
    /// What the journey names is not there.
    #[error("{what} is not on the page {page:?}; it has {there}")]
    NotThere {
        /// What was looked for.
        what: String,
        /// The page's key.
        page: String,
        /// What could have been meant.
        there: String,
    },
    /// A value does not fit its input.
    #[error("the input {key:?} {takes}")]
    Value {
        /// The input.
        key: String,
        /// What it takes.
        takes: String,
    },
    /// The host's checks stopped the page.
    #[error("the page {page:?} was not handed in: {problems}")]
    Stopped {
        /// The page's key.
        page: String,
        /// Each input with what is wrong.
        problems: String,
    },
    /// Another page than expected.
    #[error("the page is {page:?}, not {wanted:?}")]
    OtherPage {
        /// The page's key.
        page: String,
        /// What the journey expects.
        wanted: String,
    },
    /// No case was handed in.
    #[error("no case was handed in before")]
    NoCase,
    /// It asks for ever.
    #[error("after one action the mini-app asks for more again and again")]
    AsksForEver,
}

/// One event and what came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Happened {
    /// What happened in.
    pub event: Event,
    /// What came out.
    pub step: Step,
}

/// One running mini-app and all that a shell holds for it.
pub struct Host<'p> {
    program: &'p dyn Program,
    app: MiniApp,
    manifest: Arc<Manifest>,
    messages: Arc<Messages>,
    start: Launch,
    given: View,
    /// What is shown, with every copy of its repeat groups.
    pub view: Arc<View>,
    /// The words of what is shown.
    pub entries: Arc<[Entry]>,
    /// What the person typed, on every page.
    pub inputs: BTreeMap<String, Input>,
    /// What is wrong with it, since the last page was handed in.
    pub problems: BTreeMap<String, Problem>,
    /// The facts that were shared.
    pub claims: BTreeMap<String, String>,
    /// How requests are answered.
    pub answers: Answers,
    /// Everything that happened, from the launch on.
    pub happened: Vec<Happened>,
    /// Whether the mini-app closed itself.
    pub is_closed: bool,
}

impl<'p> Host<'p> {
    /// Launches the mini-app as `journey` begins.
    ///
    /// # Errors
    /// [`HostError::Runtime`] when it does not come up.
    pub fn open(
        program: &'p dyn Program,
        manifest: Arc<Manifest>,
        messages: Arc<Messages>,
        journey: &Journey,
        language: &str,
        display: Display,
    ) -> Result<Self, HostError> {
        let now = journey
            .today
            .at(HOUR, 0, 0, 0)
            .to_zoned(TimeZone::UTC)
            .map_or(0, |now| now.timestamp().as_millisecond());
        let start = Launch {
            route: journey.route.clone(),
            params: Vec::new(),
            origin: Origin::Person,
            caller: None,
            region: journey.region.clone(),
            language: language.to_owned(),
            display,
            now,
            today: Date {
                year: journey.today.year().into(),
                month: journey.today.month().unsigned_abs(),
                day: journey.today.day().unsigned_abs(),
            },
            seed: 1,
            signed_in: journey.signed_in,
            saved: None,
        };
        let (app, step) = MiniApp::launch(program, start.clone())?;
        let page = View { nodes: Vec::new(), focus: None, revision: 0 };
        let mut host = Self {
            program,
            app,
            manifest,
            messages,
            start: start.clone(),
            given: page.clone(),
            view: Arc::new(page),
            entries: Arc::from([]),
            inputs: BTreeMap::new(),
            problems: BTreeMap::new(),
            claims: BTreeMap::new(),
            answers: Answers { table: journey.answers.clone(), ..Answers::default() },
            happened: Vec::new(),
            is_closed: false,
        };
        host.take(Event::Launched(start), step.into_inner())?;
        Ok(host)
    }

    /// The language it is read in.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.start.language
    }

    /// The display it is shown in.
    #[must_use]
    pub fn display(&self) -> Display {
        self.start.display
    }

    /// The words of what is shown, in the person's language. Times are those of UTC, the same on every machine.
    #[must_use]
    pub fn words(&self) -> Words {
        self.words_of(self.entries.clone())
    }

    /// Other words of the same mini-app: those of a step's requests.
    #[must_use]
    pub fn words_of(&self, entries: Arc<[Entry]>) -> Words {
        let formatter = Formatter::new(shell_messages(), self.start.language.clone())
            .worded(self.start.display.into())
            .in_zone(TimeZone::UTC);
        Words::new(entries, self.messages.clone(), formatter, Arc::new(|_, _| None))
    }

    /// The key of the page that is shown.
    #[must_use]
    pub fn page(&self) -> &str {
        self.view.nodes.first().map_or("", |page| &page.key)
    }

    /// Does one thing.
    ///
    /// # Errors
    /// [`HostError`]: what is named is not there, does not fit, or the mini-app was ended.
    pub fn act(&mut self, action: &Action) -> Result<(), HostError> {
        match action {
            Action::Fill(values) => values.iter().try_for_each(|(key, value)| {
                let takes = |takes| HostError::Value { key: key.clone(), takes };
                let input = typed(&self.input(key)?.kind, value).map_err(takes)?;
                self.change(key, input)
            }),
            Action::Press(press) => self.press(press),
            Action::Submit(action) => self.submit(action),
            Action::Back => self.tell(Event::WentBack),
            Action::AddCopy(key) => {
                let group = self.group(key)?;
                repeat::add_copy(key, &group, &mut self.inputs);
                self.redraw();
                Ok(())
            }
            Action::RemoveCopy(key, copy) => {
                let group = self.group(key)?;
                repeat::remove_copy(key, &group, *copy, &mut self.inputs);
                self.redraw();
                Ok(())
            }
            Action::SignIn => {
                self.start.signed_in = true;
                self.tell(Event::Moment(Moment::SignedIn))
            }
            Action::SignOut => {
                self.start.signed_in = false;
                self.tell(Event::Moment(Moment::SignedOut))
            }
            Action::Language(language) => {
                self.start.language.clone_from(language);
                self.tell(Event::LanguageChanged(language.clone()))
            }
            Action::Display(display) => {
                self.start.display = *display;
                self.tell(Event::DisplayChanged(*display))
            }
            Action::Case(state) => {
                let case = self.answers.cases.last().cloned().ok_or(HostError::NoCase)?;
                self.tell(Event::CaseChanged(case, state.clone()))
            }
            Action::Answer(replies) => {
                self.answers.table.extend(replies.clone());
                Ok(())
            }
            Action::Restart => self.restart(),
            Action::See(wanted) if self.page() == wanted => Ok(()),
            Action::See(wanted) => {
                Err(HostError::OtherPage { page: self.page().to_owned(), wanted: wanted.clone() })
            }
        }
    }

    /// Fills one input in with a value of its own shape.
    ///
    /// # Errors
    /// As [`Self::act`].
    pub fn change(&mut self, key: &str, input: Input) -> Result<(), HostError> {
        let reports = self.input(key)?.kind.field().is_some_and(|field| field.reports_change);
        self.problems.remove(key);
        self.inputs.insert(key.to_owned(), input.clone());
        if reports {
            self.tell(Event::Changed(Changed { key: key.to_owned(), input, revision: self.given.revision }))?;
        }
        Ok(())
    }

    /// The action that fills in what stands in `key` now, to be written down.
    #[must_use]
    pub fn filled(&self, key: &str) -> Action {
        let value = self.inputs.get(key).map_or(serde_json::Value::Null, written);
        Action::Fill(BTreeMap::from([(key.to_owned(), value)]))
    }

    fn restart(&mut self) -> Result<(), HostError> {
        self.start.saved = Some(self.app.save()?);
        let (app, step) = MiniApp::launch(self.program, self.start.clone())?;
        self.app = app;
        self.take(Event::Launched(self.start.clone()), step.into_inner())
    }

    fn press(&mut self, press: &Press) -> Result<(), HostError> {
        let (action, node, row) = match press {
            Press::Action(action) => {
                let row_of = |node: &Node| {
                    node.kind.actions().into_iter().find(|(_, own)| own == action).map(|(row, _)| row)
                };
                let found =
                    self.view.nodes.iter().find_map(|node| row_of(node).map(|row| (node.key.clone(), row)));
                let actions = |node: &Node| {
                    node.kind.actions().into_iter().map(|(_, action)| action.to_owned()).collect()
                };
                let (node, row) =
                    found.ok_or_else(|| self.not_there(format!("nothing that does {action:?}"), actions))?;
                (action, node, row)
            }
            Press::Row { action, node, row } => {
                let is_there = self.view.nodes.iter().any(|own| own.key == *node);
                if !is_there {
                    return Err(self.not_there(format!("the node {node:?}"), |node| vec![node.key.clone()]));
                }
                (action, node.clone(), Some(*row))
            }
        };
        self.tell(Event::Acted(Acted { action: action.clone(), node, row, revision: self.given.revision }))
    }

    fn submit(&mut self, action: &str) -> Result<(), HostError> {
        let submits = |node: &Node| matches!(&node.kind, Kind::Button(button) if button.action == action && button.submits);
        if !self.view.nodes.iter().any(submits) {
            return Err(self.not_there(format!("a button that hands in {action:?}"), |node| {
                match &node.kind {
                    Kind::Button(button) if button.submits => vec![button.action.clone()],
                    _ => Vec::new(),
                }
            }));
        }
        let (inputs, problems) = validate::gather(&self.view, &self.inputs);
        self.problems = problems;
        if !self.problems.is_empty() {
            let problems = self
                .problems
                .iter()
                .map(|(key, problem)| format!("{key}: {problem:?}"))
                .collect::<Vec<_>>()
                .join(", ");
            return Err(HostError::Stopped { page: self.page().to_owned(), problems });
        }
        self.tell(Event::Submitted(Submitted {
            action: action.to_owned(),
            inputs,
            revision: self.given.revision,
        }))
    }

    /// Sends an event, and answers everything that is asked for after it.
    ///
    /// # Errors
    /// As [`Self::act`].
    pub fn tell(&mut self, event: Event) -> Result<(), HostError> {
        match self.app.update(&event)? {
            Stepped::Step(step) => self.take(event, step.into_inner()),
            Stepped::Stale => Ok(()),
        }
    }

    fn take(&mut self, event: Event, step: Step) -> Result<(), HostError> {
        let mut waiting = self.keep(event, step);
        for _ in 0..ROUNDS {
            if waiting.is_empty() {
                return Ok(());
            }
            for request in std::mem::take(&mut waiting) {
                let Some(answer) = self.answers.answer(
                    &request.wish,
                    &self.manifest,
                    self.start.signed_in,
                    &self.start.region,
                ) else {
                    continue;
                };
                if let Answer::Claims(claims) = &answer {
                    self.claims.extend(claims.iter().cloned());
                }
                self.is_closed |= matches!(request.wish, Wish::Close);
                let event = Event::Answered(request.id, answer);
                if let Stepped::Step(step) = self.app.update(&event)? {
                    waiting.extend(self.keep(event, step.into_inner()));
                }
            }
        }
        Err(HostError::AsksForEver)
    }

    fn keep(&mut self, event: Event, step: Step) -> Vec<Request> {
        self.happened.push(Happened { event, step: step.clone() });
        if let Some(view) = step.view {
            if self.given.nodes.first().map(|page| &page.key) != view.nodes.first().map(|page| &page.key) {
                self.problems.clear();
            }
            self.given = view;
            self.entries = Arc::from(step.words);
            self.redraw();
        }
        step.requests
    }

    fn redraw(&mut self) {
        self.view = Arc::new(repeat::expanded(&self.given, &self.inputs));
        for node in &self.view.nodes {
            let claim = node
                .kind
                .field()
                .and_then(|field| field.fills_from.as_ref())
                .and_then(|claim| self.claims.get(claim));
            if let Some(value) = claim
                && !self.inputs.contains_key(&node.key)
            {
                let input =
                    typed(&node.kind, &value.as_str().into()).unwrap_or_else(|_| Input::Text(value.clone()));
                self.inputs.insert(node.key.clone(), input);
            }
        }
    }

    fn input(&self, key: &str) -> Result<&Node, HostError> {
        let keys =
            |node: &Node| if node.kind.field().is_some() { vec![node.key.clone()] } else { Vec::new() };
        let found = self.view.nodes.iter().find(|node| node.key == key && node.kind.field().is_some());
        found.ok_or_else(|| self.not_there(format!("the input {key:?}"), keys))
    }

    fn group(&self, key: &str) -> Result<fingertip_standard::view::RepeatGroup, HostError> {
        let found = self.given.nodes.iter().find(|node| node.key == key).and_then(|node| match &node.kind {
            Kind::RepeatGroup(group) => Some(group.clone()),
            _ => None,
        });
        found
            .ok_or_else(|| self.not_there(format!("the repeat group {key:?}"), |node| vec![node.key.clone()]))
    }

    fn not_there(&self, what: String, names: impl Fn(&Node) -> Vec<String>) -> HostError {
        let there = self.view.nodes.iter().flat_map(names).collect::<Vec<_>>().join(", ");
        HostError::NotThere {
            what,
            page: self.page().to_owned(),
            there: if there.is_empty() { "none".into() } else { there },
        }
    }
}

impl std::fmt::Debug for Host<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Host")
            .field("page", &self.page())
            .field("happened", &self.happened.len())
            .finish_non_exhaustive()
    }
}
