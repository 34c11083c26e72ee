//! What an opening gives, and how fresh it is.

use std::collections::BTreeSet;

use fingertip_bundle::Bundle;
use fingertip_standard::{Capability, RunningApp};
use jiff::Timestamp;

use crate::BundleError;

/// A bundle whose bytes a department signed, with its identity.
#[derive(Debug, Clone)]
pub struct VerifiedBundle {
    /// Who it is: stamped on everything that it does.
    pub running: RunningApp,
    /// What is in it.
    pub bundle: Bundle,
    /// What the store granted.
    pub grants: BTreeSet<Capability>,
    /// When the repository last confirmed it.
    pub verified_at: Timestamp,
    /// Whether the repository confirmed it just now, and if not, why.
    pub freshness: Freshness,
}

/// Whether the repository confirmed a bundle just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// It did, within the last minute.
    Confirmed,
    /// It did not: this is the bundle as it was kept, within its grace.
    Kept(WhyKept),
}

/// Why a bundle was opened as it was kept. None of it is the person's fault, and none is called tampering: a kept bundle that
/// was verified does not become worse by what somebody else answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyKept {
    /// The repository cannot be reached, or the connection broke off.
    Offline,
    /// The repository did not answer in the time that a person waits; the refresh goes on behind.
    Slow,
    /// The repository's server answered that it has a problem.
    ServerFailed,
    /// Something else answered: the start page of a network.
    Page,
    /// What was answered is older than what this device knows.
    Older,
    /// What was answered has run out, or this device's clock is wrong.
    Expired,
    /// What was answered is not signed by whom this device trusts, or is not what was signed.
    NotTrusted,
    /// The department's newest version cannot be opened.
    NewestUnusable,
    /// This device could not read or write.
    Disk,
}

impl WhyKept {
    /// The Fluent message that says so to the person.
    #[must_use]
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Offline | Self::Slow | Self::Page => "told-kept-offline",
            Self::ServerFailed | Self::Older | Self::NotTrusted => "told-kept-directory",
            Self::Expired => "told-kept-clock",
            Self::NewestUnusable => "told-kept-newest",
            Self::Disk => "told-kept-disk",
        }
    }

    pub(crate) fn of(error: &BundleError) -> Self {
        match error {
            BundleError::Offline | BundleError::GraceOver { .. } | BundleError::Interrupted => Self::Offline,
            BundleError::ServerFailed { .. } => Self::ServerFailed,
            BundleError::NoRepository => Self::Page,
            BundleError::Older { .. } => Self::Older,
            BundleError::Expired { .. } => Self::Expired,
            BundleError::NotTrusted { .. }
            | BundleError::Changed { .. }
            | BundleError::ChangedHere { .. } => Self::NotTrusted,
            BundleError::NotPublished { .. } | BundleError::Format(_) => Self::NewestUnusable,
            BundleError::Disk(_) => Self::Disk,
        }
    }
}

/// How much of a bundle is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes so far, those of an earlier try among them.
    pub bytes: u64,
    /// Bytes in all.
    pub of: u64,
}
