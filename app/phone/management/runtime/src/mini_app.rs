//! A mini-app from launch to end: only checked steps come out, stale events go nowhere.

use std::time::Instant;

use fingertip_standard::{
    events::{Event, Launch},
    limits,
    step::CheckedStep,
};

use crate::{Instance, Program, RuntimeError, Used};

/// What came of an event.
#[derive(Debug)]
pub enum Stepped {
    /// The guest answered.
    Step(CheckedStep),
    /// The event was meant for a view that is no longer shown; the guest was not asked.
    Stale,
}

/// A running mini-app.
pub struct MiniApp {
    instance: Option<Box<dyn Instance>>,
    revision: u32,
}

impl std::fmt::Debug for MiniApp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MiniApp")
            .field("revision", &self.revision)
            .field("is_alive", &self.instance.is_some())
            .finish()
    }
}

impl MiniApp {
    /// Opens `program` with the first event.
    ///
    /// # Errors
    /// [`RuntimeError`] when the guest traps, exceeds a limit or breaks a rule.
    pub fn launch(program: &dyn Program, launch: Launch) -> Result<(Self, CheckedStep), RuntimeError> {
        let mut app = Self { instance: Some(program.open()?), revision: 0 };
        let step = app.step(&Event::Launched(launch))?;
        Ok((app, step))
    }

    /// Gives the guest an event.
    ///
    /// # Errors
    /// [`RuntimeError`]; the guest has then been ended and every later call answers [`RuntimeError::Ended`].
    pub fn update(&mut self, event: &Event) -> Result<Stepped, RuntimeError> {
        let meant_for = match event {
            Event::Submitted(submitted) => Some(submitted.revision),
            Event::Acted(acted) => Some(acted.revision),
            Event::Changed(changed) => Some(changed.revision),
            _ => None,
        };
        if meant_for.is_some_and(|revision| revision != self.revision) {
            return Ok(Stepped::Stale);
        }
        self.step(event).map(Stepped::Step)
    }

    /// The guest's small state, to open it again with.
    ///
    /// # Errors
    /// [`RuntimeError`]; the guest has then been ended.
    pub fn save(&mut self) -> Result<Vec<u8>, RuntimeError> {
        let saved = self.instance.as_mut().ok_or(RuntimeError::Ended)?.save();
        if saved.is_err() {
            self.instance = None;
        }
        saved
    }

    /// What the guest has used so far; nothing once it has been ended.
    #[must_use]
    pub fn used(&self) -> Used {
        self.instance.as_ref().map(|instance| instance.used()).unwrap_or_default()
    }

    fn step(&mut self, event: &Event) -> Result<CheckedStep, RuntimeError> {
        let instance = self.instance.as_mut().ok_or(RuntimeError::Ended)?;
        let started = Instant::now();
        let step = instance.update(event).and_then(|step| CheckedStep::new(step).map_err(RuntimeError::from));
        let took = started.elapsed();
        if took > limits::STEP_SOFT {
            tracing::warn!(took_ms = took.as_millis(), "a step took longer than the soft limit");
        }
        match step {
            Ok(step) => {
                if let Some(view) = &step.get().view {
                    self.revision = view.revision;
                }
                Ok(step)
            }
            Err(error) => {
                self.instance = None;
                Err(error)
            }
        }
    }
}
