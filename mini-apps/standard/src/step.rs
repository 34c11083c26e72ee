//! A step: all that a mini-app says in answer to one event, and the rules that it must keep. Mirrors `app.wit`.

mod checked;
mod node;
mod request;
#[cfg(test)]
mod tests;
mod tree;

use serde::{Deserialize, Serialize};

pub use checked::{CheckedStep, StepError};
pub(crate) use node::{entry_bytes, is_on_earth};

use crate::{requests::Request, view::View, words::Entry};

/// Words, the view to show (none: as before), and requests.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Every word that the view and the requests name by index.
    pub words: Vec<Entry>,
    /// What to show now.
    pub view: Option<View>,
    /// What is asked for.
    pub requests: Vec<Request>,
}
