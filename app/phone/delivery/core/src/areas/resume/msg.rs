//! What happens in this area. Past tense: a message reports, `update` decides.

/// What the person is in the middle of on a screen of the shell.
#[derive(Debug)]
pub enum ResumeMsg {
    /// The person typed in a field, or chose in one. What is secret is never told here: a PIN, a code that opens something.
    TypedIn {
        /// The screen's place.
        place: String,
        /// The field's name on it.
        field: &'static str,
        /// What stands in it now.
        text: String,
    },
    /// The person has paused: what was typed is kept now.
    TypedDue,
}
