//! The rules that a host enforces on every step before anything is shown or asked for. Pure; the same code runs in the shell and
//! in the publisher's tools. What a person types is another matter: see [`crate::validate`].

use crate::{
    Fault, FaultClass, limits,
    step::{Step, node::entry_bytes, request::check_request, tree::check_view},
    words::Word,
};

/// Why a step is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StepError {
    /// More of something than [`limits`] allows.
    #[error("{what}: {found}, the limit is {limit}")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many.
        found: usize,
        /// How many are allowed.
        limit: usize,
    },
    /// The nodes are not one tree with every child after its parent.
    #[error("node {node:?} is not in one tree: {rule}")]
    NotATree {
        /// The node's key.
        node: String,
        /// The rule it breaks.
        rule: &'static str,
    },
    /// A word's index points past the words.
    #[error("node or request {place:?} names word {word}, there are {words}")]
    NoSuchWord {
        /// Where.
        place: String,
        /// The index.
        word: Word,
        /// How many words there are.
        words: usize,
    },
    /// Two nodes have one key.
    #[error("two nodes have the key {key:?}")]
    SameKey {
        /// The key.
        key: String,
    },
    /// A rule of the standard is broken.
    #[error("node {node:?} breaks a rule: {rule}")]
    Rule {
        /// The node's key.
        node: String,
        /// The rule.
        rule: &'static str,
    },
}

impl Fault for StepError {
    fn class(&self) -> FaultClass {
        FaultClass::Department
    }
    fn message_id(&self) -> &'static str {
        match self {
            Self::TooMany { .. } => "fault-view-too-large",
            _ => "fault-view-malformed",
        }
    }
}

/// A step that keeps every rule. Only [`CheckedStep::new`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedStep(Step);

impl CheckedStep {
    /// Checks `step`.
    ///
    /// # Errors
    /// [`StepError`]: the first rule that is broken.
    pub fn new(step: Step) -> Result<Self, StepError> {
        at_most("words", step.words.len(), limits::STEP_WORDS)?;
        at_most("requests", step.requests.len(), limits::STEP_REQUESTS)?;
        let mut text: usize = step.words.iter().map(entry_bytes).sum();
        if let Some(view) = &step.view {
            text += check_view(view, &step.words)?;
        }
        for request in &step.requests {
            check_request(request, step.words.len())?;
        }
        at_most("bytes of text", text, limits::STEP_TEXT_BYTES)?;
        Ok(Self(step))
    }

    /// The step.
    #[must_use]
    pub fn get(&self) -> &Step {
        &self.0
    }

    /// The step, to take apart.
    #[must_use]
    pub fn into_inner(self) -> Step {
        self.0
    }
}

pub(super) fn at_most(what: &'static str, found: usize, limit: usize) -> Result<(), StepError> {
    if found > limit { Err(StepError::TooMany { what, found, limit }) } else { Ok(()) }
}
