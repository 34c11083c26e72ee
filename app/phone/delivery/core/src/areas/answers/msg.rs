//! What happens in this area. Past tense: a message reports, `update` decides.

/// What the person wrote before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswersMsg {
    /// The person wants one answer forgotten.
    Forgot {
        /// What was asked.
        asked: String,
        /// What they wrote.
        fact: String,
    },
    /// The person wants everything forgotten that they wrote before.
    ForgotAll,
    /// The person chose whether what they write is remembered.
    ChoseMemory(bool),
}
