//! A nation's catalogue of services: read from the formats that nations have it in, checked, kept at hand, and written in the formats of
//! others.
//!
//! It promises that an import is whole or nothing, and that every fault is named by its line and field; who would rather have what is good
//! of a file says so ([`import_without_faulty`]). It fetches and stores nothing. Start reading at [`import`], then [`offered`].

pub mod asked;
pub mod changes;
mod cpsv;
pub mod duplicates;
pub mod export;
pub mod flaws;
mod import;
mod merge;
pub mod offered;
pub mod same_item;
pub mod slices;

pub use fingertip_contract::Rejected;
pub use import::{ImportError, Imported, import, import_unjudged, import_without_faulty};
pub use merge::merge;
