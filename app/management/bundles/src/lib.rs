//! Mini-app bundles: packed to the byte the same, signed by departments in a TUF repository, verified on the device.
//!
//! It promises that bytes become a [`Bundle`] only through [`BundleClient`], which has checked signatures, hash and
//! freshness, and that a verified bundle opens without a network. It never runs one. Start reading at
//! [`BundleClient::open`] for the device's side, and at [`pack`] and [`Publisher`] for the department's.

mod bundle;
mod client;
mod error;
mod offline;
#[cfg(feature = "publish")]
mod pack;
#[cfg(feature = "publish")]
mod publish;

pub use bundle::Bundle;
pub use client::{BundleClient, BundleClientOptions, VerifiedBundle};
pub use error::BundleError;
#[cfg(feature = "publish")]
pub use pack::{PackError, pack};
#[cfg(feature = "publish")]
pub use publish::{PublishError, Publisher, Release};

use fingertip_standard::{AppId, DepartmentId};

/// The name of a mini-app's target in the repository: under its department's prefix, which is all that the
/// department's role may sign.
#[must_use]
pub fn target_name(department: &DepartmentId, app: &AppId) -> String {
    format!("{department}/{app}.ma")
}
