//! What a person types, read as they meant it, and what a nation knows of its numbers. One rule for the host, both kits, the
//! publisher's tools and the platform; `conformance/typed` of the standard says how.
//!
//! It promises: what an input method or a copied page leaves in a value (full-width signs, marks of direction, dashes of every kind,
//! the groups in which a number is printed) changes nothing of what is read; and what cannot be read is given back as it was, never
//! guessed. Start reading at [`read`] and [`Nation`].

mod currency;
mod date;
mod fold;
mod han;
mod nation;
mod number;
mod text;

pub use currency::minor_digits;
pub use date::{Date, DayOrder, day, day_of_parts};
pub use fold::{fold, lines, tidy};
pub use nation::{Check, IdNumber, NameOrder, Nation};
pub use number::{Decimal, DecimalSign, amount, number};
pub use text::{TextPurpose, read};
