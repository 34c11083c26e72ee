//! What the person wrote in forms that were handed in: nothing is asked twice.

pub(crate) mod effect;
pub(crate) mod model;
pub(crate) mod msg;
pub(crate) mod run;
#[cfg(test)]
mod tests;
pub(crate) mod update;
