//! What departments told the person, and what comes next.

pub(crate) mod kind;
pub(crate) mod model;
pub(crate) mod msg;
#[cfg(test)]
mod tests;
pub(crate) mod update;
