//! What is to be done in this area. Data: the runner does it and reports back with messages.

use crate::areas::resume::model::{LeftOpen, Typed};

/// Everything that can be done.
#[derive(Debug)]
pub enum ResumeEffect {
    /// Say when the person has paused.
    WaitForTyped,
    /// Keep what stands in a screen's fields.
    KeepTyped(Typed),
    /// Keep which mini-app is open; none where none is to be opened again.
    KeepOpen(Option<Box<LeftOpen>>),
}
