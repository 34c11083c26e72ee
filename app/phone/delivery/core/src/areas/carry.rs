//! An encrypted copy of everything of the person: saved under a recovery code, and brought back on another device.

pub(crate) mod effect;
pub(crate) mod model;
pub(crate) mod msg;
pub(crate) mod run;
mod settle;
#[cfg(test)]
mod tests;
pub(crate) mod update;
