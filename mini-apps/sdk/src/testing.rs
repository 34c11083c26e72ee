//! Drives an [`App`] on the author's machine, as a host would: it holds the values of inputs, fills them from agreed facts,
//! checks a page before it is handed in, and checks every step, all by the standard's own code. A broken rule or an impossible
//! touch panics, with the reason.

mod cards;
mod held;
mod messages;
mod standard;

use std::collections::BTreeMap;

use fingertip_standard::{step::CheckedStep, validate::Problem, view as shared};

use crate::{
    Answer, App, Date, Display, Input, Instance, Moment, Origin, RequestId, Value,
    bindings::{
        exports::fingertip::mini_app::app::Step,
        fingertip::mini_app::{
            events::{Acted, Changed, Event, Launch, Submitted},
            requests::Wish,
            view::{Kind, Node},
            words::Entry,
        },
    },
};
pub use cards::{ShownCard, ask, card};
use held::Held;
pub use messages::Messages;

/// A start: a signed-out person in Guangzhou who opens the first page on 24 November 2026.
#[must_use]
pub fn start() -> Launch {
    Launch {
        route: "/".to_owned(),
        params: Vec::new(),
        origin: Origin::Person,
        caller: None,
        region: "440100".to_owned(),
        language: "zh-Hans".to_owned(),
        display: Display::Normal,
        now: 1_795_500_000_000,
        today: Date { year: 2026, month: 11, day: 24 },
        seed: 7,
        signed_in: false,
        saved: None,
    }
}

/// A request of the last step, as a test wants to see it.
pub type Asked = (RequestId, Wish);

/// A running mini-app under test.
pub struct Harness<A: App> {
    instance: Instance<A>,
    start: Launch,
    step: Step,
    /// What is shown, in the types of the standard.
    view: Option<shared::View>,
    held: Held,
    messages: Option<Messages>,
}

impl<A: App> Harness<A> {
    /// Launches it.
    ///
    /// # Panics
    /// As all of the harness: when the step breaks a rule of the standard.
    #[must_use]
    pub fn launch(start: Launch) -> Self {
        Self::launch_with(start, None)
    }

    /// Launches it; every message of every step must then stand in `messages`, with the same variables.
    #[must_use]
    pub fn launch_with(start: Launch, messages: Option<Messages>) -> Self {
        let step = Step { words: Vec::new(), view: None, requests: Vec::new() };
        let mut harness = Self {
            instance: Instance::new(),
            start: start.clone(),
            step,
            view: None,
            held: Held::default(),
            messages,
        };
        harness.tell(Event::Launched(start));
        harness
    }

    /// Its model.
    #[must_use]
    pub fn model(&self) -> Option<&A::Model> {
        self.instance.model()
    }

    /// Sends any event.
    pub fn tell(&mut self, event: Event) {
        let step = self.instance.update(event);
        let checked = CheckedStep::new(standard::step(&step))
            .unwrap_or_else(|error| panic!("the step breaks a rule of the standard: {error}"));
        if let Some(view) = checked.into_inner().view {
            self.held.see(&view);
            self.view = Some(view);
        }
        if let Some(messages) = &self.messages {
            messages.check(&step.words);
        }
        let view = step.view.or_else(|| self.step.view.take());
        self.step = Step { words: step.words, view, requests: step.requests };
    }

    /// Ends it and launches it again from what it saved. Values that were filled in stay, as a host keeps them.
    pub fn restart(&mut self) {
        let saved = self.instance.save();
        assert!(saved.len() <= fingertip_standard::limits::SAVED_BYTES, "the saved state is too large");
        self.instance = Instance::new();
        let mut start = self.start.clone();
        start.saved = Some(saved);
        self.tell(Event::Launched(start));
    }

    /// Fills an input in; reports it where the input asks for that.
    pub fn fill(&mut self, key: &str, input: Input) {
        let field = self.input(key).kind.field().cloned().unwrap_or_else(|| panic!("{key:?} is no input"));
        self.held.change(key, standard::input(&input));
        if field.reports_change {
            let revision = self.revision();
            self.tell(Event::Changed(Changed { key: key.to_owned(), input, revision }));
        }
    }

    /// Fills a text in.
    pub fn write(&mut self, key: &str, text: &str) {
        self.fill(key, Input::Text(text.to_owned()));
    }

    /// Chooses one answer, which must be offered.
    pub fn choose(&mut self, key: &str, id: &str) {
        let kind = self.input(key).kind;
        let (shared::Kind::ChooseOne(shared::ChooseOne { choices, .. })
        | shared::Kind::SelectFrom(shared::SelectFrom { choices, .. })) = &kind
        else {
            panic!("{key:?} is no choice but a {}", kind.name())
        };
        assert!(choices.iter().any(|choice| choice.id == id), "{key:?} offers no {id:?}");
        self.fill(key, Input::Choice(id.to_owned()));
    }

    /// Presses the button that submits under `action`.
    ///
    /// # Panics
    /// Where a host would stop the page: something must be given, or is not what its input takes.
    pub fn submit(&mut self, action: &str) {
        let stopped = self.try_submit(action);
        assert!(stopped.is_empty(), "a host stops the page {:?}: {stopped:?}", self.page_key());
    }

    /// Presses the button that submits under `action`; where a host would stop the page, says what is wrong with it, and the
    /// mini-app hears nothing.
    pub fn try_submit(&mut self, action: &str) -> BTreeMap<String, Problem> {
        let submits = |node: &Node| matches!(&node.kind, Kind::Button(button) if button.action == action && button.submits);
        assert!(self.nodes().iter().any(submits), "no button submits {action:?}");
        let inputs = match self.held.hand_in(self.shown()) {
            Ok(inputs) => inputs.into_iter().map(|(key, input)| (key, standard::lowered(input))).collect(),
            Err(problems) => return problems,
        };
        let revision = self.revision();
        self.tell(Event::Submitted(Submitted { action: action.to_owned(), inputs, revision }));
        BTreeMap::new()
    }

    /// Presses the button that submits under `action` where a host would stop the page: for the mini-app's own checks, which come
    /// on top of the host's and hold without them.
    pub fn submit_unchecked(&mut self, action: &str) {
        let view = self.shown();
        let inputs = self.held.values(view);
        let revision = self.revision();
        let inputs = inputs.into_iter().map(|(key, input)| (key, standard::lowered(input))).collect();
        self.tell(Event::Submitted(Submitted { action: action.to_owned(), inputs, revision }));
    }

    /// Adds a copy of the repeat group `key`. Its inputs are filled in as `key.1.name`, counted from 0.
    pub fn add_copy(&mut self, key: &str) {
        let view = self.shown().clone();
        assert!(self.held.add_copy(&view, key), "{key:?} does not repeat, or not so often");
    }

    /// Presses the button, link, bill or row that reports `action`.
    pub fn act(&mut self, action: &str) {
        let offers = |node: &shared::Node| {
            let row = node.kind.actions().into_iter().find(|(_, own)| *own == action);
            row.map(|(row, _)| (node.key.clone(), row))
        };
        let found = self.shown().nodes.iter().find_map(offers);
        let (node, row) =
            found.unwrap_or_else(|| panic!("nothing on {:?} offers {action:?}", self.page_key()));
        let revision = self.revision();
        self.tell(Event::Acted(Acted { action: action.to_owned(), node, row, revision }));
    }

    /// Presses the row at `row` of the node `key`.
    pub fn act_on_row(&mut self, action: &str, key: &str, row: u32) {
        let revision = self.revision();
        self.tell(Event::Acted(Acted {
            action: action.to_owned(),
            node: key.to_owned(),
            row: Some(row),
            revision,
        }));
    }

    /// Goes back.
    pub fn back(&mut self) {
        self.tell(Event::WentBack);
    }

    /// Answers a request. Facts fill the inputs that say so, as soon as they are there.
    pub fn answer(&mut self, request: RequestId, answer: Answer) {
        if let Answer::Claims(facts) = &answer {
            let view = self.view.clone();
            self.held.agree(facts, view.as_ref());
        }
        self.tell(Event::Answered((request.0, answer)));
    }

    /// Answers the call of `operation` that is in the last step with a JSON text.
    pub fn reply(&mut self, operation: &str, json: &str) {
        self.answer(self.call(operation), Answer::Reply(json.to_owned()));
    }

    /// Signs the person in.
    pub fn sign_in(&mut self) {
        self.start.signed_in = true;
        self.tell(Event::Moment(Moment::SignedIn));
    }

    /// Changes the display.
    pub fn display(&mut self, display: Display) {
        self.start.display = display;
        self.tell(Event::DisplayChanged(display));
    }

    /// The nodes of what is shown.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        self.step.view.as_ref().map_or(&[], |view| &view.nodes)
    }

    /// The names in the standard of the kinds that are shown, one a node.
    #[must_use]
    pub fn kind_names(&self) -> Vec<&'static str> {
        self.nodes().iter().map(|node| standard::kind_name(&node.kind)).collect()
    }

    /// The node `key`, if it is shown.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<&Node> {
        self.nodes().iter().find(|node| node.key == key)
    }

    /// The node `key`.
    ///
    /// # Panics
    /// When it is not shown.
    #[must_use]
    pub fn node(&self, key: &str) -> &Node {
        self.find(key).unwrap_or_else(|| panic!("{key:?} is not on the page {:?}", self.page_key()))
    }

    /// The key of the page.
    #[must_use]
    pub fn page_key(&self) -> &str {
        self.nodes().first().map_or("", |node| &node.key)
    }

    /// The message of the error at the input `key`.
    #[must_use]
    pub fn error_at(&self, key: &str) -> Option<&str> {
        self.input(key).kind.field()?.error.and_then(|word| self.message(word))
    }

    /// Whether the page or a request says the message `id`.
    #[must_use]
    pub fn says(&self, id: &str) -> bool {
        self.step.words.iter().any(|entry| matches!(entry, Entry::Message(message) if message.id == id))
    }

    /// Whether the page says `value`, alone or in a message.
    #[must_use]
    pub fn says_value(&self, value: &Value) -> bool {
        self.step.words.iter().any(|entry| match entry {
            Entry::Message(message) => message.args.iter().any(|(_, own)| own == value),
            Entry::Value(own) => own == value,
        })
    }

    /// The requests of the last step.
    #[must_use]
    pub fn requests(&self) -> Vec<Asked> {
        self.step.requests.iter().map(|request| (RequestId(request.id), request.wish.clone())).collect()
    }

    /// The only request of the last step.
    #[must_use]
    pub fn request(&self) -> Asked {
        let mut all = self.requests();
        assert_eq!(all.len(), 1, "one request is expected: {all:?}");
        all.remove(0)
    }

    /// The number of the call of `operation` in the last step.
    #[must_use]
    pub fn call(&self, operation: &str) -> RequestId {
        let is_call = |wish: &Wish| matches!(wish, Wish::Call(call) if call.operation == operation);
        let found = self.requests().into_iter().find(|(_, wish)| is_call(wish));
        found.unwrap_or_else(|| panic!("{operation:?} is not called: {:?}", self.requests())).0
    }

    /// Whether the last step asks to be closed.
    #[must_use]
    pub fn is_closing(&self) -> bool {
        self.step.requests.iter().any(|request| matches!(request.wish, Wish::Close))
    }

    fn revision(&self) -> u32 {
        self.step.view.as_ref().map_or(0, |view| view.revision)
    }

    fn message(&self, word: u32) -> Option<&str> {
        match self.step.words.get(word as usize)? {
            Entry::Message(message) => Some(&message.id),
            Entry::Value(_) => None,
        }
    }

    fn shown(&self) -> &shared::View {
        self.view.as_ref().unwrap_or_else(|| panic!("nothing is shown"))
    }

    /// The node of an input, which may stand in a copy of a repeat group.
    fn input(&self, key: &str) -> shared::Node {
        let expanded = self.held.expanded(self.shown());
        let found = expanded.nodes.into_iter().find(|node| node.key == key);
        found.unwrap_or_else(|| panic!("{key:?} is not on the page {:?}", self.page_key()))
    }
}
