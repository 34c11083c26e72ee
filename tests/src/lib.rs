//! What the tests share: a nation to live in, a person to live there, and the journey that `demo --check` walks.
//!
//! Everything here is the real thing: a platform over HTTP, a signed repository, the core. Nothing is mocked.

pub mod bus;
pub mod card;
pub mod journey;
pub mod nation;
pub mod person;
#[path = "../../mini-apps/registry.rs"]
pub mod registry;
