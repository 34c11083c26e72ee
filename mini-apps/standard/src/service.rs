//! What a nation offers: regions, departments, services. The fields follow GB/T 39046-2020
//! (government service item codes and elements) where it names them.

use serde::{Deserialize, Serialize};

use crate::{AppId, DepartmentId, LocalText, RegionCode, ServiceId};

/// How far up a region stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
}

/// An administrative division.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
}

/// A department that offers services and publishes mini-apps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
}

/// What a service is about. Closed, so that every theme has a name and an icon in the shell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
    /// Everything else.
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

/// A service that a person can ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// How many people ask for it, relative to the others; orders equal search results.
    #[serde(default)]
    pub demand: u32,
    /// Whether it stands in the grid of high-demand services.
    #[serde(default)]
    pub is_high_demand: bool,
    /// Where it is done online.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mini_app: Option<MiniAppEntry>,
}

/// Everything a nation offers, at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogue {
    /// Every region that a service or a person can name.
    pub regions: Vec<Region>,
    /// Every department.
    pub departments: Vec<Department>,
    /// Every service.
    pub services: Vec<Service>,
}

impl Catalogue {
    /// The department with this id.
    #[must_use]
    pub fn department(&self, id: &DepartmentId) -> Option<&Department> {
        self.departments.iter().find(|department| department.id == *id)
    }

    /// The region with this code.
    #[must_use]
    pub fn region(&self, code: &RegionCode) -> Option<&Region> {
        self.regions.iter().find(|region| region.code == *code)
    }

    /// The service with this id.
    #[must_use]
    pub fn service(&self, id: &ServiceId) -> Option<&Service> {
        self.services.iter().find(|service| service.id == *id)
    }

    /// Whether a service of `offered` reaches a person in `home`: the same region or one above it.
    #[must_use]
    pub fn reaches(&self, offered: &RegionCode, home: &RegionCode) -> bool {
        let mut at = Some(home);
        // The depth of divisions is small; the bound ends the walk in a damaged catalogue with a cycle.
        for _ in 0..8 {
            let Some(code) = at else { return false };
            if code == offered {
                return true;
            }
            at = self.region(code).and_then(|region| region.parent.as_ref());
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn region(code: &str, parent: Option<&str>, level: RegionLevel) -> Region {
        let code_of = |text: &str| RegionCode::new(text).expect("a test's region code");
        Region { code: code_of(code), name: LocalText::single("en", code), parent: parent.map(code_of), level }
    }

    #[test]
    fn a_service_reaches_its_region_and_all_below() {
        let catalogue = Catalogue {
            regions: vec![
                region("100000", None, RegionLevel::Nation),
                region("440000", Some("100000"), RegionLevel::Province),
                region("440100", Some("440000"), RegionLevel::Prefecture),
                region("450000", Some("100000"), RegionLevel::Province),
            ],
            ..Catalogue::default()
        };
        let code = |text: &str| RegionCode::new(text).expect("a test's region code");
        assert!(catalogue.reaches(&code("100000"), &code("440100")));
        assert!(catalogue.reaches(&code("440000"), &code("440100")));
        assert!(!catalogue.reaches(&code("450000"), &code("440100")));
        assert!(!catalogue.reaches(&code("440100"), &code("440000")));
    }

    #[test]
    fn a_cycle_of_regions_ends() {
        let catalogue = Catalogue {
            regions: vec![region("aa", Some("bb"), RegionLevel::Province), region("bb", Some("aa"), RegionLevel::Province)],
            ..Catalogue::default()
        };
        let code = |text: &str| RegionCode::new(text).expect("a test's region code");
        assert!(!catalogue.reaches(&code("cc"), &code("aa")));
    }
}
