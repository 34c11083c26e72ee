//! The open mini-app. The host decides; this area tells it what happened, and does what it says.

pub(crate) mod effect;
pub(crate) mod guest;
pub(crate) mod hosting;
pub(crate) mod model;
pub(crate) mod msg;
pub(crate) mod opening;
pub(crate) mod perform;
pub(crate) mod run;
pub(crate) mod scan;
pub(crate) mod update;

#[cfg(test)]
mod tests;
