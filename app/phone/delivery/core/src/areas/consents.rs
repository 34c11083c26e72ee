//! What the person agreed to, and the ledger of what was disclosed.

pub(crate) mod effect;
pub(crate) mod model;
pub(crate) mod msg;
pub(crate) mod run;
pub(crate) mod update;
