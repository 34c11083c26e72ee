//! Documents: kept, shown, and checked for others.

pub(crate) mod ask;
pub(crate) mod effect;
pub(crate) mod model;
pub(crate) mod msg;
pub(crate) mod run;
pub(crate) mod update;

#[cfg(test)]
mod tests;
