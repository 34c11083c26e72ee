//! What a day is in the nation: its place in the Chinese calendar, the festivals on it, and whether it is worked.
//!
//! It promises to say what is not known: a year whose holidays are not announced yet is a value of its own. Start reading at
//! [`WorkingDays`].

mod festivals;
mod working;

pub use festivals::{Holiday, Lunar};
pub use working::{Promise, WorkingDays, WorkingDaysError};
