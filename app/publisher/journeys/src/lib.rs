//! Journeys: what a person does in a mini-app, written down and done again.
//!
//! A mini-app is a pure function of its events, so a [`Journey`] gives the same steps on every engine and machine. The
//! [`Host`] drives the phone's own host: it runs the program, answers requests from a table, agrees to every sheet, and keeps
//! everything that happened. [`replay()`] does a journey in every language and display mode on both engines and compares what is shown
//! with what was accepted before. Nothing here touches a network, a clock or a person's data.
//!
//! Start reading at [`Journey`], then [`Host::act`].

mod answers;
mod drive;
pub mod folder;
mod host;
mod journey;
mod outline;
mod person;
mod replay;
mod typed;

pub use answers::{Answers, Reply, key_of};
pub use drive::{Done, Driver, Happened};
pub use host::{Host, HostError};
pub use journey::{Action, Journey, JourneyError, Press};
pub use outline::outline;
pub use person::{Person, Reading};
pub use replay::{Difference, MiniAppUnderTest, Replayed, Variant, replay};
pub use typed::{typed, written};
