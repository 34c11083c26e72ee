//! What a person does in a case of theirs after it was handed in: answers what is asked, adds to it, asks, objects, takes it back.

pub(crate) mod effect;
pub(crate) mod model;
pub(crate) mod msg;
pub(crate) mod run;
pub(crate) mod update;

#[cfg(test)]
mod tests;
