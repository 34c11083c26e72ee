//! The PIN: chosen, taken away, and the app closed until it is given.

pub(crate) mod effect;
pub(crate) mod model;
pub(crate) mod msg;
pub(crate) mod run;
#[cfg(test)]
mod tests;
pub(crate) mod update;
