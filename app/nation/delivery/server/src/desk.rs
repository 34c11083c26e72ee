//! What a department does at the platform, for whichever way it comes in: its programs' doors and its officers' console.

pub(crate) mod cases;
pub(crate) mod letters;
pub(crate) mod ratings;
