//! What many people use: what this device says of it once a week, at random and of nobody, and what the platform makes of it.

pub(crate) mod effect;
pub(crate) mod model;
pub(crate) mod msg;
mod offered;
pub(crate) mod run;
#[cfg(test)]
mod tests;
pub(crate) mod update;
