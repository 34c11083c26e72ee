//! Drives the phone's own host for a journey: runs the program, and answers what is to be done from the journey's table.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::Arc,
};

use fingertip_host::{Arrival, Effect, OpenMiniApp, Opened, Place, Running, Shown, Stepped};
use fingertip_locale::{Formatter, Messages, TimeZone, Words, shell_messages};
use fingertip_runtime::{MiniApp, Program, RuntimeError, Stepped as Answered};
use fingertip_standard::{
    CaseId, Manifest, RegionCode, RunningApp,
    check::CheckedStep,
    events::{Display, Event, Input, Launch, Origin},
    requests::Wish,
    step::Step,
    validate::Problem,
    view::{Kind, Node, View},
    words::{Date, Entry},
};

use crate::{
    Action, Answers, Journey, Press,
    person::Person,
    typed::{typed, written},
};

/// The mini-app is told this much after one action; more is a mini-app that asks for ever.
const EVENTS: usize = 256;
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
    /// It closes itself as it comes up.
    #[error("the mini-app closes itself before it shows anything")]
    Closed,
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

/// One running mini-app in the host, and a person whose requests are answered from a table.
pub struct Host<'p> {
    program: &'p dyn Program,
    guest: MiniApp,
    app: OpenMiniApp,
    /// What the host held last: a mini-app that has closed itself holds nothing any more.
    last: Running,
    person: Person,
    start: Launch,
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
            .map(|now| now.timestamp())
            .unwrap_or_default();
        let start = Launch {
            route: journey.route.clone(),
            params: Vec::new(),
            origin: Origin::Person,
            caller: None,
            region: journey.region.clone(),
            language: language.to_owned(),
            display,
            now: now.as_millisecond(),
            today: Date {
                year: journey.today.year().into(),
                month: journey.today.month().unsigned_abs(),
                day: journey.today.day().unsigned_abs(),
            },
            seed: 1,
            signed_in: journey.signed_in,
            saved: None,
        };
        let (guest, step) = MiniApp::launch(program, start.clone())?;
        let running = RunningApp {
            department: manifest.fingertip.department.clone(),
            app: manifest.app_id.clone(),
            version: manifest.version.code,
            sha256: String::new(),
        };
        let place = Place {
            service: None,
            department: running.department.clone(),
            app: running.app.clone(),
            route: journey.route.clone(),
        };
        let mut app = OpenMiniApp::open(place, Arrival::default());
        let person = Person::new(
            now,
            journey.signed_in,
            RegionCode::new(&*journey.region).ok(),
            running.department.clone(),
        );
        let happened = vec![Happened { event: Event::Launched(start.clone()), step: step.get().clone() }];
        let opened = Opened {
            running,
            granted: manifest.fingertip.capabilities.iter().copied().collect(),
            manifest,
            messages,
            pictures: Arc::default(),
            inputs: None,
            stepped: Stepped { step: Some(step), saved: None, was_restored: false },
        };
        let effects = app.opened(opened, &person.around());
        // A mini-app that closes itself in its first step has shown nothing.
        let Some(last) = app.running().cloned() else { return Err(HostError::Closed) };
        let mut host = Self {
            program,
            guest,
            last,
            app,
            person,
            start,
            answers: Answers { table: journey.answers.clone(), ..Answers::default() },
            happened,
            is_closed: false,
        };
        host.go(effects)?;
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

    /// What is shown, with every copy of its repeat groups.
    #[must_use]
    pub fn view(&self) -> Arc<View> {
        let nothing = || Arc::new(View { nodes: Vec::new(), focus: None, revision: 0 });
        self.last.shown.as_ref().map_or_else(nothing, |shown| shown.view.clone())
    }

    /// What the person typed, on every page.
    #[must_use]
    pub fn inputs(&self) -> &BTreeMap<String, Input> {
        &self.last.inputs
    }

    /// What is wrong with it, since the last page was handed in.
    #[must_use]
    pub fn problems(&self) -> &BTreeMap<String, Problem> {
        &self.last.problems
    }

    /// The facts that were shared.
    #[must_use]
    pub fn claims(&self) -> &BTreeMap<String, String> {
        &self.last.claims
    }

    /// The words of what is shown, in the person's language. Times are those of UTC, the same on every machine.
    #[must_use]
    pub fn words(&self) -> Words {
        let entries = self.last.shown.as_ref().map_or_else(|| Arc::from([]), |shown| shown.words.clone());
        self.words_of(entries)
    }

    /// Other words of the same mini-app: those of a step's requests.
    #[must_use]
    pub fn words_of(&self, entries: Arc<[Entry]>) -> Words {
        let formatter = Formatter::new(shell_messages(), self.start.language.clone())
            .worded(self.start.display.into())
            .in_zone(TimeZone::UTC);
        self.last.words_of(entries, formatter, Arc::new(|_, _| None))
    }

    /// The key of the page that is shown.
    #[must_use]
    pub fn page(&self) -> &str {
        self.last.shown.as_ref().map_or("", Shown::page)
    }

    /// Does one thing.
    ///
    /// # Errors
    /// [`HostError`]: what is named is not there, does not fit, or the mini-app was ended.
    pub fn act(&mut self, action: &Action) -> Result<(), HostError> {
        let effects = match action {
            Action::Fill(values) => {
                return values.iter().try_for_each(|(key, value)| {
                    let takes = |takes| HostError::Value { key: key.clone(), takes };
                    let input = typed(&self.input(key)?.kind, value).map_err(takes)?;
                    self.change(key, input)
                });
            }
            Action::Press(press) => self.press(press)?,
            Action::Submit(action) => return self.submit(action),
            Action::Back => self.app.back(),
            Action::AddCopy(key) => {
                self.group(key)?;
                self.app.add_copy(key)
            }
            Action::RemoveCopy(key, copy) => {
                self.group(key)?;
                self.app.remove_copy(key, *copy)
            }
            Action::SignIn => {
                self.start.signed_in = true;
                self.person.sign_in();
                self.app.sign_in()
            }
            Action::SignOut => {
                self.start.signed_in = false;
                self.person.sign_out();
                self.app.sign_out()
            }
            Action::Language(language) => {
                self.start.language.clone_from(language);
                self.app.change_language(language)
            }
            Action::Display(display) => {
                self.start.display = *display;
                self.app.change_display(*display)
            }
            Action::Case(state) => {
                let case = self.answers.cases.last().and_then(|case| CaseId::new(case.as_str()).ok());
                self.app.move_case(&case.ok_or(HostError::NoCase)?, state)
            }
            Action::Answer(replies) => {
                self.answers.table.extend(replies.clone());
                return Ok(());
            }
            Action::Restart => return self.restart(),
            Action::See(wanted) if self.page() == wanted => return Ok(()),
            Action::See(wanted) => {
                return Err(HostError::OtherPage { page: self.page().to_owned(), wanted: wanted.clone() });
            }
        };
        self.go(effects)
    }

    /// Fills one input in with a value of its own shape.
    ///
    /// # Errors
    /// As [`Self::act`].
    pub fn change(&mut self, key: &str, input: Input) -> Result<(), HostError> {
        self.input(key)?;
        let effects = self.app.change(key, input);
        self.go(effects)
    }

    /// The action that fills in what stands in `key` now, to be written down.
    #[must_use]
    pub fn filled(&self, key: &str) -> Action {
        let value = self.inputs().get(key).map_or(serde_json::Value::Null, written);
        Action::Fill(BTreeMap::from([(key.to_owned(), value)]))
    }

    fn restart(&mut self) -> Result<(), HostError> {
        self.start.saved = Some(self.guest.save()?);
        let (guest, step) = MiniApp::launch(self.program, self.start.clone())?;
        self.guest = guest;
        let effects = self.take(Event::Launched(self.start.clone()), Some(step), true);
        self.go(effects)
    }

    fn press(&mut self, press: &Press) -> Result<Vec<Effect>, HostError> {
        let view = self.view();
        let (action, node, row) = match press {
            Press::Action(action) => {
                let row_of = |node: &Node| {
                    node.kind.actions().into_iter().find(|(_, own)| own == action).map(|(row, _)| row)
                };
                let found =
                    view.nodes.iter().find_map(|node| row_of(node).map(|row| (node.key.clone(), row)));
                let actions = |node: &Node| {
                    node.kind.actions().into_iter().map(|(_, action)| action.to_owned()).collect()
                };
                let (node, row) =
                    found.ok_or_else(|| self.not_there(format!("nothing that does {action:?}"), actions))?;
                (action, node, row)
            }
            Press::Row { action, node, row } => {
                let is_there = view.nodes.iter().any(|own| own.key == *node);
                if !is_there {
                    return Err(self.not_there(format!("the node {node:?}"), |node| vec![node.key.clone()]));
                }
                (action, node.clone(), Some(*row))
            }
        };
        Ok(self.app.press(action, &node, row))
    }

    fn submit(&mut self, action: &str) -> Result<(), HostError> {
        let hands_in = |node: &Node| match &node.kind {
            Kind::Button(button) if button.submits => vec![button.action.clone()],
            _ => Vec::new(),
        };
        if !self.view().nodes.iter().flat_map(hands_in).any(|own| own == action) {
            return Err(self.not_there(format!("a button that hands in {action:?}"), hands_in));
        }
        let effects = self.app.submit(action);
        let is_stopped = effects.is_empty();
        self.go(effects)?;
        if is_stopped && !self.problems().is_empty() {
            let problems = self.problems().iter().map(|(key, problem)| format!("{key}: {problem:?}"));
            let problems = problems.collect::<Vec<_>>().join(", ");
            return Err(HostError::Stopped { page: self.page().to_owned(), problems });
        }
        Ok(())
    }

    /// Does what is to be done, one after the other, until nothing is left.
    fn go(&mut self, effects: Vec<Effect>) -> Result<(), HostError> {
        self.hold_running();
        let mut todo = VecDeque::from(effects);
        let mut n_events = 0;
        while let Some(effect) = todo.pop_front() {
            match effect {
                // The last that it is told: what it answers is neither shown nor done.
                Effect::Tell(event) if self.app.running().is_none() => drop(self.guest.update(&event)?),
                Effect::Tell(event) => {
                    n_events += 1;
                    if n_events > EVENTS {
                        return Err(HostError::AsksForEver);
                    }
                    let step = match self.guest.update(&event)? {
                        Answered::Step(step) => Some(step),
                        Answered::Stale => None,
                    };
                    todo.extend(self.take(event, step, false));
                }
                Effect::Ask(sheet) => {
                    todo.extend(self.app.answer_sheet(sheet.id, true, &self.person.around()));
                }
                Effect::Perform(perform) => {
                    if let Some(answer) = self.answers.answer(&perform.wish, &self.start.region) {
                        todo.extend(self.app.answer(perform.request, answer));
                    }
                }
                Effect::Go { request, link, .. } => {
                    if let Some(answer) = self.answers.answer(&Wish::Open(link), &self.start.region) {
                        todo.extend(self.app.answer(request, answer));
                    }
                }
                Effect::GiveConsent(consent) => self.person.consents.push(consent),
                Effect::Closed => self.is_closed = true,
                // A journey keeps no draft, and whether it is signed in is its own affair.
                Effect::KeepDraft(_) | Effect::DiscardDraft(_) | Effect::AskToSignIn | Effect::Notice(_) => {}
            }
            self.hold_running();
        }
        Ok(())
    }

    /// Gives the host what the mini-app answered.
    fn take(&mut self, event: Event, step: Option<CheckedStep>, was_restored: bool) -> Vec<Effect> {
        if let Some(step) = &step {
            self.happened.push(Happened { event, step: step.get().clone() });
        }
        let effects =
            self.app.take(Stepped { step: step.clone(), saved: None, was_restored }, &self.person.around());
        if let Some(step) = &step {
            self.hold(step);
        }
        effects
    }

    fn hold_running(&mut self) {
        if let Some(running) = self.app.running() {
            self.last = running.clone();
        }
    }

    /// Holds what is on the screen, of a mini-app that closes itself with this step too.
    fn hold(&mut self, step: &CheckedStep) {
        self.hold_running();
        if self.app.running().is_none()
            && let Some(view) = &step.get().view
        {
            let words = Arc::from(step.get().words.clone());
            self.last.shown = Some(Shown::new(view.clone(), words, &self.last.inputs));
        }
    }

    fn input(&self, key: &str) -> Result<Node, HostError> {
        let keys =
            |node: &Node| if node.kind.field().is_some() { vec![node.key.clone()] } else { Vec::new() };
        let view = self.view();
        let found = view.nodes.iter().find(|node| node.key == key && node.kind.field().is_some());
        found.cloned().ok_or_else(|| self.not_there(format!("the input {key:?}"), keys))
    }

    fn group(&self, key: &str) -> Result<(), HostError> {
        let found = self.last.group(key).map(|_| ());
        found
            .ok_or_else(|| self.not_there(format!("the repeat group {key:?}"), |node| vec![node.key.clone()]))
    }

    fn not_there(&self, what: String, names: impl Fn(&Node) -> Vec<String>) -> HostError {
        let there = self.view().nodes.iter().flat_map(names).collect::<Vec<_>>().join(", ");
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
