//! Signing in and out.

pub(crate) mod effect;
pub(crate) mod elsewhere;
pub(crate) mod limits;
pub(crate) mod model;
pub(crate) mod msg;
pub(crate) mod run;
pub(crate) mod step_up;
#[cfg(test)]
mod tests;
pub(crate) mod update;
