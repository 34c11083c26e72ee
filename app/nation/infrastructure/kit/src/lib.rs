//! What a nation's or a department's service needs to speak HTTP with a platform: whose token this is, bodies and
//! headers read into types, problems, signing keys, secrets, and what every listener does alike.
//!
//! It promises that what does not read is a problem and never a panic, and that no token, path or body is logged. It
//! knows no case and no catalogue. Start reading at [`serve`], then [`body`] and [`ApiError`]; another identity
//! provider's tokens are checked in [`issuer`], those of several in [`issuers`], and that whoever shows one has its key in [`proofs`].
//! A department's backend begins at [`webhooks`]: what the platform tells it is signed, as [`signatures`] says.

pub mod answer;
pub mod body;
pub mod clock;
pub mod issuer;
pub mod issuers;
pub mod keys;
pub mod listener;
mod problem;
pub mod proofs;
mod published_keys;
pub mod secrets;
mod seen;
pub mod signatures;
pub mod status;
pub mod webhooks;

pub use issuer::Issuer;
pub use issuers::Issuers;
pub use listener::serve;
pub use problem::{ApiError, NONCE_HEADER};
pub use proofs::Proofs;
