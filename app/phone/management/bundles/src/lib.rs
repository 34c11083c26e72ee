//! Mini-app bundles on the citizen's device: fetched from a TUF repository, verified, kept, opened without a network.
//!
//! It promises that bytes become a [`VerifiedBundle`] only through [`BundleClient`], which has checked signatures, hash
//! and freshness; that what opens a bundle is kept together and switched whole, so that a verified bundle opens offline
//! whatever became of a refresh; and that nothing is called tampering but bytes that do not agree with what was verified.
//! It never runs a bundle. Start reading at [`BundleClient::open`].

mod client;
mod disk;
mod download;
mod error;
mod fetch;
mod flight;
mod opening;
mod proof;
mod shelf;
mod verified;

pub use client::{BundleClient, BundleClientOptions, Means, Waits};
pub use disk::{DeviceDisk, Disk};
pub use error::BundleError;
pub use fingertip_bundle::{Bundle, Code};
pub use verified::{Freshness, Progress, VerifiedBundle, WhyKept};
