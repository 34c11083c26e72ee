//! Drives an [`App`] on the author's machine, as a host would: it holds the values of inputs, drops what a page does not
//! offer, and checks every step by the rules of the standard. A broken rule or an impossible touch panics, with the reason.

mod cards;
mod messages;
mod standard;

use fingertip_standard::check::CheckedStep;

use crate::{
    Answer, App, Date, Display, Input, Instance, Moment, Origin, RequestId, Value,
    bindings::{
        exports::fingertip::mini_app::app::Step,
        fingertip::mini_app::{
            events::{Acted, Changed, Event, Launch, Submitted},
            requests::Wish,
            view::{Field, Kind, Node, RepeatGroup},
            words::Entry,
        },
    },
};
pub use cards::{ShownCard, ask, card};
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
    filled: Vec<(String, Input)>,
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
        let mut harness =
            Self { instance: Instance::new(), start: start.clone(), step, filled: Vec::new(), messages };
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
        if let Err(error) = CheckedStep::new(standard::step(&step)) {
            panic!("the step breaks a rule of the standard: {error}");
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
        let reports =
            field(&self.input(key).kind).unwrap_or_else(|| panic!("{key:?} is no input")).reports_change;
        self.filled.retain(|(own, _)| own != key);
        self.filled.push((key.to_owned(), input.clone()));
        if reports {
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
        let choices = match &self.input(key).kind {
            Kind::ChooseOne(input) => &input.choices,
            Kind::SelectFrom(input) => &input.choices,
            other => panic!("{key:?} is no choice: {other:?}"),
        };
        assert!(choices.iter().any(|choice| choice.id == id), "{key:?} offers no {id:?}");
        self.fill(key, Input::Choice(id.to_owned()));
    }

    /// Presses the button that submits under `action`.
    pub fn submit(&mut self, action: &str) {
        let submits = |node: &Node| matches!(&node.kind, Kind::Button(button) if button.action == action && button.submits);
        assert!(self.nodes().iter().any(submits), "no button submits {action:?}");
        let mut inputs = Vec::new();
        self.gather(0, "", &mut inputs);
        let revision = self.revision();
        self.tell(Event::Submitted(Submitted { action: action.to_owned(), inputs, revision }));
    }

    /// Adds a copy of the repeat group `key`. Its inputs are filled in as `key.1.name`, counted from 0.
    pub fn add_copy(&mut self, key: &str) {
        let Kind::RepeatGroup(group) = &self.node(key).kind else { panic!("{key:?} does not repeat") };
        let now = self.copies(key, group) + 1;
        assert!(now <= group.at_most, "{key:?} repeats at most {} times", group.at_most);
        self.filled.retain(|(own, _)| own != key);
        self.filled.push((key.to_owned(), count(now)));
    }

    /// Presses the button, link, bill or row that reports `action`.
    pub fn act(&mut self, action: &str) {
        let found = self
            .nodes()
            .iter()
            .find_map(|node| offers(&node.kind, action).map(|row| (node.key.clone(), row)));
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

    /// Answers a request.
    pub fn answer(&mut self, request: RequestId, answer: Answer) {
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
        field(&self.node(key).kind)?.error.and_then(|word| self.message(word))
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

    /// The node of an input, which may stand in a copy of a repeat group.
    fn input(&self, key: &str) -> &Node {
        let in_copy = || {
            let (_, rest) = key.split_once('.')?;
            let (copy, own) = rest.split_once('.')?;
            copy.parse::<u32>().ok().and_then(|_| self.find(own))
        };
        self.find(key).or_else(in_copy).unwrap_or_else(|| self.node(key))
    }

    fn copies(&self, key: &str, group: &RepeatGroup) -> u32 {
        let held = self.filled.iter().find(|(own, _)| own == key).map(|(_, input)| input);
        let least = group.at_least.max(1);
        (least..=group.at_most.max(least)).find(|&copies| held == Some(&count(copies))).unwrap_or(least)
    }

    /// The values that the host holds for every input from the node `at` on: what was filled in, else the initial one.
    fn gather(&self, at: usize, prefix: &str, inputs: &mut Vec<(String, Input)>) {
        let Some(node) = self.nodes().get(at) else { return };
        let key = format!("{prefix}{}", node.key);
        if field(&node.kind).is_some() {
            let held = self.filled.iter().find(|(own, _)| *own == key).map(|(_, input)| input.clone());
            inputs.push((key.clone(), held.unwrap_or_else(|| initial(&node.kind))));
        }
        let prefixes = match &node.kind {
            Kind::RepeatGroup(group) => {
                let copies = self.copies(&key, group);
                inputs.push((key.clone(), count(copies)));
                (0..copies).map(|copy| format!("{key}.{copy}.")).collect()
            }
            _ => vec![prefix.to_owned()],
        };
        for prefix in prefixes {
            for &child in &node.children {
                self.gather(child as usize, &prefix, inputs);
            }
        }
    }
}

fn count(copies: u32) -> Input {
    Input::Number(crate::Decimal { digits: i64::from(copies), scale: 0 })
}

fn offers(kind: &Kind, action: &str) -> Option<Option<u32>> {
    let row = |mut actions: Box<dyn Iterator<Item = Option<&String>> + '_>| {
        actions.position(|own| own.is_some_and(|own| own == action)).map(|row| u32::try_from(row).ok())
    };
    match kind {
        Kind::Button(button) if button.action == action && !button.submits => Some(None),
        Kind::Bill(bill) if bill.action == action => Some(None),
        Kind::RecordList(list) if list.more_action.as_deref() == Some(action) => Some(None),
        Kind::Points(points) => row(Box::new(points.iter().map(|point| point.action.as_ref()))),
        Kind::LinkList(links) => row(Box::new(links.iter().map(|link| Some(&link.action)))),
        Kind::Summary(rows) => row(Box::new(rows.iter().map(|row| row.change_action.as_ref()))),
        Kind::TaskList(tasks) => row(Box::new(tasks.iter().map(|task| task.action.as_ref()))),
        Kind::RecordList(list) => row(Box::new(list.rows.iter().map(|row| row.action.as_ref()))),
        _ => None,
    }
}

fn field(kind: &Kind) -> Option<&Field> {
    Some(match kind {
        Kind::TextInput(input) => &input.field,
        Kind::TextArea(input) => &input.field,
        Kind::NumberInput(input) => &input.field,
        Kind::MoneyInput(input) => &input.field,
        Kind::DateInput(input) => &input.field,
        Kind::TimeInput(input) => &input.field,
        Kind::ChooseOne(input) => &input.field,
        Kind::ChooseMany(input) => &input.field,
        Kind::SelectFrom(input) => &input.field,
        Kind::Declaration(input) => &input.field,
        Kind::AddressInput(input) => &input.field,
        Kind::PlaceInput(input) => &input.field,
        Kind::FileInput(input) => &input.field,
        Kind::SlotPicker(input) => &input.field,
        _ => return None,
    })
}

fn initial(kind: &Kind) -> Input {
    let text = |text: &String| if text.is_empty() { Input::None } else { Input::Text(text.clone()) };
    match kind {
        Kind::TextInput(input) => text(&input.initial),
        Kind::TextArea(input) => text(&input.initial),
        Kind::NumberInput(input) => input.initial.map_or(Input::None, Input::Number),
        Kind::MoneyInput(input) => input.initial.map_or(Input::None, |minor| {
            Input::Money(crate::Money { currency: input.currency.clone(), minor })
        }),
        Kind::DateInput(input) => input.initial.map_or(Input::None, Input::Date),
        Kind::TimeInput(input) => input.initial_minute.map_or(Input::None, Input::Minute),
        Kind::ChooseOne(input) => input.initial.clone().map_or(Input::None, Input::Choice),
        Kind::ChooseMany(input) => Input::Choices(input.initial.clone()),
        Kind::SelectFrom(input) => input.initial.clone().map_or(Input::None, Input::Choice),
        Kind::Declaration(input) => Input::Agreed(input.agreed),
        _ => Input::None,
    }
}
