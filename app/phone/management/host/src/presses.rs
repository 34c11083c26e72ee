//! Presses: they belong to the view that the person saw, so they wait while the guest still makes another.

use fingertip_standard::{
    events::{Acted, Event, Input, Submitted},
    fill, validate,
    view::{Kind, Node, View},
};

use crate::{Effect, OpenMiniApp, Running, running::Cause};

/// A press that waits for the guest: its view would be the wrong one. It is done when the guest has answered, if what was
/// pressed is still there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Held {
    /// The page is handed in.
    Submit(String),
    /// Something is pressed: action, node, row.
    Press(String, String, Option<u32>),
    /// Back.
    Back,
}

impl OpenMiniApp {
    /// The person hands the page in; it goes on only when nothing is wrong with it.
    pub fn submit(&mut self, action: &str) -> Vec<Effect> {
        self.run(|running| running.pressed(Held::Submit(action.to_owned())))
    }

    /// The page is handed in with these values, whatever is wrong with them: no person can, and the gate does, so that a
    /// mini-app's own checks are seen.
    pub fn hand_in(&mut self, action: &str, inputs: Vec<(String, Input)>) -> Vec<Effect> {
        self.run(|running| running.hand_in(action, inputs))
    }

    /// The person presses what reports `action`: the node, and its row where it has rows.
    pub fn press(&mut self, action: &str, node: &str, row: Option<u32>) -> Vec<Effect> {
        self.run(|running| running.pressed(Held::Press(action.to_owned(), node.to_owned(), row)))
    }

    /// The person goes back.
    pub fn back(&mut self) -> Vec<Effect> {
        self.run(|running| running.pressed(Held::Back))
    }
}

impl Running {
    /// Done now, or as soon as the guest has answered what came before.
    fn pressed(&mut self, held: Held) -> Vec<Effect> {
        if !self.in_flight.is_empty() {
            self.held = Some(held);
            return Vec::new();
        }
        let Some(view) = self.shown.as_ref().map(|shown| shown.view.clone()) else { return Vec::new() };
        if !is_there(&held, &view) {
            return Vec::new();
        }
        let event = match held {
            Held::Back => Event::WentBack,
            Held::Press(action, node, row) => {
                Event::Acted(Acted { action, node, row, revision: view.revision })
            }
            Held::Submit(action) => {
                let (inputs, problems) = validate::gather(&view, &self.inputs, &self.numbers);
                self.problems = problems;
                if !self.problems.is_empty() {
                    return Vec::new();
                }
                self.note_answers(&inputs);
                Event::Submitted(Submitted { action, inputs, revision: view.revision })
            }
        };
        let cause = if event == Event::WentBack { Cause::Act } else { Cause::Press };
        self.is_busy = true;
        vec![self.tell_act(event, cause)]
    }

    /// What the person wrote themselves, by what was asked. The view as it was given has no copies of repeat groups: these are about
    /// other people and things.
    fn note_answers(&mut self, inputs: &[(String, Input)]) {
        let Some(shown) = &self.shown else { return };
        for node in &shown.given.nodes {
            let input = inputs.iter().find(|(key, _)| *key == node.key).map(|(_, input)| input);
            if let (Some(asked), Some(input)) = (fill::asks_for(&node.kind), input)
                && let Some(fact) = fill::fact_from_input(input)
                && self.claims.get(asked) != Some(&fact)
            {
                self.answers.insert(asked.to_owned(), fact);
            }
        }
    }

    fn hand_in(&mut self, action: &str, inputs: Vec<(String, Input)>) -> Vec<Effect> {
        let Some(revision) = self.shown.as_ref().map(|shown| shown.view.revision) else { return Vec::new() };
        self.inputs.extend(inputs.iter().cloned());
        self.is_busy = true;
        let event = Event::Submitted(Submitted { action: action.to_owned(), inputs, revision });
        vec![self.tell_act(event, Cause::Press)]
    }

    pub(crate) fn press_held(&mut self) -> Vec<Effect> {
        if !self.in_flight.is_empty() || self.is_closed {
            return Vec::new();
        }
        self.held.take().map_or_else(Vec::new, |held| self.pressed(held))
    }
}

/// Whether what is pressed stands on the page.
fn is_there(held: &Held, view: &View) -> bool {
    let submits = |node: &Node, own: &str| matches!(&node.kind, Kind::Button(button) if button.submits && button.action == own);
    match held {
        Held::Back => true,
        Held::Submit(action) => view.nodes.iter().any(|node| submits(node, action)),
        Held::Press(_, key, _) => view.nodes.iter().any(|node| node.key == *key),
    }
}
