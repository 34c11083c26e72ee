//! Mini-app bundles on the citizen's device: fetched from a TUF repository, verified, kept, opened without a network.
//!
//! It promises that bytes become a [`VerifiedBundle`] only through [`BundleClient`], which has checked signatures, hash
//! and freshness, and that a verified bundle opens offline. It never runs one. Start reading at [`BundleClient::open`].

mod client;
mod error;
mod offline;

pub use client::{BundleClient, BundleClientOptions, VerifiedBundle};
pub use error::BundleError;
pub use fingertip_bundle::{Bundle, Code};
