//! A case's way through the platform: received once, told to its department however long that is down, moved on along
//! the states by either side, rated, and followed by a helper.
//!
//! It promises that an acknowledged case is never lost, that no department learns the name by which another one knows a
//! person, that nothing goes on as proven which is not, that no provider speaks for another's people, and that nobody's document lands among
//! another's. It knows no HTTP path and no catalogue. Start reading at [`submission`]; [`acts`] is what a person does
//! in a case; [`joint`] are cases of several departments with one form; [`deliveries`] has the retries, [`state`] the rules of a case's life.

pub mod acts;
mod asks;
pub mod deliveries;
pub mod documents;
pub mod facts;
pub mod helpers;
pub mod joint;
pub mod lateness;
pub mod mandates;
pub mod once;
mod pairwise;
pub mod persons;
mod promise;
pub mod ratings;
mod reference;
mod refusal;
pub mod replies;
pub mod retention;
pub mod state;
pub mod submission;
pub mod uploads;
mod words;

pub use pairwise::{derive_actor, derive_subject};
pub use refusal::CaseRefusal;
