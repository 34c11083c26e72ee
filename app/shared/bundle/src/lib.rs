//! The format of a mini-app bundle: packed to the byte the same, read inside the limits of the standard.
//!
//! Publishers pack with it, the nation's repository and the citizen's device read with it. It promises that a bundle that
//! breaks a limit is refused before more of it is read, and that whoever reads one finds the same in it. It says nothing
//! of who made the bytes: the device asks its bundle client for that. Start reading at [`Bundle::read`] and [`pack`].

mod archive;
mod bundle;
mod error;
mod pack;

pub use bundle::{Bundle, Code};
pub use error::FormatError;
pub use pack::{PackError, pack, pack_script};

use fingertip_standard::{AppId, DepartmentId, Interpreter};

/// The name of a mini-app's target in the repository: under its department's prefix, which is all that the
/// department's role may sign.
#[must_use]
pub fn target_name(department: &DepartmentId, app: &AppId) -> String {
    format!("{department}/{app}.ma")
}

/// The role that signs interpreters, and their prefix in the repository: the operator of the nation's repository answers
/// for them, not a department.
pub const INTERPRETERS: &str = "engines";

/// The one key of an operator whose repository was made before each role had its own.
pub const OPERATOR: &str = "operator";

/// The prefix in the repository of what the operator signs of the nation's catalogue, in the role of `targets` itself.
const CATALOGUE: &str = "catalogue";

/// A repository's own roles (TUF 1.0, 4.3; `mirrors` was one in earlier versions), and whose key the operator has. A department
/// of that name would stand in their files, and be given their key.
const TAKEN: [&str; 8] =
    ["root", "targets", "snapshot", "timestamp", "mirrors", OPERATOR, INTERPRETERS, CATALOGUE];

/// Whether no department may have this name, since the repository needs it itself. Some disks ignore case, so it may not be
/// another's in any case.
#[must_use]
pub fn is_taken(department: &str) -> bool {
    TAKEN.iter().any(|taken| taken.eq_ignore_ascii_case(department))
}

/// The name of an interpreter's target: by its content, so that every version that a mini-app asks for may stay.
#[must_use]
pub fn interpreter_target(interpreter: &Interpreter) -> String {
    format!("{INTERPRETERS}/{}-{}.wasm", interpreter.name, interpreter.sha256)
}
