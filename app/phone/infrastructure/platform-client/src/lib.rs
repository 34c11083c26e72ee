//! The one door to the national platform, spoken to over HTTP.
//!
//! It promises that it alone knows paths, problem codes and bodies, and that an answer that makes no sense is an error and
//! never a panic. It keeps no token: whoever asks brings it. Start reading at [`Platform`], then [`PlatformError`].

mod client;
mod error;

pub use client::Platform;
pub use error::PlatformError;
