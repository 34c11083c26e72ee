//! What becomes of a device whose refresh goes wrong.

mod common;
mod cuts;
mod index;
mod weather;
