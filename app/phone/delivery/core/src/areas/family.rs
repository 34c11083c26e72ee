//! Letting somebody help, and helping.

pub(crate) mod acting;
#[cfg(test)]
mod acting_tests;
pub(crate) mod effect;
pub(crate) mod model;
pub(crate) mod msg;
pub(crate) mod run;
#[cfg(test)]
mod tests;
pub(crate) mod update;
