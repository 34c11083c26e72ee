//! The repository of a nation: TUF metadata and bundles as static files, each department a delegated role with its own
//! key and path prefix (The Update Framework 1.0, 4.5: delegations).
//!
//! It promises that nothing is taken in that its department did not sign, and that a reader sees an old or a new
//! repository and nothing between. It runs nothing. Start reading at [`Publisher`] for the operator's side and at
//! [`sign()`] for the department's.

mod error;
mod files;
mod keys;
mod metadata;
mod names;
mod publisher;
mod release;
mod sign;
mod status;
mod submission;

pub use error::PublishError;
pub use publisher::Publisher;
pub use release::{InterpreterRelease, Release};
pub use sign::{SignedRelease, sign};
pub use status::{RoleStatus, Status, TargetStatus, status};
