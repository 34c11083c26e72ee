//! The person of every journey.

use std::{collections::BTreeMap, sync::Arc};

use fingertip_host::{Around, Destination, Links, NationRules, Paper, Papers, Reader};
use fingertip_locale::{Formatter, RegionNames, shell_messages};
use fingertip_standard::{
    ClaimName, DepartmentId, Link, LocalText, RegionCode, ServiceId, StandingConsent, events::Display,
};
use jiff::{Timestamp, tz::TimeZone};

/// Facts about the person of every journey, for claims that the table does not answer.
pub(crate) const FACTS: [(&str, &str); 8] = [
    ("name", "张伟"),
    ("id-number", "11010519491231002X"),
    ("birth-date", "1949-12-31"),
    ("phone", "13800138000"),
    ("email", "zhang.wei@example.cn"),
    ("address", "广州市越秀区东风中路100号"),
    ("gender", "male"),
    ("nationality", "CHN"),
];

/// What the host asks about the person, and the world around them.
pub struct Person {
    now: Timestamp,
    facts: Option<BTreeMap<ClaimName, String>>,
    /// What they agreed to.
    pub consents: Vec<StandingConsent>,
    region: Option<RegionCode>,
    links: Nation,
    /// In which language and display they read.
    pub reading: Reading,
    rules: NationRules,
}

impl Person {
    /// Somebody who lives there, in a nation of one department.
    #[must_use]
    pub fn new(
        now: Timestamp,
        is_signed_in: bool,
        region: Option<RegionCode>,
        department: DepartmentId,
        reading: Reading,
    ) -> Self {
        let facts = is_signed_in.then(facts);
        Self {
            now,
            facts,
            consents: Vec::new(),
            region,
            links: Nation(department),
            reading,
            rules: NationRules::default(),
        }
    }

    /// As the host sees it.
    #[must_use]
    pub fn around(&self) -> Around<'_> {
        Around {
            now: self.now,
            facts: self.facts.as_ref(),
            consents: &self.consents,
            region: self.region.as_ref(),
            links: &self.links,
            papers: &self.links,
            reader: &self.reading,
            rules: &self.rules,
            lacks: &[],
            withheld: &[],
        }
    }

    /// They sign in.
    pub fn sign_in(&mut self) {
        self.facts = Some(facts());
    }

    /// They sign out.
    pub fn sign_out(&mut self) {
        self.facts = None;
    }
}

fn facts() -> BTreeMap<ClaimName, String> {
    let facts =
        FACTS.iter().filter_map(|(name, value)| Some((ClaimName::new(*name).ok()?, (*value).to_owned())));
    facts.collect()
}

/// In which language and display they read. Times are those of UTC, the same on every machine, and regions are called by their codes.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The language, BCP 47.
    pub language: String,
    /// The display.
    pub display: Display,
}

impl Reader for Reading {
    fn formatter(&self) -> Formatter {
        Formatter::new(shell_messages(), self.language.clone())
            .worded(self.display.into())
            .in_zone(TimeZone::UTC)
    }

    fn region_names(&self) -> RegionNames {
        Arc::new(|_, _| None)
    }
}

/// A nation in which every mini-app is there, as one of this department.
struct Nation(DepartmentId);

impl Links for Nation {
    fn find(&self, link: &str) -> Result<Destination, &'static str> {
        match Link::parse(link, &[]).map_err(|error| error.code())? {
            Link::Web(url) => Ok(Destination::Web(url)),
            Link::MiniApp(address) => {
                let service = ServiceId::new("service").map_err(|_| "link-malformed")?;
                Ok(Destination::MiniApp { department: self.0.clone(), service, address })
            }
        }
    }
}

/// The person has one document of each kind, and what the department offers is a document.
impl Papers for Nation {
    fn of_kinds(&self, kinds: &[String]) -> Vec<Paper> {
        kinds.iter().map(|kind| self.paper(kind)).collect()
    }

    fn read(&self, jws: &str) -> Option<Paper> {
        Some(self.paper(jws))
    }
}

impl Nation {
    fn paper(&self, kind: &str) -> Paper {
        Paper {
            title: LocalText::single("en", kind),
            issuer: self.0.clone(),
            holder: String::new(),
            number: String::new(),
            jws: kind.to_owned(),
        }
    }
}
