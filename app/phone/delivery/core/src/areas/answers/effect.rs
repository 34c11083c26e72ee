//! What is to be done in this area. Data: the runner does it.

use crate::areas::answers::model::Answers;

/// Everything that can be done.
#[derive(Debug)]
pub enum AnswersEffect {
    /// Keep what the person wrote.
    Keep(Answers),
}
