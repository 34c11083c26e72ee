//! What happens to a mini-app. Mirrors `events.wit`.

use serde::{Deserialize, Serialize};

use crate::{
    requests::{Answer, RequestId},
    words::{Date, Decimal, InstantMs, Money},
};

/// How the shell shows things.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Display {
    /// As most people see it.
    #[default]
    Normal,
    /// Large, one thing at a time.
    Seniors,
}

/// Who opened a mini-app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// The person, in the shell.
    Person,
    /// A link from outside.
    DeepLink,
    /// Another mini-app.
    MiniApp,
    /// Its own widget.
    Widget,
    /// A reminder.
    Reminder,
}

/// The first event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Launch {
    /// An entry route.
    pub route: String,
    /// The route's parameters.
    pub params: Vec<(String, String)>,
    /// Who opened it.
    pub origin: Origin,
    /// Which mini-app, where one did.
    pub caller: Option<String>,
    /// The person's region.
    pub region: String,
    /// The person's language.
    pub language: String,
    /// How the shell shows things.
    pub display: Display,
    /// Now.
    pub now: InstantMs,
    /// Today where the person is.
    pub today: Date,
    /// The only source of chance.
    pub seed: u64,
    /// Whether the person is signed in.
    pub signed_in: bool,
    /// What `save` gave before.
    pub saved: Option<Vec<u8>>,
}

impl Launch {
    /// The first start by a signed-out person in Guangzhou on 24 November 2026: always the same, for tests and benches.
    #[must_use]
    pub fn example(language: &str) -> Self {
        Self {
            route: "/".to_owned(),
            params: Vec::new(),
            origin: Origin::Person,
            caller: None,
            region: "440100".to_owned(),
            language: language.to_owned(),
            display: Display::Normal,
            now: 1_764_000_000_000,
            today: Date { year: 2026, month: 11, day: 24 },
            seed: 1,
            signed_in: false,
            saved: None,
        }
    }
}

/// A file that the person chose; its content stays with the host.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// The host's name for it.
    pub handle: String,
    /// The person's name for it.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its size.
    pub bytes: u64,
}

/// The value of one input, of the right shape.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Input {
    /// Nothing given.
    None,
    /// Text.
    Text(String),
    /// A number.
    Number(Decimal),
    /// An amount.
    Money(Money),
    /// A date.
    Date(Date),
    /// A time of day in minutes.
    Minute(u16),
    /// The chosen one.
    Choice(String),
    /// The chosen ones.
    Choices(Vec<String>),
    /// Whether the person agrees.
    Agreed(bool),
    /// A region and the rest of the address.
    Address(String, String),
    /// Latitude and longitude in millionths of a degree.
    Place(i32, i32),
    /// Files.
    Files(Vec<File>),
    /// An appointment.
    Slot(String),
}

/// The inputs of a page, gathered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submitted {
    /// The button's action.
    pub action: String,
    /// Every input of the page by key.
    pub inputs: Vec<(String, Input)>,
    /// The view it was shown in.
    pub revision: u32,
}

/// A button or row, pressed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acted {
    /// Its action.
    pub action: String,
    /// The node's key.
    pub node: String,
    /// Which row, choice or point.
    pub row: Option<u32>,
    /// The view it was shown in.
    pub revision: u32,
}

/// An input that reports changes, changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// The input's key.
    pub key: String,
    /// Its value.
    pub input: Input,
    /// The view it was shown in.
    pub revision: u32,
}

/// A moment of a mini-app's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Moment {
    /// On screen: after the launch, and whenever it comes back.
    Shown,
    /// Not on screen.
    Hidden,
    /// Follows [`Self::Shown`] when it was hidden for longer than [`limits::RESUMED_AFTER`](crate::limits::RESUMED_AFTER).
    Resumed,
    /// The person signed in.
    SignedIn,
    /// The person signed out.
    SignedOut,
    /// The last event: what it answers is neither shown nor done.
    Unloaded,
}

/// Everything that can happen to a mini-app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// Always first, once in the life of an instance.
    Launched(Launch),
    /// The inputs of a page.
    Submitted(Submitted),
    /// A press.
    Acted(Acted),
    /// A reported change.
    Changed(Changed),
    /// Back.
    WentBack,
    /// An answer to a request.
    Answered(RequestId, Answer),
    /// A case moved: its reference and state.
    CaseChanged(String, String),
    /// A moment of its life.
    Moment(Moment),
    /// Time moves only when the host says so.
    Ticked(InstantMs),
    /// Another language.
    LanguageChanged(String),
    /// Another region.
    RegionChanged(String),
    /// Another display mode.
    DisplayChanged(Display),
}
