//! What a nation offers: regions, departments, services. The fields follow GB/T 39046-2020
//! (government service item codes and elements) where it names them.

use jiff::{Timestamp, civil::Date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use fingertip_standard::{AppId, DepartmentId, LifeEventId, LocalText, RegionCode, ServiceId};

use crate::{Alert, LifeEvent, ServiceItem};

/// How far up a region stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RegionLevel {
    /// The whole nation.
    Nation,
    /// A province, municipality or autonomous region.
    Province,
    /// A prefecture-level city or prefecture.
    Prefecture,
    /// A county, district or county-level city.
    County,
    /// A town, township or street (GB/T 10114).
    Township,
    /// What a newer platform knows; kept and written back as it came.
    #[serde(untagged)]
    Unknown(String),
}

/// An administrative division.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Region {
    /// Its code.
    pub code: RegionCode,
    /// Its name.
    pub name: LocalText,
    /// The region it belongs to; none for the nation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<RegionCode>,
    /// How far up it stands.
    pub level: RegionLevel,
    /// The first day on which its code holds (GB/T 2260); none where it always did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Date>,
    /// The last day on which its code holds; none where it still does. Addresses and people from before are still understood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Date>,
    /// Which region it became part of, or which code it has now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub successor: Option<RegionCode>,
}

impl Region {
    /// A region whose code always held and still does.
    #[must_use]
    pub fn new(code: RegionCode, name: LocalText, parent: Option<RegionCode>, level: RegionLevel) -> Self {
        Self { code, name, parent, level, valid_from: None, valid_until: None, successor: None }
    }

    /// Whether its code holds on `day`: whether it can be chosen.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_until.is_none_or(|until| day <= until)
    }
}

/// A department that offers services and publishes mini-apps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Department {
    /// Its id, also the name of its publishing role.
    pub id: DepartmentId,
    /// Its name.
    pub name: LocalText,
    /// Where it governs.
    pub region: RegionCode,
    /// The reverse-DNS prefix under which its mini-apps are named; empty where it publishes none.
    #[serde(default)]
    pub prefix: String,
    /// The line a person can call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Whether that line answers for every department (in China 12345).
    #[serde(default)]
    pub answers_for_all: bool,
}

impl Department {
    /// A department that publishes no mini-app and has no line.
    #[must_use]
    pub fn new(id: DepartmentId, name: LocalText, region: RegionCode) -> Self {
        Self { id, name, region, prefix: String::new(), phone: None, answers_for_all: false }
    }
}

/// What a service is about. Closed, so that every theme has a name and an icon in the shell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// Schools, exams, certificates of learning.
    Education,
    /// Insurance cards, pensions, benefits.
    SocialSecurity,
    /// Hospitals, insurance for the sick, vaccinations.
    Healthcare,
    /// Taxes and invoices.
    Taxation,
    /// Buses, licences, vehicles.
    Transport,
    /// Water, power, gas, heat.
    Utilities,
    /// Marriage, birth, old age, disability.
    CivilAffairs,
    /// Homes, provident fund, property.
    Housing,
    /// Household registration, identity, travel papers.
    PublicSecurity,
    /// Work and skills.
    Employment,
    /// Founding and running a business.
    Business,
    /// Courts, notaries, legal aid.
    Justice,
    /// Nature, pollution, land.
    Environment,
    /// Farms and the countryside.
    Agriculture,
    /// Culture, sport, travel.
    Culture,
    /// Everything else, also what a newer catalogue knows.
    #[serde(other)]
    Other,
}

impl Theme {
    /// All themes in the order in which a catalogue shows them.
    pub const ALL: [Self; 16] = [
        Self::Education,
        Self::SocialSecurity,
        Self::Healthcare,
        Self::Taxation,
        Self::Transport,
        Self::Utilities,
        Self::CivilAffairs,
        Self::Housing,
        Self::PublicSecurity,
        Self::Employment,
        Self::Business,
        Self::Justice,
        Self::Environment,
        Self::Agriculture,
        Self::Culture,
        Self::Other,
    ];
}

/// The mini-app in which a service is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MiniAppEntry {
    /// The mini-app.
    pub app: AppId,
    /// The entry route of its manifest.
    #[serde(default = "first_route")]
    pub route: String,
}

fn first_route() -> String {
    "/".to_owned()
}

/// What a service rests on (GB/T 39046-2020, 设定依据).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LegalBasis {
    /// The law's or rule's name, with its clause.
    pub title: LocalText,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// Why a service cannot be done online at the moment; its guide stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Outage {
    /// What the department says.
    pub reason: LocalText,
    /// When it is over; none where nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
}

impl Outage {
    /// Whether it still lasts.
    #[must_use]
    pub fn lasts(&self, now: Timestamp) -> bool {
        self.until.is_none_or(|until| now < until)
    }
}

/// What people typed before they took a service, counted over all of them by who publishes the catalogue. What only a few typed does not belong
/// here: it may tell of one of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Asked {
    /// As it was typed.
    pub text: String,
    /// How many took this service then.
    pub count: u32,
}

/// A service that a person can ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Service {
    /// Its id in the catalogue.
    pub id: ServiceId,
    /// Its name.
    pub name: LocalText,
    /// One or two sentences on what it is for.
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub summary: LocalText,
    /// Who does it.
    pub department: DepartmentId,
    /// Where it is offered: this region and all below it.
    pub region: RegionCode,
    /// What it is about.
    pub theme: Theme,
    /// Other words by which people look for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// What people asked who then took it: it is found by what is asked alike.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<Asked>,
    /// Who may ask for it and when.
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub conditions: LocalText,
    /// The documents it asks for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<LocalText>,
    /// What it costs; empty where the catalogue does not say.
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub fee: LocalText,
    /// Working days that the law allows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statutory_days: Option<u16>,
    /// Working days that the department promises.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised_days: Option<u16>,
    /// What it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub legal_basis: Vec<LegalBasis>,
    /// How many people ask for it, relative to the others; orders equal search results.
    #[serde(default)]
    pub demand: u32,
    /// Whether editors have put it in the grid of high-demand services, before what many people use ([`crate::use_counts`]).
    #[serde(default)]
    pub is_high_demand: bool,
    /// Whether it stays out of that grid, however many use it: what nobody wants to be offered there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_never_high_demand: bool,
    /// Where it is done online.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mini_app: Option<MiniAppEntry>,
    /// Why it cannot be done online at the moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outage: Option<Outage>,
    /// What the standard says of it besides.
    #[serde(default, skip_serializing_if = "ServiceItem::is_empty")]
    pub item: ServiceItem,
}

impl Service {
    /// A service of which nothing else is said.
    #[must_use]
    pub fn new(
        id: ServiceId,
        name: LocalText,
        department: DepartmentId,
        region: RegionCode,
        theme: Theme,
    ) -> Self {
        Self {
            id,
            name,
            summary: LocalText::default(),
            department,
            region,
            theme,
            keywords: Vec::new(),
            asked: Vec::new(),
            conditions: LocalText::default(),
            documents: Vec::new(),
            fee: LocalText::default(),
            statutory_days: None,
            promised_days: None,
            legal_basis: Vec::new(),
            demand: 0,
            is_high_demand: false,
            is_never_high_demand: false,
            mini_app: None,
            outage: None,
            item: ServiceItem::default(),
        }
    }
}

/// What a nation's editors answer to a question, before all that is found by its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BestBet {
    /// The question as people type it. Capitals, blanks, punctuation and ways of writing do not matter; every word does.
    pub question: String,
    /// The same in other words, or in other languages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// The services that answer, best first.
    pub services: Vec<ServiceId>,
}

/// Everything a nation offers, at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Catalogue {
    /// Every region that a service or a person can name.
    pub regions: Vec<Region>,
    /// Every department.
    pub departments: Vec<Department>,
    /// Every service.
    pub services: Vec<Service>,
    /// What happens in a life, with the services that it needs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub life_events: Vec<LifeEvent>,
    /// What everybody in a region has to know now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alerts: Vec<Alert>,
    /// What citizens say for what services are called, as the nation's editors keep it: a line a rule, `- search: 驾照 => 驾驶证`. Directions
    /// are `search` (changes what is asked), `index` (what a text answers to) and `both`, as in GOV.UK's `synonyms.yml`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub synonyms: String,
    /// What editors answer to questions that search alone does not answer well enough.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub best_bets: Vec<BestBet>,
}

impl Catalogue {
    /// The department with this id.
    #[must_use]
    pub fn department(&self, id: &DepartmentId) -> Option<&Department> {
        self.departments.iter().find(|department| department.id == *id)
    }

    /// The department whose line answers for all, where there is one.
    #[must_use]
    pub fn hotline(&self) -> Option<&Department> {
        self.departments.iter().find(|department| department.answers_for_all && department.phone.is_some())
    }

    /// The region with this code.
    #[must_use]
    pub fn region(&self, code: &RegionCode) -> Option<&Region> {
        self.regions.iter().find(|region| region.code == *code)
    }

    /// The region that stands for `code` on `day`: itself while it holds, else what it became.
    #[must_use]
    pub fn region_on(&self, code: &RegionCode, day: Date) -> Option<&Region> {
        let mut region = self.region(code)?;
        // A chain of successors is short, and one that never ends is a mistake.
        for _ in 0..8 {
            match region.successor.as_ref().filter(|_| !region.holds_on(day)) {
                Some(next) => region = self.region(next)?,
                None => break,
            }
        }
        Some(region)
    }

    /// The regions that can be chosen on `day`.
    pub fn regions_on(&self, day: Date) -> impl Iterator<Item = &Region> {
        self.regions.iter().filter(move |region| region.holds_on(day))
    }

    /// The service with this id.
    #[must_use]
    pub fn service(&self, id: &ServiceId) -> Option<&Service> {
        self.services.iter().find(|service| service.id == *id)
    }

    /// The life event with this id.
    #[must_use]
    pub fn life_event(&self, id: &LifeEventId) -> Option<&LifeEvent> {
        self.life_events.iter().find(|event| event.id == *id)
    }

    /// The alerts for a person in `home`, or for everybody where that is not known, the worst first.
    #[must_use]
    pub fn alerts_in(&self, home: Option<&RegionCode>, now: Timestamp) -> Vec<&Alert> {
        let concerns = |alert: &Alert| match (&alert.region, home) {
            (Some(region), Some(home)) => self.reaches(region, home),
            (Some(region), None) => self.region(region).is_none_or(|region| region.parent.is_none()),
            (None, _) => true,
        };
        let mut alerts: Vec<_> = self
            .alerts
            .iter()
            .filter(|alert| alert.is_for_people() && alert.is_in_force(now) && concerns(alert))
            .collect();
        // What is meant stands before every drill.
        alerts.sort_by_key(|alert| (alert.is_drill(), alert.severity.rank()));
        alerts
    }

    /// Whether a service of `offered` reaches a person in `home`: the same region or one above it.
    #[must_use]
    pub fn reaches(&self, offered: &RegionCode, home: &RegionCode) -> bool {
        self.and_above(home).any(|code| code == offered)
    }

    /// A region and those that it is in, the nearest first.
    pub fn and_above<'a>(&'a self, code: &'a RegionCode) -> impl Iterator<Item = &'a RegionCode> {
        // The depth of divisions is small; the bound ends the walk in a damaged catalogue with a cycle.
        std::iter::successors(Some(code), |code| self.region(code)?.parent.as_ref()).take(8)
    }
}

#[cfg(test)]
mod tests;
