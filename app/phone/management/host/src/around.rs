//! What a decision about an open mini-app rests on beside itself.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use fingertip_locale::{Formatter, RegionNames};
use fingertip_standard::{
    Address, Capability, ClaimName, DepartmentId, LocalText, OperationId, RegionCode, ServiceId,
    StandingConsent, limits,
};
use fingertip_typed::Nation;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
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

/// A document, as a person knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// What it is called.
    pub title: LocalText,
    /// Who issued it, as it says itself.
    pub issuer: DepartmentId,
    /// The name on it.
    pub holder: String,
    /// The number on it.
    pub number: String,
    /// Its signed form, a compact JWS (RFC 7515).
    pub jws: String,
}

/// The person's documents.
pub trait Papers {
    /// Those of these kinds that the person has, the newest first.
    fn of_kinds(&self, kinds: &[String]) -> Vec<Paper>;
    /// What a signed document says; nobody has checked who signed it. None where it is no document.
    fn read(&self, jws: &str) -> Option<Paper>;
}

/// Who reads what a mini-app says.
pub trait Reader {
    /// How texts are made, in the person's language and display.
    fn formatter(&self) -> Formatter;
    /// What regions are called.
    fn region_names(&self) -> RegionNames;
}

/// What the nation lays down for every mini-app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NationRules {
    /// The operations of departments that change something: they are called by a hand.
    pub changing: BTreeMap<DepartmentId, BTreeSet<OperationId>>,
    /// How long a standing consent holds, in days.
    pub consent_days: u32,
    /// The nation's one time zone: a day is a day there.
    pub zone: TimeZone,
    /// What its telephone numbers, ids, postcodes and plates look like.
    pub numbers: Arc<Nation>,
}

impl NationRules {
    /// Today, where the nation is. One day counts everywhere: on home, in records, in verifying, in mini-apps and in tests of an age.
    #[must_use]
    pub fn today(&self, now: Timestamp) -> Date {
        now.to_zoned(self.zone.clone()).date()
    }

    /// Whether an operation of the department changes something.
    #[must_use]
    pub fn changes(&self, department: &DepartmentId, operation: &OperationId) -> bool {
        self.changing.get(department).is_some_and(|own| own.contains(operation))
    }
}

impl Default for NationRules {
    fn default() -> Self {
        Self {
            changing: BTreeMap::new(),
            consent_days: limits::CONSENT_DAYS,
            zone: TimeZone::UTC,
            numbers: Arc::new(Nation::built_in()),
        }
    }
}

/// The person, the nation's links and rules and the time, as they are when something happens.
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
    /// The person's documents.
    pub papers: &'a dyn Papers,
    /// Who reads what a sheet shows of the mini-app's own words.
    pub reader: &'a dyn Reader,
    /// What the nation lays down.
    pub rules: &'a NationRules,
    /// What this shell has no way to do: it is answered as failed at once, for nobody is asked for nothing.
    pub lacks: &'a [Capability],
    /// What is not given now, as if the person had said no: while they act for another, what is theirs or would be done as theirs.
    pub withheld: &'a [Capability],
}
