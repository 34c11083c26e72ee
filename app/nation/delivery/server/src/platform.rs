//! What the platform's doors share: its store, its departments, its issuers, its secrets.

use std::{sync::Arc, time::Duration};

use fingertip_calendar::WorkingDays;
use fingertip_cases::{joint, ratings::Limit};
use fingertip_catalogue::offered::Shelf;
use fingertip_contract::api::PlatformInfo;
use fingertip_departments::Departments;
use fingertip_kit::{Issuers, keys::SigningKey};
use fingertip_standard::DepartmentId;
use fingertip_store::Database;
use jiff::Timestamp;

use crate::{
    breaker::Breakers, limits::Gates, metrics::Metrics, published::Published, readiness::Readiness,
    switches::SwitchFile, uses::Uses,
};

/// The running platform.
pub(crate) struct Platform {
    pub(crate) info: PlatformInfo,
    /// What is switched off now.
    pub(crate) switches: SwitchFile,
    /// Where the outside finds this platform, without a slash at the end: for whom proofs are made.
    pub(crate) url: String,
    /// Which mini-apps the departments have published, where that is known.
    pub(crate) published: Published,
    pub(crate) database: Database,
    pub(crate) departments: Arc<Departments>,
    /// Checks persons' tokens, each by its own issuer.
    pub(crate) issuers: Issuers,
    /// The issuer whose people were here before there were others.
    pub(crate) first_issuer: String,
    /// Which departments are left alone for a while.
    pub(crate) breakers: Breakers,
    /// How much is answered to whom.
    pub(crate) gates: Arc<Gates>,
    pub(crate) metrics: Arc<Metrics>,
    /// Whether requests are to be sent here.
    pub(crate) readiness: Arc<Readiness>,
    /// Asks the departments.
    pub(crate) client: reqwest::Client,
    /// Signs what the departments are told and asked.
    pub(crate) key: Arc<SigningKey>,
    pub(crate) operator_token: String,
    pub(crate) pairwise_secret: String,
    /// How long a code for a helper is taken.
    pub(crate) helper_code_lifetime: Duration,
    pub(crate) working_days: Arc<WorkingDays>,
    /// In how many working days a bad rating is answered.
    pub(crate) follow_up_days: u16,
    /// Tells the time of what happens in a case.
    pub(crate) now: fn() -> Timestamp,
    /// How often services are used.
    pub(crate) uses: Uses,
    /// The catalogue as it is offered.
    pub(crate) shelf: Shelf,
}

impl Platform {
    /// What joint cases are moved on with.
    pub(crate) fn around_joint(&self) -> joint::Around<'_> {
        joint::Around {
            now: (self.now)(),
            departments: &self.departments,
            working_days: &self.working_days,
            pairwise_secret: &self.pairwise_secret,
        }
    }

    /// Tells departments that there is something new for them.
    pub(crate) fn wake(&self, departments: &[DepartmentId]) {
        for registered in departments.iter().filter_map(|id| self.departments.find(id)) {
            registered.wake.notify_one();
        }
    }

    /// By when a department has to answer for a bad rating.
    pub(crate) fn follow_up_limit(&self) -> Limit<'_> {
        Limit { days: self.follow_up_days, working_days: &self.working_days }
    }
}
