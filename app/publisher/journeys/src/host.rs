//! A journey in the phone's own host: the person does what the journey says, and its table answers what is asked for.

use std::{collections::BTreeMap, sync::Arc};

use fingertip_host::{Effect, Reader, Shown};
use fingertip_locale::{Messages, TimeZone, Words};
use fingertip_runtime::{Program, RuntimeError};
use fingertip_standard::{
    CaseId, Manifest, RegionCode,
    events::{Display, Input, Launch, Origin},
    validate::Problem,
    view::{Kind, Node, View},
    words::{Date, Entry},
};

use crate::{
    Action, Answers, Done, Driver, Happened, Journey, Person, Press, Reading,
    typed::{typed, written},
};

/// 2026-11-24 08:00 UTC, the time of every journey of that day.
const HOUR: i8 = 8;

/// Why a journey cannot go on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum HostError {
    /// The mini-app was ended.
    #[error("the mini-app was ended: {}", .0.for_developer())]
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

/// One running mini-app in the host, and a person whose requests are answered from a table.
pub struct Host<'p> {
    program: &'p dyn Program,
    driver: Driver,
    start: Launch,
    /// How requests are answered.
    pub answers: Answers,
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
        let department = manifest.fingertip.department.clone();
        let reading = Reading { language: language.to_owned(), display };
        let region = RegionCode::new(&*journey.region).ok();
        let person = Person::new(now, journey.signed_in, region, department, reading);
        let (driver, effects) = Driver::launch(program, manifest, messages, start.clone(), person)?;
        let answers = Answers { table: journey.answers.clone(), ..Answers::default() };
        let mut host = Self { program, driver, start, answers };
        host.go(effects)?;
        Ok(host)
    }

    /// Everything that happened, from the launch on.
    #[must_use]
    pub fn happened(&self) -> &[Happened] {
        &self.driver.happened
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
        self.driver.running().shown.as_ref().map_or_else(nothing, |shown| shown.view.clone())
    }

    /// What the person typed, on every page.
    #[must_use]
    pub fn inputs(&self) -> &BTreeMap<String, Input> {
        &self.driver.running().inputs
    }

    /// What is wrong with it, since the last page was handed in.
    #[must_use]
    pub fn problems(&self) -> &BTreeMap<String, Problem> {
        &self.driver.running().problems
    }

    /// The facts that were shared.
    #[must_use]
    pub fn claims(&self) -> &BTreeMap<String, String> {
        &self.driver.running().claims
    }

    /// The words of what is shown, in the person's language. Times are those of UTC, the same on every machine.
    #[must_use]
    pub fn words(&self) -> Words {
        let entries =
            self.driver.running().shown.as_ref().map_or_else(|| Arc::from([]), |shown| shown.words.clone());
        self.words_of(entries)
    }

    /// Other words of the same mini-app: those of a step's requests.
    #[must_use]
    pub fn words_of(&self, entries: Arc<[Entry]>) -> Words {
        let reading = &self.driver.person.reading;
        self.driver.running().words_of(entries, reading.formatter(), reading.region_names())
    }

    /// The key of the page that is shown.
    #[must_use]
    pub fn page(&self) -> &str {
        self.driver.running().shown.as_ref().map_or("", Shown::page)
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
            Action::Back => self.driver.happen(|app, _| app.back()),
            Action::AddCopy(key) => {
                self.group(key)?;
                self.driver.happen(|app, _| app.add_copy(key))
            }
            Action::RemoveCopy(key, copy) => {
                self.group(key)?;
                self.driver.happen(|app, _| app.remove_copy(key, *copy))
            }
            Action::SignIn => {
                self.start.signed_in = true;
                self.driver.person.sign_in();
                self.driver.happen(|app, _| app.sign_in())
            }
            Action::SignOut => {
                self.start.signed_in = false;
                self.driver.person.sign_out();
                self.driver.happen(|app, _| app.sign_out())
            }
            Action::Language(language) => {
                self.start.language.clone_from(language);
                self.driver.person.reading.language.clone_from(language);
                self.driver.happen(|app, _| app.change_language(language))
            }
            Action::Display(display) => {
                self.start.display = *display;
                self.driver.person.reading.display = *display;
                self.driver.happen(|app, _| app.change_display(*display))
            }
            Action::Case(state) => {
                let case = self.answers.cases.last().and_then(|case| CaseId::new(case.as_str()).ok());
                let case = case.ok_or(HostError::NoCase)?;
                self.driver.happen(|app, _| app.move_case(&case, state))
            }
            Action::Answer(replies) => {
                self.answers.table.extend(replies.clone());
                return Ok(());
            }
            Action::Restart => self.driver.restart(self.program, self.start.clone())?,
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
        let effects = self.driver.happen(|app, _| app.change(key, input));
        self.go(effects)
    }

    /// The action that fills in what stands in `key` now, to be written down.
    #[must_use]
    pub fn filled(&self, key: &str) -> Action {
        let value = self.inputs().get(key).map_or(serde_json::Value::Null, written);
        Action::Fill(BTreeMap::from([(key.to_owned(), value)]))
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
        Ok(self.driver.happen(|app, _| app.press(action, &node, row)))
    }

    fn submit(&mut self, action: &str) -> Result<(), HostError> {
        let hands_in = |node: &Node| -> Vec<String> {
            let Kind::Button(button) = &node.kind else { return Vec::new() };
            button.submits.then(|| button.action.clone()).into_iter().collect()
        };
        if !self.view().nodes.iter().flat_map(hands_in).any(|own| own == action) {
            return Err(self.not_there(format!("a button that hands in {action:?}"), hands_in));
        }
        let effects = self.driver.happen(|app, _| app.submit(action));
        let is_stopped = effects.is_empty();
        self.go(effects)?;
        if is_stopped && !self.problems().is_empty() {
            let problems = self.problems().iter().map(|(key, problem)| format!("{key}: {problem:?}"));
            let problems = problems.collect::<Vec<_>>().join(", ");
            return Err(HostError::Stopped { page: self.page().to_owned(), problems });
        }
        Ok(())
    }

    /// Does what is to be done: the person agrees to every sheet, and the table answers what was allowed.
    fn go(&mut self, effects: Vec<Effect>) -> Result<(), HostError> {
        let Self { driver, answers, start, .. } = self;
        driver.go(effects, &mut |effect| match effect {
            Effect::Ask(sheet) => Some(Done::Sheet(sheet.id, true)),
            Effect::Perform(perform) => {
                Some(Done::Answer(perform.request, answers.answer(&perform.wish, &start.region)?))
            }
            _ => None,
        })
    }

    fn input(&self, key: &str) -> Result<Node, HostError> {
        let keys =
            |node: &Node| if node.kind.field().is_some() { vec![node.key.clone()] } else { Vec::new() };
        let view = self.view();
        let found = view.nodes.iter().find(|node| node.key == key && node.kind.field().is_some());
        found.cloned().ok_or_else(|| self.not_there(format!("the input {key:?}"), keys))
    }

    fn group(&self, key: &str) -> Result<(), HostError> {
        let found = self.driver.running().group(key).map(|_| ());
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
            .field("happened", &self.happened().len())
            .finish_non_exhaustive()
    }
}
