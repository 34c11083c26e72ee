//! The departments of a nation as its platform knows them: data, written by the operator, and who may call what.
//!
//! It promises that a bad entry is named with its member before anything is served. It knows no department by name and
//! asks none. Start reading at [`Registration`], which the operator writes; [`Departments`] is what the platform asks,
//! and [`may_call`] says who may call an operation.

pub mod may_call;
mod registered;
mod registration;

pub use may_call::CallRefusal;
pub use registered::{Departments, Registered};
pub use registration::{NeededAssurance, Registration, RegistrationError, read};
