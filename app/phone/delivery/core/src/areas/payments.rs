//! What the person paid.

pub(crate) mod msg;
pub(crate) mod run;
pub(crate) mod update;
