//! A step: all that a mini-app says in answer to one event. Mirrors `app.wit`.

use serde::{Deserialize, Serialize};

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
