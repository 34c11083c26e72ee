//! What is to be done in this area. Data: the runner does it and reports back with messages.

use fingertip_standard::Disclosure;

use crate::areas::acts::model::ActDraft;

/// Everything that can be done.
#[derive(Debug)]
pub enum ActsEffect {
    /// Keep what is being written.
    Keep(Vec<ActDraft>),
    /// Write into the ledger what goes, keep it until the platform has it, and send it. Afterwards these are still being written.
    Send {
        /// What goes.
        draft: Box<ActDraft>,
        /// Its line of the ledger.
        disclosure: Box<Disclosure>,
        /// What else is being written.
        left: Vec<ActDraft>,
    },
    /// Take what was not accepted out of the outbox, by its key, to be written anew.
    Reopen(String),
}
