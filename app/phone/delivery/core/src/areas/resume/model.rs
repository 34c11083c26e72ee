//! What is kept of what the person is in the middle of.

use std::collections::BTreeMap;

use fingertip_host::{Arrival, Place};
use fingertip_standard::{AppId, DepartmentId, ServiceId, events::Origin};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::areas::mini_app::model::OpenMiniApp;

/// How long after the last step a start goes back there.
const RESUME: SignedDuration = SignedDuration::from_mins(30);
/// The longest text of a field that is kept, in bytes. Nobody types more; what is pasted can be pasted again.
const FIELD_BYTES: usize = 16 << 10;

/// Whether what happened at `at` was a moment ago. A clock that was put back makes nothing recent.
#[must_use]
pub fn is_recent(at: Timestamp, now: Timestamp) -> bool {
    (SignedDuration::ZERO..RESUME).contains(&now.duration_since(at))
}

/// What stands in the fields of one screen of the shell: the one on which the person is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    /// The screen's place.
    pub place: String,
    /// When something was typed last.
    pub at: Timestamp,
    /// What was typed, by the names of the fields. A field that was emptied is not among them.
    pub fields: BTreeMap<String, String>,
}

impl Default for Typed {
    fn default() -> Self {
        Self { place: String::new(), at: Timestamp::UNIX_EPOCH, fields: BTreeMap::new() }
    }
}

impl Typed {
    /// What stands in a field of the screen at `place`; empty where nothing does.
    #[must_use]
    pub fn of(&self, place: &str, field: &str) -> &str {
        let own = (self.place == place).then(|| self.fields.get(field)).flatten();
        own.map_or("", String::as_str)
    }

    /// The person typed `text` in a field of the screen at `place`; what stood on another screen is gone with it.
    pub(crate) fn take(&mut self, place: String, field: &str, text: String, now: Timestamp) {
        if self.place != place {
            *self = Self { place, ..Self::default() };
        }
        self.at = now;
        if text.is_empty() || text.len() > FIELD_BYTES {
            self.fields.remove(field);
        } else {
            self.fields.insert(field.to_owned(), text);
        }
    }
}

/// A mini-app that was open, and how it came to be: enough to open it again where it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOpen {
    /// The service that it was opened for.
    pub service: Option<ServiceId>,
    /// Whose it must be.
    pub department: DepartmentId,
    /// Which it must be.
    pub app: AppId,
    /// Its entry.
    pub route: String,
    /// The parameters of its entry.
    pub params: Vec<(String, String)>,
    /// Who opened it.
    pub origin: Origin,
    /// Whose mini-app and which, where one opened it.
    pub caller: Option<(DepartmentId, AppId)>,
    /// The version that it must be, where the link named one.
    pub version: Option<String>,
    /// When the person was last seen there.
    pub at: Timestamp,
}

impl LeftOpen {
    /// What is open now. None where the person acts for another: that is over with the run.
    pub(crate) fn of(open: &OpenMiniApp, now: Timestamp) -> Option<Self> {
        let (place, arrival) = (open.place().clone(), open.arrival().clone());
        arrival.on_behalf.is_none().then_some(Self {
            service: place.service,
            department: place.department,
            app: place.app,
            route: place.route,
            params: arrival.params,
            origin: arrival.origin,
            caller: arrival.caller,
            version: arrival.version,
            at: now,
        })
    }

    /// Where it is opened, and how.
    pub(crate) fn open(self) -> (Place, Arrival) {
        let Self { service, department, app, route, params, origin, caller, version, at: _ } = self;
        (
            Place { service, department, app, route },
            Arrival { params, origin, caller, version, on_behalf: None },
        )
    }

    /// Under which the draft of what was open is kept.
    pub(crate) fn draft_key(&self) -> String {
        let (place, arrival) = self.clone().open();
        arrival.draft_key(&place.route)
    }
}
