//! One mini-app at work in the host, and what the host then knows of it.

use std::{collections::BTreeMap, sync::Arc};

use fingertip_host::{Effect, Pending, RequestNumber, Running};
use fingertip_journeys::{Done, Driver, Happened, HostError, Person, Reading};
use fingertip_locale::Messages;
use fingertip_runtime::{Program, RuntimeError, Used};
use fingertip_standard::{
    CaseId, Manifest, RegionCode,
    events::{Event, Moment},
    requests::{Answer, Refusal, RequestId, Wish},
    step::Step,
    view::View,
    words::Entry,
    work,
};
use jiff::Timestamp;

/// What runs where: a program, with what the host must know of it.
#[derive(Clone)]
pub(crate) struct Ground<'p> {
    pub(crate) program: &'p dyn Program,
    pub(crate) manifest: Arc<Manifest>,
    pub(crate) messages: Arc<Messages>,
}

/// What the host knows between two events.
#[derive(Clone)]
pub(crate) struct State {
    running: Running,
    pub(crate) is_signed_in: bool,
    pub(crate) is_closed: bool,
    /// What it stored.
    pub(crate) stored: BTreeMap<String, Vec<u8>>,
}

impl State {
    /// What is shown, as the mini-app said it.
    pub(crate) fn view(&self) -> Option<&View> {
        self.running.shown.as_ref().map(|shown| &*shown.given)
    }

    /// What is shown, with every copy of its repeat groups.
    pub(crate) fn expanded(&self) -> Option<&View> {
        self.running.shown.as_ref().map(|shown| &*shown.view)
    }

    pub(crate) fn words(&self) -> &[Entry] {
        self.running.shown.as_ref().map_or(&[], |shown| &shown.words)
    }

    /// Requests without an answer, oldest first.
    pub(crate) fn pending(&self) -> impl Iterator<Item = &Pending> {
        self.running.pending.values()
    }

    /// A case that the mini-app watches.
    pub(crate) fn watched(&self) -> Option<&CaseId> {
        self.running.watched.first()
    }

    /// The oldest request under the guest's number.
    fn request(&self, guest: RequestId) -> Option<(RequestNumber, &Wish)> {
        let found = self.running.pending.iter().find(|(_, pending)| pending.guest == guest);
        found.map(|(number, pending)| (*number, &pending.wish))
    }
}

/// A mini-app at work.
pub(crate) struct Session {
    driver: Driver,
    pub(crate) state: State,
}

impl Session {
    /// Launches it; gives everything that then happened as well, of which the launch comes first.
    pub(crate) fn launch(ground: &Ground<'_>, event: &Event) -> Result<(Self, Vec<Happened>), RuntimeError> {
        let Event::Launched(launch) = event else { return Err(RuntimeError::Ended) };
        let now = Timestamp::from_millisecond(launch.now).unwrap_or_default();
        let department = ground.manifest.fingertip.department.clone();
        let reading = Reading { language: launch.language.clone(), display: launch.display };
        let region = RegionCode::new(&*launch.region).ok();
        let person = Person::new(now, launch.signed_in, region, department, reading);
        let (manifest, messages) = (ground.manifest.clone(), ground.messages.clone());
        let (driver, effects) =
            Driver::launch(ground.program, manifest, messages, launch.clone(), person).map_err(ended)?;
        let state = State {
            running: driver.running().clone(),
            is_signed_in: launch.signed_in,
            is_closed: false,
            stored: BTreeMap::new(),
        };
        let mut session = Self { driver, state };
        session.go(effects)?;
        let happened = session.driver.happened.clone();
        Ok((session, happened))
    }

    /// Launches it and gives it `events` one after another; gives every step.
    pub(crate) fn replay(ground: &Ground<'_>, events: &[Event]) -> Result<(Self, Vec<Step>), RuntimeError> {
        let Some((launch, rest)) = events.split_first() else { return Err(RuntimeError::Ended) };
        let (mut session, first) = Self::launch(ground, launch)?;
        let mut steps: Vec<Step> = first.into_iter().map(|happened| happened.step).collect();
        for event in rest {
            steps.extend(session.update(event)?.into_iter().map(|happened| happened.step));
        }
        Ok((session, steps))
    }

    /// Lets an event happen as the host lets it happen; gives everything that came of it.
    pub(crate) fn update(&mut self, event: &Event) -> Result<Vec<Happened>, RuntimeError> {
        let before = self.driver.happened.len();
        let effects = match event {
            Event::Submitted(submitted) => {
                self.driver.happen(|app, _| app.hand_in(&submitted.action, submitted.inputs.clone()))
            }
            Event::Acted(acted) => {
                self.driver.happen(|app, _| app.press(&acted.action, &acted.node, acted.row))
            }
            Event::Changed(changed) => {
                self.driver.happen(|app, _| app.change(&changed.key, changed.input.clone()))
            }
            Event::WentBack => self.driver.happen(|app, _| app.back()),
            Event::Answered(guest, answer) => return self.answer(*guest, answer, before),
            Event::CaseChanged(case, state) => match CaseId::new(case.as_str()) {
                Ok(case) => self.driver.happen(|app, _| app.move_case(&case, state)),
                Err(_) => Vec::new(),
            },
            Event::Moment(Moment::SignedIn) => {
                self.state.is_signed_in = true;
                self.driver.person.sign_in();
                self.driver.happen(|app, _| app.sign_in())
            }
            // What a device may tell it at any time, in any order.
            Event::Launched(_)
            | Event::Moment(_)
            | Event::Ticked(_)
            | Event::LanguageChanged(_)
            | Event::RegionChanged(_)
            | Event::DisplayChanged(_) => self.driver.tell(event.clone()).map_err(ended)?,
        };
        self.go(effects)?;
        Ok(self.driver.happened[before..].to_vec())
    }

    /// The person answers the sheet of a request, where it has one; then the request is answered.
    fn answer(
        &mut self,
        guest: RequestId,
        answer: &Answer,
        before: usize,
    ) -> Result<Vec<Happened>, RuntimeError> {
        let Some((number, wish)) = self.state.request(guest) else { return Ok(Vec::new()) };
        if let (Wish::Store { key, value }, Answer::Done) = (wish, answer) {
            self.state.stored.insert(key.clone(), value.clone());
        }
        let sheet =
            self.state.running.sheets.iter().find(|sheet| sheet.request == number).map(|sheet| sheet.id);
        if let Some(sheet) = sheet {
            let has_agreed = *answer != Answer::Refused(Refusal::DeclinedByPerson);
            let effects = self.driver.done(Done::Sheet(sheet, has_agreed));
            self.go(effects)?;
        }
        // One that was declined, or that is not allowed any more, has its answer.
        if self.state.running.pending.contains_key(&number) {
            let effects = self.driver.done(Done::Answer(number, answer.clone()));
            self.go(effects)?;
        }
        Ok(self.driver.happened[before..].to_vec())
    }

    /// Does what the host does by itself; what the walk is to answer stays open.
    fn go(&mut self, effects: Vec<Effect>) -> Result<(), RuntimeError> {
        self.driver.go(effects, &mut |_| None).map_err(ended)?;
        self.state.running = self.driver.running().clone();
        self.state.is_closed = self.driver.is_closed();
        Ok(())
    }

    pub(crate) fn save(&mut self) -> Result<Vec<u8>, RuntimeError> {
        self.driver.save()
    }

    pub(crate) fn used(&self) -> Used {
        self.driver.used()
    }
}

/// Why a run is over. One that asks for ever never comes to its end.
fn ended(error: HostError) -> RuntimeError {
    match error {
        HostError::Runtime(error) => error,
        _ => RuntimeError::OutOfWork { budget: work::STEP_WORK },
    }
}
