//! The one door to the national platform, spoken to over HTTP.
//!
//! It promises that it alone knows paths, problem codes and bodies, that an answer that makes no sense is an error and
//! never a panic, and that only what cannot be done twice by it is sent twice, and that a request
//! ends early only when nothing of it moves ([`Limits`]). It keeps no token: a [`TokenSource`] gives
//! one, and another when the first is not taken; it goes to the platform's own origin and to where it says that bills are paid, over
//! `https` alone. Start reading at [`Platform`], then [`PlatformError`].

mod client;
mod error;
mod http;
mod progress;
mod slices;
mod token;
mod upload;

pub use client::{CaseList, KnownCatalogue, Platform};
pub use error::{PlatformError, RetryAfter, proof_message};
pub use progress::Limits;
pub use token::{Credentials, Target, TokenSource};
pub use upload::FileToUpload;
