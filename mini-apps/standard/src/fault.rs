//! Whose an error is and what to do: every public error of the project implements [`Fault`].

use serde::{Deserialize, Serialize};

/// Whose an error is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FaultClass {
    /// Something the person can put right.
    Person,
    /// The department's mini-app or backend.
    Department,
    /// The way between.
    Network,
    /// The national platform.
    Platform,
    /// This device: its disk, its clock, its key store.
    Device,
    /// A mistake in Fingertip.
    Bug,
}

/// An error that can be shown to a person.
pub trait Fault: std::error::Error {
    /// Whose it is.
    fn class(&self) -> FaultClass;
    /// The Fluent message that tells the person what happened and what to do next: `fault-bundle-changed`.
    fn message_id(&self) -> &'static str;
    /// Whether doing the same again may help.
    fn can_retry(&self) -> bool {
        matches!(self.class(), FaultClass::Network | FaultClass::Platform)
    }
}
