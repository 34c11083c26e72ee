//! What the person was in the middle of: a device that ends apps to save memory loses neither their place nor what they typed.

pub(crate) mod effect;
pub(crate) mod left;
pub(crate) mod model;
pub(crate) mod msg;
pub(crate) mod run;
#[cfg(test)]
mod tests;
pub(crate) mod update;
