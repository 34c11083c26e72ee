//! What mini-apps remind the person of: kept on this device, told when its time has come, opened where the mini-app said.

pub(crate) mod agreed;
pub(crate) mod effect;
pub(crate) mod model;
pub(crate) mod msg;
pub(crate) mod run;
#[cfg(test)]
mod tests;
pub(crate) mod update;
