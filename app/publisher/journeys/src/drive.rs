//! Drives the phone's own host: runs the program, feeds it what the host tells it and the host what it answers.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::Arc,
};

use fingertip_host::{
    Around, Arrival, Effect, OpenMiniApp, Opened, Place, RequestNumber, Running, SheetContent, SheetId,
    Shown, Stepped,
};
use fingertip_locale::Messages;
use fingertip_runtime::{MiniApp, Program, RuntimeError, Stepped as Answered, Used};
use fingertip_standard::{
    Manifest, RunningApp,
    events::{Event, Launch},
    requests::Answer,
    step::CheckedStep,
    step::Step,
};

use crate::{HostError, Person};

/// The mini-app is told this much after one action; more is a mini-app that asks for ever.
const EVENTS: usize = 256;

/// One event and what came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Happened {
    /// What happened in.
    pub event: Event,
    /// What came out.
    pub step: Step,
}

/// What the person, or whoever does what was allowed, answers.
#[derive(Debug, Clone, PartialEq)]
pub enum Done {
    /// A sheet, agreed to or not.
    Sheet(SheetId, bool),
    /// A request.
    Answer(RequestNumber, Answer),
}

/// One running mini-app in the host.
pub struct Driver {
    guest: MiniApp,
    app: OpenMiniApp,
    last: Running,
    /// Who uses it.
    pub person: Person,
    /// Everything that happened, from the launch on.
    pub happened: Vec<Happened>,
}

impl Driver {
    /// Launches the mini-app; gives what is then to be done too, for [`Self::go`].
    ///
    /// # Errors
    /// [`HostError`] when it does not come up.
    pub fn launch(
        program: &dyn Program,
        manifest: Arc<Manifest>,
        messages: Arc<Messages>,
        launch: Launch,
        person: Person,
    ) -> Result<(Self, Vec<Effect>), HostError> {
        let (guest, step) = MiniApp::launch(program, launch.clone())?;
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
            route: launch.route.clone(),
        };
        let arrival = Arrival { params: launch.params.clone(), origin: launch.origin, ..Arrival::default() };
        let mut app = OpenMiniApp::open(place, arrival);
        let happened = vec![Happened { event: Event::Launched(launch), step: step.get().clone() }];
        let opened = Opened {
            running,
            granted: manifest.fingertip.capabilities.iter().copied().collect(),
            manifest,
            messages,
            pictures: Arc::default(),
            inputs: None,
            stepped: Stepped { step: Some(step.clone()), saved: None, was_restored: false },
        };
        let last = Running::of(&opened);
        let effects = app.opened(opened, &person.around());
        let mut driver = Self { guest, app, last, person, happened };
        driver.hold(Some(&step));
        Ok((driver, effects))
    }

    /// What the host holds; of a mini-app that has closed itself, what it held last.
    #[must_use]
    pub fn running(&self) -> &Running {
        &self.last
    }

    /// Whether the mini-app has closed itself.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.app.running().is_none()
    }

    /// Lets something happen to the mini-app.
    pub fn happen(
        &mut self,
        happen: impl FnOnce(&mut OpenMiniApp, &Around<'_>) -> Vec<Effect>,
    ) -> Vec<Effect> {
        let effects = happen(&mut self.app, &self.person.around());
        self.hold(None);
        effects
    }

    /// Does what is to be done, one after the other, until nothing is left. What `answer` leaves open stays open.
    ///
    /// # Errors
    /// [`HostError`] when the mini-app is ended, or asks for ever.
    pub fn go(
        &mut self,
        effects: Vec<Effect>,
        answer: &mut dyn FnMut(&Effect) -> Option<Done>,
    ) -> Result<(), HostError> {
        let mut todo = VecDeque::from(effects);
        let mut n_events = 0;
        while let Some(effect) = todo.pop_front() {
            match effect {
                // The last that it is told: what it answers is neither shown nor done.
                Effect::Tell(event) if self.is_closed() => drop(self.guest.update(&event)?),
                Effect::Tell(event) => {
                    n_events += 1;
                    if n_events > EVENTS {
                        return Err(HostError::AsksForEver);
                    }
                    todo.extend(self.tell(event)?);
                }
                Effect::Ask(_) | Effect::Perform(_) => {
                    if let Some(done) = answer(&effect) {
                        todo.extend(self.done(done));
                    }
                }
                Effect::RunsWild => return Err(HostError::AsksForEver),
                Effect::GiveConsent(consent) => self.person.consents.push(consent),
                // Nothing is kept here, and who is signed in is for the one who drives.
                Effect::KeepDraft(_)
                | Effect::DiscardDraft(_)
                | Effect::Remember(_)
                | Effect::AskToSignIn
                | Effect::Notice(_)
                | Effect::Closed => {}
            }
        }
        Ok(())
    }

    /// The person, or whoever does what was allowed, has answered.
    pub fn done(&mut self, done: Done) -> Vec<Effect> {
        self.happen(|app, around| match done {
            Done::Sheet(sheet, has_agreed) => {
                // Who agrees here shows every document that is asked for, and has the code at hand.
                let shown = app.running().and_then(|own| own.sheets.iter().find(|own| own.id == sheet));
                match shown.map(|own| &own.content) {
                    Some(SheetContent::Documents { papers }) => {
                        for index in 0..papers.len() {
                            app.tick(sheet, index, has_agreed);
                        }
                    }
                    // What it says the journey's table tells the mini-app.
                    Some(SheetContent::Scan { .. }) => drop(app.scan(sheet, "0000".to_owned())),
                    _ => {}
                }
                app.answer_sheet(sheet, has_agreed, around)
            }
            Done::Answer(request, answer) => app.answer(request, answer),
        })
    }

    /// Gives the mini-app an event, and the host what came of it.
    ///
    /// # Errors
    /// [`HostError::Runtime`] when the mini-app is ended.
    pub fn tell(&mut self, event: Event) -> Result<Vec<Effect>, HostError> {
        let step = match self.guest.update(&event)? {
            Answered::Step(step) => Some(step),
            Answered::Stale => None,
        };
        Ok(self.take(event, step.as_ref(), false))
    }

    /// Ends the mini-app and launches it again from its small state.
    ///
    /// # Errors
    /// [`HostError::Runtime`] when it does not come up.
    pub fn restart(&mut self, program: &dyn Program, mut launch: Launch) -> Result<Vec<Effect>, HostError> {
        launch.saved = Some(self.guest.save()?);
        let (guest, step) = MiniApp::launch(program, launch.clone())?;
        self.guest = guest;
        Ok(self.take(Event::Launched(launch), Some(&step), true))
    }

    /// The mini-app's small state.
    ///
    /// # Errors
    /// [`RuntimeError`] when the mini-app is ended by it.
    pub fn save(&mut self) -> Result<Vec<u8>, RuntimeError> {
        self.guest.save()
    }

    /// What the mini-app has used so far.
    #[must_use]
    pub fn used(&self) -> Used {
        self.guest.used()
    }

    fn take(&mut self, event: Event, step: Option<&CheckedStep>, was_restored: bool) -> Vec<Effect> {
        if let Some(step) = step {
            self.happened.push(Happened { event, step: step.get().clone() });
        }
        let stepped = Stepped { step: step.cloned(), saved: None, was_restored };
        let effects = self.app.take(stepped, &self.person.around());
        self.hold(step);
        effects
    }

    /// Holds what is on the screen; of a mini-app that closes itself with `step`, what that shows.
    fn hold(&mut self, step: Option<&CheckedStep>) {
        if let Some(running) = self.app.running() {
            self.last = running.clone();
        } else if let Some(step) = step
            && let Some(view) = &step.get().view
        {
            let words = Arc::from(step.get().words.clone());
            self.last.shown = Some(Shown::new(view.clone(), words, &self.last.inputs));
            self.last.pending = BTreeMap::new();
        }
    }
}
