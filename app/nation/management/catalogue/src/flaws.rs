//! What is wrong with a catalogue as a whole: names of what is not there, ids that stand twice, circles, codes and texts that cannot be.

use std::{
    collections::{HashMap, HashSet},
    fmt,
};

use fingertip_contract::Catalogue;

mod items;
mod regions;
mod texts;

pub(crate) use regions::{above, level_of};

#[cfg(test)]
mod tests;

/// Something that is wrong with an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// In which list of the catalogue: `services`.
    pub list: &'static str,
    /// Where in it, 0 the first.
    pub idx: usize,
    /// The item's id.
    pub id: String,
    /// Which field: `theme`, `joint.steps[0].depends_on[0]`.
    pub field: String,
    /// What is wrong with it, in English, for who offers the catalogue.
    pub reason: String,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}].{}: {} {}", self.list, self.idx, self.field, self.id, self.reason)
    }
}

/// Everything that is wrong with a catalogue that is to be imported. A region that is named beside those of services may be in another file.
#[must_use]
pub fn flaws(catalogue: &Catalogue) -> Vec<Flaw> {
    let mut found = Found::default();
    references(catalogue, &mut found);
    regions::check_codes(catalogue, &mut found);
    texts::check(catalogue, &mut found);
    items::check(catalogue, &mut found);
    found.0
}

/// What nobody could offer: ids that stand twice, names of what is not there, circles, life events that nobody could end.
#[must_use]
pub fn impossible(catalogue: &Catalogue) -> Vec<Flaw> {
    let mut found = Found::default();
    references(catalogue, &mut found);
    regions_named(catalogue, &mut found);
    found.0
}

/// What was found so far.
#[derive(Debug, Default)]
struct Found(Vec<Flaw>);

impl Found {
    /// Says what is wrong with a field of the item at this place.
    fn add(&mut self, at: Place<'_>, field: impl Into<String>, reason: impl Into<String>) {
        let Place { list, idx, id } = at;
        self.0.push(Flaw { list, idx, id: id.to_owned(), field: field.into(), reason: reason.into() });
    }

    /// Every id stands once.
    fn once<'a>(&mut self, list: &'static str, field: &str, ids: impl Iterator<Item = &'a str>) {
        let mut first: HashMap<&str, usize> = HashMap::new();
        for (idx, id) in ids.enumerate() {
            if let Some(before) = first.get(id) {
                self.add(Place { list, idx, id }, field, format!("stands twice: also as {list}[{before}]"));
            } else {
                first.insert(id, idx);
            }
        }
    }
}

/// Where an item stands.
#[derive(Debug, Clone, Copy)]
struct Place<'a> {
    list: &'static str,
    idx: usize,
    id: &'a str,
}

fn references(catalogue: &Catalogue, found: &mut Found) {
    found.once("regions", "code", catalogue.regions.iter().map(|region| region.code.as_str()));
    found.once("departments", "id", catalogue.departments.iter().map(|department| department.id.as_str()));
    found.once("services", "id", catalogue.services.iter().map(|service| service.id.as_str()));
    found.once("life_events", "id", catalogue.life_events.iter().map(|event| event.id.as_str()));
    found.once("alerts", "id", catalogue.alerts.iter().map(|alert| alert.id.as_str()));
    found.once("best_bets", "question", catalogue.best_bets.iter().map(|bet| bet.question.as_str()));
    regions::check_circles(catalogue, found);
    let regions: HashSet<_> = catalogue.regions.iter().map(|region| &region.code).collect();
    let departments: HashSet<_> = catalogue.departments.iter().map(|department| &department.id).collect();
    let services: HashSet<_> = catalogue.services.iter().map(|service| &service.id).collect();
    for (idx, service) in catalogue.services.iter().enumerate() {
        let at = Place { list: "services", idx, id: service.id.as_str() };
        if !departments.contains(&service.department) {
            found.add(
                at,
                "department",
                format!("names the department {}, which is not here", service.department),
            );
        }
        if !regions.contains(&service.region) {
            found.add(at, "region", format!("names the region {}, which is not here", service.region));
        }
    }
    for (idx, event) in catalogue.life_events.iter().enumerate() {
        let at = Place { list: "life_events", idx, id: event.id.as_str() };
        for (n, service) in event.services.iter().enumerate().filter(|(_, id)| !services.contains(id)) {
            found.add(
                at,
                format!("services[{n}]"),
                format!("names the service {service}, which is not here"),
            );
        }
        for flaw in event.joint.as_ref().map(|joint| joint.check(catalogue)).unwrap_or_default() {
            found.add(at, format!("joint.{}", flaw.field), flaw.reason);
        }
    }
    for (idx, bet) in catalogue.best_bets.iter().enumerate() {
        let at = Place { list: "best_bets", idx, id: &bet.question };
        for (n, service) in bet.services.iter().enumerate().filter(|(_, id)| !services.contains(id)) {
            found.add(
                at,
                format!("services[{n}]"),
                format!("names the service {service}, which is not here"),
            );
        }
    }
}

/// Every region that is named beside those of services; in an import it may be in another file.
fn regions_named(catalogue: &Catalogue, found: &mut Found) {
    let regions: HashSet<_> = catalogue.regions.iter().map(|region| &region.code).collect();
    let above = catalogue.regions.iter().enumerate().filter_map(|(idx, region)| {
        Some((Place { list: "regions", idx, id: region.code.as_str() }, "parent", region.parent.as_ref()?))
    });
    let of_departments = catalogue.departments.iter().enumerate().map(|(idx, department)| {
        (Place { list: "departments", idx, id: department.id.as_str() }, "region", &department.region)
    });
    let of_alerts = catalogue.alerts.iter().enumerate().filter_map(|(idx, alert)| {
        Some((Place { list: "alerts", idx, id: alert.id.as_str() }, "region", alert.region.as_ref()?))
    });
    for (at, field, region) in above.chain(of_departments).chain(of_alerts) {
        if !regions.contains(region) {
            found.add(at, field, format!("names the region {region}, which is not here"));
        }
    }
}
