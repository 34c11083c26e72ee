//! Judged searches: the real sets outside the project and its own, run through the shell's search and measured.
//! Start reading at [`sets`].

pub mod asked;
pub mod bench;
pub mod data;
pub mod metrics;
pub mod run;
pub mod sets;
pub mod table;
