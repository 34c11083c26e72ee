//! A case's way through the platform: received once, told to its department however long that is down, moved on along
//! the states, rated, and followed by a helper.
//!
//! It promises that an acknowledged case is never lost, that no department learns the name by which another one knows a
//! person, that nothing goes on as proven which is not, and that nobody's document lands among another's. It knows no HTTP path and no catalogue. Start reading at [`submission`]; [`deliveries`] has the
//! retries, [`state`] the rules of a case's life.

pub mod deliveries;
pub mod documents;
pub mod facts;
pub mod helpers;
pub mod mandates;
mod pairwise;
mod promise;
mod reference;
pub mod state;
pub mod submission;
pub mod uploads;

pub use pairwise::derive_subject;
