//! A nation's catalogue of services: read from the formats that nations have it in, checked, and kept at hand.
//!
//! It promises that one bad line of an import never costs the others: every line is either taken or named with a reason.
//! It fetches and stores nothing. Start reading at [`import`], then [`offered`].

pub mod asked;
pub mod changes;
mod guangdong;
mod import;
mod imported;
mod merge;
pub mod offered;
pub mod slices;

pub use fingertip_contract::Rejected;
pub use import::{ImportError, import};
pub use imported::Imported;
pub use merge::merge;
