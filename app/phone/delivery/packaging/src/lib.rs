//! The packages of phones: what Android and iOS are told of the app, drawn and written from one source each, and judged.
//!
//! It promises that what it judges good is well-formed, allows no cleartext, no backup and no debugger, and asks for nothing without a
//! reason in every language of the shell. It builds nothing: `cargo xtask android` and `cargo xtask ios` do, with the systems' own tools.
//! Start reading at [`Project`], then [`RULES`] and [`assemble_android`].

mod assemble;
mod generated;
mod icon;
mod mastg;
mod project;
mod rules;
mod strings;

pub use assemble::{Release, assemble_android, assemble_ios};
pub use generated::{File, generated, pictures};
pub use mastg::{Check, MASTG};
pub use project::{Project, folder};
pub use rules::{PERMISSIONS, RULES, Rule, judge};
