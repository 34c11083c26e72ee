//! What the nation offers, and whether its platform answers.

pub(crate) mod effect;
pub(crate) mod msg;
pub(crate) mod run;
pub(crate) mod update;
