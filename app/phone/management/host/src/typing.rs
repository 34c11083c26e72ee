//! Inputs: the host holds what the person typed.

use fingertip_standard::{
    events::{Changed, Event, Input},
    limits, repeat,
    validate::as_meant,
    view::{Kind, RepeatGroup},
};

use crate::{ChosenFile, Effect, GivenFile, OpenMiniApp, Running, running::Cause};

impl OpenMiniApp {
    /// The person changed the input `key`.
    pub fn change(&mut self, key: &str, input: Input) -> Vec<Effect> {
        self.run(|running| running.change(key, input))
    }

    /// The person lets the input `key` be filled with something known: they see it drawn.
    pub fn fill_in(&mut self, key: &str, input: Input) -> Vec<Effect> {
        self.run(|running| {
            running.generation += 1;
            running.change(key, input)
        })
    }

    /// The person chose files in the input `key`, in place of those before.
    pub fn choose_files(&mut self, key: &str, files: Vec<GivenFile>) -> Vec<Effect> {
        self.run(|running| running.choose_files(key, files))
    }

    /// The person adds a copy of a repeat group.
    pub fn add_copy(&mut self, group: &str) -> Vec<Effect> {
        self.run(|running| running.copy(group, None))
    }

    /// The person takes a copy of a repeat group away, with what was typed in it.
    pub fn remove_copy(&mut self, group: &str, copy: u32) -> Vec<Effect> {
        self.run(|running| running.copy(group, Some(copy)))
    }
}

impl Running {
    fn change(&mut self, key: &str, input: Input) -> Vec<Effect> {
        let Some(shown) = &self.shown else { return Vec::new() };
        let node = shown.view.nodes.iter().find(|node| node.key == key);
        let Some((kind, field)) = node.and_then(|node| Some((&node.kind, node.kind.field()?))) else {
            return Vec::new();
        };
        let is_told = field.reports_change && self.in_flight.len() < limits::EVENTS_UNANSWERED;
        let reported = is_told.then(|| {
            Event::Changed(Changed {
                key: key.to_owned(),
                input: as_meant(kind, input.clone(), &self.numbers),
                revision: shown.view.revision,
            })
        });
        self.problems.remove(key);
        self.inputs.insert(key.to_owned(), input);
        self.settle_files(key);
        let draft = self.draft();
        let told = reported.map(|event| self.tell_act(event, Cause::Act));
        draft.into_iter().chain(told).collect()
    }

    fn choose_files(&mut self, key: &str, files: Vec<GivenFile>) -> Vec<Effect> {
        self.chosen.retain(|_, chosen| chosen.key != key);
        self.inputs.remove(key);
        let mut named = Vec::new();
        for given in files {
            let chosen = ChosenFile::new(key, self.free_handle(key), given);
            named.push(chosen.file.clone());
            self.chosen.insert(chosen.file.handle.clone(), chosen);
        }
        self.change(key, Input::Files(named))
    }

    fn copy(&mut self, key: &str, removed: Option<u32>) -> Vec<Effect> {
        let Some(group) = self.group(key) else { return Vec::new() };
        match removed {
            None => repeat::add_copy(key, &group, &mut self.inputs),
            Some(removed) => {
                repeat::remove_copy(key, &group, removed, &mut self.inputs);
                self.settle_files(&format!("{key}."));
                // What was found wrong stood under the old numbers.
                self.problems.clear();
                self.generation += 1;
            }
        }
        self.repeat();
        self.draft().into_iter().collect()
    }

    /// The repeat group `key`, if it is shown.
    #[must_use]
    pub fn group(&self, key: &str) -> Option<RepeatGroup> {
        let node = self.shown.as_ref()?.given.nodes.iter().find(|node| node.key == key)?;
        if let Kind::RepeatGroup(group) = &node.kind { Some(group.clone()) } else { None }
    }
}
