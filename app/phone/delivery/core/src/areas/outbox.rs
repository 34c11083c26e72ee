//! Cases and ratings that are not sent yet: sent as soon as that can be, once.

pub(crate) mod effect;
pub(crate) mod hand_over;
pub(crate) mod msg;
mod prove;
pub(crate) mod retry;
pub(crate) mod run;
pub(crate) mod update;
pub(crate) mod upload;
