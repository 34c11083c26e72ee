//! What can go wrong with a guest.

use fingertip_standard::{Fault, FaultClass, Standard, step::StepError, widget::WidgetError};

/// Why a mini-app cannot run or was ended. All but [`RuntimeError::Cache`] are the department's to mend.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RuntimeError {
    /// The component is larger than the limit.
    #[error("component has {bytes} bytes, the limit is {limit}")]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The limit.
        limit: u64,
    },
    /// Not a component that this engine can read.
    #[error("not a valid component: {reason}")]
    NotAComponent {
        /// The engine's words.
        reason: String,
    },
    /// It imports something: the sandbox would no longer be structural.
    #[error("component imports {name:?}; a mini-app imports nothing")]
    HasImport {
        /// The first import.
        name: String,
    },
    /// It does not export what the standard asks for.
    #[error("component does not fit the world mini-app {standard}: {reason}")]
    WrongWorld {
        /// The version that its manifest names.
        standard: Standard,
        /// The engine's words.
        reason: String,
    },
    /// It has more code, or code that is harder to compile, than the standard allows.
    #[error("component has {found} {what}, the limit is {most}")]
    TooMuchCode {
        /// Of what.
        what: &'static str,
        /// How many, or more.
        found: u64,
        /// The limit.
        most: u64,
    },
    /// Compiling took too long.
    #[error("compiling took longer than {seconds} s")]
    CompileTimedOut {
        /// The limit.
        seconds: u64,
    },
    /// A step cost more work than the standard allows: the same step on every engine and machine.
    #[error("a step cost more than {budget} units of work")]
    OutOfWork {
        /// What it might cost.
        budget: u64,
    },
    /// It wanted more memory than the limit.
    #[error("guest wanted more memory than the limit")]
    OutOfMemory,
    /// It wanted to move more data than the limit.
    #[error("guest moved more data in one call than the limit")]
    TooMuchData,
    /// It trapped.
    #[error("guest trapped: {reason}")]
    Trapped {
        /// The engine's words.
        reason: String,
    },
    /// Its script cannot be loaded: a mistake in its text, or it does not export what it must.
    #[error("script cannot be loaded")]
    ScriptRefused {
        /// The interpreter's or the script's words, for the developer.
        reason: String,
    },
    /// Its script threw.
    #[error("script threw")]
    ScriptThrew {
        /// The script's words, for the developer.
        reason: String,
    },
    /// What it wanted to show or ask for breaks a rule.
    #[error("guest's step is refused")]
    Step(#[from] StepError),
    /// A card that it made for home breaks a rule.
    #[error("guest's card for home is refused")]
    Widget(#[from] WidgetError),
    /// Its saved state is larger than the limit.
    #[error("saved state has {bytes} bytes, over the limit")]
    SavedTooLarge {
        /// Its size.
        bytes: usize,
    },
    /// It has been ended by an earlier error.
    #[error("guest was ended by an earlier error")]
    Ended,
    /// The engine could not be set up on this device.
    #[error("engine cannot be set up: {reason}")]
    Engine {
        /// Its words.
        reason: String,
    },
}

impl RuntimeError {
    /// All of it, for who makes the mini-app. A script's own words may hold what a person typed: as an error, which goes to a log, it
    /// does not repeat them.
    #[must_use]
    pub fn for_developer(&self) -> String {
        match self {
            Self::ScriptRefused { reason } | Self::ScriptThrew { reason } => format!("{self}: {reason}"),
            _ => self.to_string(),
        }
    }
}

impl Fault for RuntimeError {
    fn class(&self) -> FaultClass {
        match self {
            Self::Engine { .. } => FaultClass::Device,
            _ => FaultClass::Department,
        }
    }

    fn message_id(&self) -> &'static str {
        match self {
            Self::HasImport { .. } => "fault-mini-app-imports",
            Self::TooLarge { .. }
            | Self::NotAComponent { .. }
            | Self::WrongWorld { .. }
            | Self::TooMuchCode { .. }
            | Self::ScriptRefused { .. } => "fault-mini-app-malformed",
            // A device that is busy with other things makes no mini-app a bad one.
            Self::CompileTimedOut { .. } | Self::OutOfWork { .. } => "fault-mini-app-slow",
            Self::OutOfMemory | Self::TooMuchData | Self::SavedTooLarge { .. } => "fault-mini-app-memory",
            Self::Step(error) => error.message_id(),
            Self::Widget(error) => error.message_id(),
            Self::Trapped { .. } | Self::ScriptThrew { .. } | Self::Ended => "fault-mini-app-trapped",
            Self::Engine { .. } => "fault-engine",
        }
    }

    fn can_retry(&self) -> bool {
        matches!(
            self,
            Self::Trapped { .. }
                | Self::ScriptThrew { .. }
                | Self::OutOfWork { .. }
                | Self::OutOfMemory
                | Self::Step(_)
                | Self::Ended
        )
    }
}
