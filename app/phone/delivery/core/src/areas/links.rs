//! Links, from outside and from mini-apps. They open and never submit.

pub(crate) mod destination;
pub(crate) mod model;
pub(crate) mod msg;
pub(crate) mod run;
#[cfg(test)]
mod tests;
pub(crate) mod update;
