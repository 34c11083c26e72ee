//! What happens in this area. Past tense: a message reports, `update` decides.

use crate::areas::start::model::Restored;

/// What was kept, read at start.
#[derive(Debug)]
pub enum StartMsg {
    /// The kept state was read.
    Restored(Box<Restored>),
}
