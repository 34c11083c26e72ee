//! Joint cases: one form received once, its steps begun as cases of their departments when their turn has come, documents handed from one to
//! the next, all of it shown on one line.
//!
//! It promises that a step begins once and only after what it depends on was decided in the person's favour, that a department is given
//! those answers, files, facts and documents that its step names and no others, and that what the person said is forgotten when no step can
//! need it any more. Start reading at [`submission`], then [`settle`]; [`order`] has the rules.

mod around;
mod begin;
mod content;
mod order;
pub mod settle;
mod skip;
pub mod submission;
pub mod sweep;
pub mod view;
pub mod withdrawal;

pub use around::Around;
