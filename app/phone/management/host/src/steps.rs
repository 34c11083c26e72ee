//! Steps of the guest: what it shows, then what it asks for.

use std::sync::Arc;

use fingertip_standard::{fill, requests::Wish, words::Entry};

use crate::{Around, Effect, Notice, Running, Shown, Stepped, running::Cause};

impl Running {
    /// Its first step; then it is on the screen.
    pub(crate) fn begin(&mut self, stepped: Stepped, is_visible: bool, around: &Around<'_>) -> Vec<Effect> {
        let mut effects = self.step(stepped, around);
        effects.extend(self.settle(is_visible, around.now));
        effects
    }

    /// A step that answers an event; a press that waited for it is done, if what was pressed is still there.
    pub(crate) fn take(&mut self, stepped: Stepped, is_visible: bool, around: &Around<'_>) -> Vec<Effect> {
        // What it was ended by is not done again: it has come up anew.
        let cause = self.in_flight.pop_front().filter(|_| !stepped.was_restored);
        self.has_right = cause == Some(Cause::Press);
        // An answer to what the person typed is none of its own doing; what it then asks for is.
        let is_asked_for = matches!(cause, Some(Cause::Press | Cause::Act));
        let is_in_bounds = is_asked_for || self.unasked.allows_step(around.now);
        if !is_in_bounds {
            return vec![Effect::RunsWild];
        }
        let mut effects = self.step(stepped, around);
        self.has_right = false;
        // A second tap on the same button is no second case.
        if self.pending.values().any(|pending| self.hands_in(&pending.wish, around)) {
            self.held = None;
        }
        effects.extend(self.press_held());
        effects.extend(self.settle(is_visible, around.now));
        effects
    }

    fn step(&mut self, stepped: Stepped, around: &Around<'_>) -> Vec<Effect> {
        if stepped.saved.is_some() {
            self.saved = stepped.saved;
        }
        let Some(checked) = stepped.step else {
            self.is_busy = self.waits_for_the_person();
            return Vec::new();
        };
        let step = checked.into_inner();
        let words: Arc<[Entry]> = Arc::from(step.words);
        if let Some(view) = step.view {
            let page = self.shown.as_ref().map(Shown::page);
            if page != view.nodes.first().map(|page| page.key.as_str()) {
                self.problems.clear();
            }
            self.shown = Some(Shown::new(view, words.clone(), &self.inputs));
            self.fill();
        }
        let mut effects: Vec<Effect> = self.changed_draft().into_iter().collect();
        if stepped.was_restored {
            effects.push(self.restore());
        }
        for request in step.requests {
            if !self.is_closed {
                effects.extend(self.ask(request, &words, around));
            }
        }
        self.is_busy = self.waits_for_the_person();
        effects
    }

    /// It was ended and opened again from its small state: it knows nothing of what it had asked for.
    fn restore(&mut self) -> Effect {
        self.is_shown = false;
        self.n_restored += 1;
        // Answers from before come back as steps that show nothing; none of them is a press.
        self.in_flight.iter_mut().for_each(|cause| *cause = Cause::World);
        self.pending.clear();
        self.sheets.clear();
        Effect::Notice(Notice::Restored)
    }

    /// Whether it works on something that the person waits for.
    fn waits_for_the_person(&self) -> bool {
        self.pending.values().any(|pending| !matches!(pending.wish, Wish::WatchCase(_)))
    }

    /// Puts agreed facts into the inputs that say they may be filled from them, where the person typed nothing.
    pub(crate) fn fill(&mut self) {
        let Some(shown) = &self.shown else { return };
        for node in &shown.view.nodes {
            let fact = node
                .kind
                .field()
                .and_then(|field| field.fills_from.as_ref())
                .and_then(|claim| self.claims.get(claim));
            if let Some(fact) = fact
                && !self.inputs.contains_key(&node.key)
                && let Some(input) = fill::input_from_fact(&node.kind, fact)
            {
                self.inputs.insert(node.key.clone(), input);
                self.generation += 1;
            }
        }
    }
}
