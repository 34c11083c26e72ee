//! Mini-app bundles: packed to the byte the same, signed by departments in a TUF repository, verified on the device.
//!
//! It promises that bytes become a [`Bundle`] only through [`BundleClient`], which has checked signatures, hash and
//! freshness, and that a verified bundle opens without a network. It never runs one. Start reading at
//! [`BundleClient::open`] for the device's side, and at [`pack`] and [`Publisher`] for the department's.

mod bundle;
mod client;
mod error;
mod offline;
#[cfg(feature = "publish")]
mod pack;
#[cfg(feature = "publish")]
mod publish;

pub use bundle::{Bundle, Code};
pub use client::{BundleClient, BundleClientOptions, VerifiedBundle};
pub use error::BundleError;
#[cfg(feature = "publish")]
pub use pack::{PackError, pack, pack_script};
#[cfg(feature = "publish")]
pub use publish::{InterpreterRelease, PublishError, Publisher, Release, RoleStatus, SignedRelease, Status, TargetStatus, sign, status};

use fingertip_standard::{AppId, DepartmentId, Interpreter};

/// The name of a mini-app's target in the repository: under its department's prefix, which is all that the
/// department's role may sign.
#[must_use]
pub fn target_name(department: &DepartmentId, app: &AppId) -> String {
    format!("{department}/{app}.ma")
}

/// The role that signs interpreters, and their prefix in the repository: the operator of the nation's repository answers
/// for them, not a department.
const INTERPRETERS: &str = "engines";

/// The name of an interpreter's target: by its content, so that every version that a mini-app asks for may stay.
#[must_use]
pub fn interpreter_target(interpreter: &Interpreter) -> String {
    format!("{INTERPRETERS}/{}-{}.wasm", interpreter.name, interpreter.sha256)
}
