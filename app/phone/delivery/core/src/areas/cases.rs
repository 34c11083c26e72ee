//! Cases: handed in, followed, rated; what waits to be sent.

pub(crate) mod effect;
pub(crate) mod msg;
pub(crate) mod run;
pub(crate) mod update;

#[cfg(test)]
mod tests;
