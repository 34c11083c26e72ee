//! The search.

pub(crate) mod model;
pub(crate) mod msg;
pub(crate) mod update;
