//! A fictional nation in which the platform runs: an OpenID Connect provider, a payment service and the backends of its
//! departments on one listener, the reference platform on another.
//!
//! It promises to use the platform as a real nation would: departments are registered by data and speak HTTP. Everything
//! in it is invented and no person is anybody. Start reading at [`start`]; a department is a file in `departments` and a
//! line in its table.

mod backend;
mod department;
mod departments;
mod desk;
mod markup;
mod oidc;
mod paper;
mod payments;
mod persons;
mod processing;
mod receipt;
mod said;
mod standing;
mod start;
mod step;
mod verifier;

pub use start::{Options, Running, StartError, start};
