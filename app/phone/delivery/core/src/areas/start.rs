//! What was kept, read at start.

pub(crate) mod effect;
pub(crate) mod model;
pub(crate) mod msg;
pub(crate) mod run;
pub(crate) mod update;
