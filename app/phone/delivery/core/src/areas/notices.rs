//! What the person is told, until they put it away.

pub(crate) mod model;
pub(crate) mod msg;
pub(crate) mod update;
