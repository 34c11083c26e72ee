//! What a decision about an open mini-app rests on beside itself.

use std::collections::BTreeMap;

use fingertip_standard::{Address, ClaimName, DepartmentId, RegionCode, ServiceId, StandingConsent};
use jiff::Timestamp;
use url::Url;

/// Where a mini-app wants the person to go.
#[derive(Debug, Clone, PartialEq)]
pub enum Destination {
    /// Another mini-app's entry.
    MiniApp {
        /// Whose it is.
        department: DepartmentId,
        /// The service of the catalogue by whose name the person knows it.
        service: ServiceId,
        /// The entry.
        address: Address,
    },
    /// A page of the web.
    Web(Url),
}

/// Knows where links lead.
pub trait Links {
    /// Where `link` leads.
    ///
    /// # Errors
    /// The code by which the mini-app is told that it leads nowhere.
    fn find(&self, link: &str) -> Result<Destination, &'static str>;
}

/// The person, the nation's links and the time, as they are when something happens.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// Now; the only clock.
    pub now: Timestamp,
    /// The facts about the person who is signed in; none where nobody is.
    pub facts: Option<&'a BTreeMap<ClaimName, String>>,
    /// What the person agreed to before.
    pub consents: &'a [StandingConsent],
    /// Where the person lives.
    pub region: Option<&'a RegionCode>,
    /// Where links lead.
    pub links: &'a dyn Links,
}
