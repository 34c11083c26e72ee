//! What the person is reminded of, as it is kept.

use fingertip_standard::{AppId, DepartmentId, ServiceId};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// How long one stays that the person has been told: 90 days.
const STAYS: SignedDuration = SignedDuration::from_hours(90 * 24);

/// One thing that a mini-app reminds the person of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// Its name on this device.
    pub number: u64,
    /// Whose mini-app reminds.
    pub department: DepartmentId,
    /// Which.
    pub app: AppId,
    /// The service by whose name the person knows it.
    #[serde(default)]
    pub service: Option<ServiceId>,
    /// When.
    pub at: Timestamp,
    /// What it says, in the words in which the person read it.
    pub title: String,
    /// More of it.
    #[serde(default)]
    pub detail: Option<String>,
    /// The entry of the mini-app that it opens.
    pub opens: String,
    /// Whether the person was told.
    #[serde(default)]
    pub is_told: bool,
}

impl Reminder {
    /// Whether its time has come.
    #[must_use]
    pub fn is_due(&self, now: Timestamp) -> bool {
        self.at <= now
    }

    /// Whether it was told so long ago that nobody looks for it.
    pub(crate) fn is_over(&self, now: Timestamp) -> bool {
        self.is_told && now.duration_since(self.at) > STAYS
    }

    /// Whether both remind of the same: a mini-app that asks again adds nothing.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let own = |one: &Self| (one.department.clone(), one.app.clone(), one.at, one.opens.clone());
        own(self) == own(other) && self.title == other.title
    }
}
