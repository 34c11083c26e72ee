//! What a department does at the platform: with its cases, and with what it did not take.

pub(super) mod cases;
pub(super) mod dead_letters;
pub(super) mod ratings;
