//! What a mini-app is made of: a component of its own, or a script that a shared interpreter plays.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The program of a mini-app, as its manifest names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Members", into = "Members")]
#[schemars(!try_from, !into, untagged)]
pub enum Program {
    /// A component: the mini-app itself.
    Component {
        /// The component's path in the bundle.
        #[schemars(rename = "component")]
        path: String,
    },
    /// A script, for mini-apps in a language that needs an interpreter. The interpreter is a component that many mini-apps
    /// share, so that a bundle stays a few kilobytes small and a device fetches and compiles it once.
    Script {
        /// The script's path in the bundle.
        #[schemars(rename = "script")]
        path: String,
        /// The interpreter that plays it.
        engine: Interpreter,
    },
}

/// An interpreter, named by its content: what a department tested is what runs, until it asks for another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Interpreter {
    /// Its language: `javascript`.
    pub name: String,
    /// The SHA-256 of its component, 64 lower-case hexadecimal digits.
    pub sha256: String,
}

impl Program {
    /// The path of the component or script in the bundle.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::Component { path } | Self::Script { path, .. } => path,
        }
    }

    /// The interpreter that it needs.
    #[must_use]
    pub fn interpreter(&self) -> Option<&Interpreter> {
        match self {
            Self::Component { .. } => None,
            Self::Script { engine, .. } => Some(engine),
        }
    }
}

impl Interpreter {
    /// Whether name and hash are of the right shape; both become part of a path.
    #[must_use]
    pub fn is_well_formed(&self) -> bool {
        (1..=32).contains(&self.name.len())
            && self.name.bytes().all(|b| b.is_ascii_lowercase())
            && self.sha256.len() == 64
            && self.sha256.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
    }
}

/// The members of the manifest that say it. They stand beside the others, as `component` did before there were scripts.
#[derive(Serialize, Deserialize)]
struct Members {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    component: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    script: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    engine: Option<Interpreter>,
}

impl TryFrom<Members> for Program {
    type Error = &'static str;

    fn try_from(members: Members) -> Result<Self, Self::Error> {
        match members {
            Members { component: Some(path), script: None, engine: None } => Ok(Self::Component { path }),
            Members { component: None, script: Some(path), engine: Some(engine) } => {
                Ok(Self::Script { path, engine })
            }
            _ => Err("fingertip names either `component`, or `script` with its `engine`"),
        }
    }
}

impl From<Program> for Members {
    fn from(program: Program) -> Self {
        match program {
            Program::Component { path } => Self { component: Some(path), script: None, engine: None },
            Program::Script { path, engine } => {
                Self { component: None, script: Some(path), engine: Some(engine) }
            }
        }
    }
}
