//! A nation's catalogue in slices: the national one, and one a province and a city, so that a phone reads what its person needs.
//!
//! A slice is lines of text ([`Lines`]), named by the SHA-256 of all of it. The [`SliceIndex`] names the newest slice of each place; the
//! nation's repository signs it, so whatever it names may come from anywhere. What has changed in a slice is a [`difference`] of lines;
//! nobody signs that, for what comes out of it must have the name that the index says. Slices and differences travel packed ([`pack`]).
//!
//! It promises that nothing that is read here costs more than its bound, and that a slice with its name is the slice that was signed. It
//! fetches and keeps nothing. Start reading at [`SliceIndex`].

pub mod difference;
mod error;
mod index;
mod lines;
mod packed;

pub use error::SliceError;
pub use index::{Slice, SliceIndex};
pub use lines::{Joined, Lines, join};
pub use packed::{pack, unpack};

use sha2::{Digest, Sha256};

/// The name of the index among the targets of the nation's repository (TUF 1.0, 4.5). The operator's own role signs it.
pub const INDEX_TARGET: &str = "catalogue/index.json";

/// The most bytes of an index that are read: ten times what a nation of 400 cities needs.
pub const MOST_INDEX_BYTES: u64 = 1 << 20;

/// The most bytes of one slice as text: twenty times what a city of 10,000 services needs.
pub const MOST_SLICE_BYTES: u64 = 256 << 20;

/// The name of a text: its SHA-256 in lower-case hexadecimal digits.
#[must_use]
pub fn name_of(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}
