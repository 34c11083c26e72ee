//! What an author writes: the trait of a mini-app, and what happens to it.

use crate::{
    Answer, Date, Display, Effects, Input, Inputs, Json, Moment, Origin, RequestId,
    bindings::fingertip::mini_app::{events, words::InstantMs},
    part::{Page, View},
};

/// A mini-app: a model, how events change it, and what it looks like.
///
/// All functions are pure in the sense that matters here: the same calls give the same answers on every platform.
pub trait App: 'static {
    /// Everything that the mini-app remembers.
    type Model: 'static;

    /// Starts it. `saved` is what [`App::save`] gave before it was ended, for the model to be as it was.
    fn launch(launch: &Launch, saved: Option<&Json>, cx: &Context, effects: &mut Effects) -> Self::Model;

    /// Takes one event in.
    fn update(model: &mut Self::Model, event: Event, cx: &Context, effects: &mut Effects);

    /// Shows the model as one page.
    fn view(model: &Self::Model, cx: &Context, view: View) -> Page;

    /// The small state from which [`App::launch`] makes the model again; at most 64 KiB as JSON.
    fn save(model: &Self::Model) -> Json;
}

/// How it was started.
#[derive(Debug, Clone, PartialEq)]
pub struct Launch {
    /// A route of the manifest marked as an entry, or `/`.
    pub route: String,
    /// The parameters of the route.
    pub params: Vec<(String, String)>,
    /// Who started it.
    pub origin: Origin,
    /// The mini-app that opened it, set by the host.
    pub caller: Option<String>,
    /// A random number of this start.
    pub seed: u64,
}

impl Launch {
    /// The value of a parameter. The host has checked it by the manifest.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

/// What the host has said about the world; always as of the last event.
#[derive(Debug, Clone, PartialEq)]
pub struct Context {
    /// The code of the region that the person has chosen.
    pub region: String,
    /// The language that the person reads, as a BCP 47 tag.
    pub language: String,
    /// How the shell shows things.
    pub display: Display,
    /// The time of the start or of the last tick.
    pub now: InstantMs,
    /// The date of the start.
    pub today: Date,
    /// Whether somebody is signed in.
    pub is_signed_in: bool,
}

impl Context {
    /// Whether the page is for the seniors display: one thing a page.
    #[must_use]
    pub fn is_seniors(&self) -> bool {
        self.display == Display::Seniors
    }
}

/// What happens to a running mini-app.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A button that submits was pressed and the host found the inputs well-formed.
    Submitted {
        /// The button's action.
        action: String,
        /// The value of every input of the page.
        inputs: Inputs,
    },
    /// A button, link or row was pressed.
    Acted {
        /// Its action.
        action: String,
        /// The key of its node.
        node: String,
        /// Which row of the node.
        row: Option<usize>,
    },
    /// An input that reports changes has a new value.
    Changed {
        /// The input's key.
        key: String,
        /// Its value.
        input: Input,
    },
    /// The person went back: show the page before, or close on the first one.
    WentBack,
    /// A request was answered.
    Answered {
        /// Which one.
        request: RequestId,
        /// What came of it.
        answer: Answer,
    },
    /// A watched case moved.
    CaseChanged {
        /// Its reference.
        case: String,
        /// The state it is in now, such as `accepted`.
        state: String,
    },
    /// A moment of its life.
    Moment(Moment),
    /// Time has moved; [`Context::now`] has it.
    Ticked,
    /// The person reads another language now.
    LanguageChanged,
    /// The person chose another region.
    RegionChanged,
    /// The display mode changed.
    DisplayChanged,
}

impl Context {
    pub(crate) fn of(launch: &events::Launch) -> Self {
        Self {
            region: launch.region.clone(),
            language: launch.language.clone(),
            display: launch.display,
            now: launch.now,
            today: launch.today,
            is_signed_in: launch.signed_in,
        }
    }

    /// Takes in what `event` says about the world and gives the event for the author; none for a launch.
    pub(crate) fn take_in(&mut self, event: events::Event) -> Option<Event> {
        Some(match event {
            events::Event::Launched(_) => return None,
            events::Event::Submitted(event) => {
                Event::Submitted { action: event.action, inputs: Inputs::new(event.inputs) }
            }
            events::Event::Acted(event) => Event::Acted {
                action: event.action,
                node: event.node,
                row: event.row.map(|row| row as usize),
            },
            events::Event::Changed(event) => Event::Changed { key: event.key, input: event.input },
            events::Event::WentBack => Event::WentBack,
            events::Event::Answered((id, answer)) => Event::Answered { request: RequestId(id), answer },
            events::Event::CaseChanged((case, state)) => Event::CaseChanged { case, state },
            events::Event::Moment(moment) => {
                match moment {
                    Moment::SignedIn => self.is_signed_in = true,
                    Moment::SignedOut => self.is_signed_in = false,
                    Moment::Shown | Moment::Hidden | Moment::Resumed | Moment::Unloaded => {}
                }
                Event::Moment(moment)
            }
            events::Event::Ticked(now) => {
                self.now = now;
                Event::Ticked
            }
            events::Event::LanguageChanged(language) => {
                self.language = language;
                Event::LanguageChanged
            }
            events::Event::RegionChanged(region) => {
                self.region = region;
                Event::RegionChanged
            }
            events::Event::DisplayChanged(display) => {
                self.display = display;
                Event::DisplayChanged
            }
        })
    }
}
