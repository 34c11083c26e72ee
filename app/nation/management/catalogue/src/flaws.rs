//! What is wrong with a catalogue as a whole: names of what is not there, ids that stand twice, circles, codes and texts that cannot be.

use std::collections::HashSet;

use fingertip_contract::Catalogue;

mod found;
mod items;
mod regions;
mod texts;

use found::{Found, Place};

pub use found::Flaw;
pub(crate) use regions::{above, level_of};

#[cfg(test)]
mod tests;

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
