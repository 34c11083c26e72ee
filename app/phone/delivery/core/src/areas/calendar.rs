//! Days that the person takes along into a calendar.

pub(crate) mod effect;
pub(crate) mod ics;
pub(crate) mod model;
pub(crate) mod msg;
pub(crate) mod run;
pub(crate) mod update;
