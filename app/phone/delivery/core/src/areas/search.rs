//! The search.

pub(crate) mod effect;
pub(crate) mod memory;
pub(crate) mod model;
pub(crate) mod msg;
mod regions;
pub(crate) mod run;
#[cfg(test)]
mod tests;
pub(crate) mod update;
