//! What the nation offers, and whether its platform answers.

pub(crate) mod effect;
pub(crate) mod kept;
pub(crate) mod model;
pub(crate) mod msg;
pub(crate) mod run;
mod slices;
pub(crate) mod tell;
#[cfg(test)]
mod tests;
pub(crate) mod update;
mod wanted;
