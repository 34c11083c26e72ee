//! A life event asked for with one form: it is filled in here, goes through the outbox, and is followed as one, whatever many departments do in it.

pub(crate) mod check;
pub(crate) mod effect;
pub(crate) mod filling;
pub(crate) mod model;
pub(crate) mod msg;
pub(crate) mod pages;
pub(crate) mod places;
pub(crate) mod run;
#[cfg(test)]
mod tests;
pub(crate) mod update;
