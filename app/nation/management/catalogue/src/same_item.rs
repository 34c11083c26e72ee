//! The same item in several regions: one standard everywhere, and what differs from place to place said openly.

use std::collections::{BTreeMap, BTreeSet};

use fingertip_contract::{Catalogue, Service};
use fingertip_standard::RegionCode;
use serde_json::Value;

/// Where and by whom something is done, and what a nation's editors say of it: of no item.
const OF_THE_PLACE: [&str; 11] = [
    "id",
    "department",
    "region",
    "keywords",
    "asked",
    "demand",
    "is_high_demand",
    "mini_app",
    "outage",
    "item.implementation_code",
    "item.level",
];
/// What the basic catalogue of items fixes for the whole nation; all else may be better in one place than in another.
const OF_THE_STANDARD: [&str; 5] =
    ["name", "legal_basis", "statutory_days", "item.kind", "item.statutory_limit"];

/// An item that is done in several regions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SameItem<'a> {
    /// Its code in the basic catalogue.
    pub basic_code: &'a str,
    /// Its services, in the catalogue's order.
    pub services: Vec<&'a Service>,
    /// What is not the same everywhere.
    pub differences: Vec<Difference<'a>>,
}

/// A field in which regions differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference<'a> {
    /// Which: `promised_days`, `item.channels`.
    pub field: String,
    /// Whether it should be the same everywhere.
    pub is_of_standard: bool,
    /// What it is in each region, in JSON: several where the item is done there as several services.
    pub values: BTreeMap<&'a RegionCode, BTreeSet<String>>,
}

/// Every item that is done in more than one region, with what differs between them.
#[must_use]
pub fn same_items(catalogue: &Catalogue) -> Vec<SameItem<'_>> {
    let mut by_code: BTreeMap<&str, Vec<&Service>> = BTreeMap::new();
    for service in catalogue.services.iter().filter(|service| !service.item.basic_code.is_empty()) {
        by_code.entry(&service.item.basic_code).or_default().push(service);
    }
    let several = |services: &Vec<&Service>| {
        services.iter().map(|service| &service.region).collect::<BTreeSet<_>>().len() > 1
    };
    by_code
        .into_iter()
        .filter(|(_, services)| several(services))
        .map(|(basic_code, services)| SameItem { basic_code, differences: differences(&services), services })
        .collect()
}

fn differences<'a>(services: &[&'a Service]) -> Vec<Difference<'a>> {
    let read: Vec<_> = services.iter().map(|service| (&service.region, fields(service))).collect();
    let names: BTreeSet<&String> = read.iter().flat_map(|(_, fields)| fields.keys()).collect();
    let mut found = Vec::new();
    for name in names {
        let mut values: BTreeMap<&RegionCode, BTreeSet<String>> = BTreeMap::new();
        for (region, fields) in &read {
            values.entry(region).or_default().insert(fields.get(name).cloned().unwrap_or_default());
        }
        let first = values.values().next();
        if values.values().any(|own| Some(own) != first) {
            let is_of_standard = OF_THE_STANDARD.contains(&name.as_str());
            found.push(Difference { field: name.clone(), is_of_standard, values });
        }
    }
    found
}

/// What a service says of its item, field by field, in JSON.
fn fields(service: &Service) -> BTreeMap<String, String> {
    let Ok(Value::Object(mut members)) = serde_json::to_value(service) else { return BTreeMap::new() };
    let item = match members.remove("item") {
        Some(Value::Object(item)) => item,
        _ => serde_json::Map::new(),
    };
    let of_item = item.into_iter().map(|(name, value)| (format!("item.{name}"), value));
    members
        .into_iter()
        .chain(of_item)
        .filter(|(name, _)| !OF_THE_PLACE.contains(&name.as_str()))
        .map(|(name, value)| (name, value.to_string()))
        .collect()
}
