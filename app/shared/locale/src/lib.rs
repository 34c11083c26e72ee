//! Words in a person's language: Fluent resources with fallback, formats for numbers, money and dates, direction.
//!
//! It promises that a missing message never panics and never shows nothing: it falls back to the next language and
//! at last to the id itself. It never chooses what to say. Start reading at [`Messages`], then [`Words`].

mod format;
mod inspect;
mod language;
mod messages;
mod numbers;
mod plain;
mod pseudo;
mod shell;
mod words;

pub use format::Formatter;
pub use inspect::{MessageShape, inspect, wording};
pub use jiff::tz::TimeZone;
pub use language::{Direction, direction, negotiate};
pub use messages::{Args, LocaleError, Messages, SIMPLE, Wording};
pub use plain::plain;
pub use pseudo::{PSEUDO_LANGUAGES, stretch};
pub use shell::{SHELL_LANGUAGES, pick, shell_messages};
pub use words::{RegionNames, Words};
