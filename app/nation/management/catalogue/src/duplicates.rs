//! What stands in a catalogue more than once under several ids: reported, for a person to decide.

use std::collections::HashMap;

use fingertip_contract::{Catalogue, Service};
use fingertip_standard::ServiceId;

/// By what services are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SameBy {
    /// The same implementation code.
    Code,
    /// The same basic code, body and region, and no digits that tell them apart.
    Item,
    /// The same name, body and region.
    Name,
}

impl SameBy {
    /// In English, for who offers the catalogue.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Code => "the same implementation code",
            Self::Item => "the same basic code, body and region",
            Self::Name => "the same name, body and region",
        }
    }
}

/// Services that are likely one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    /// By what they are the same.
    pub by: SameBy,
    /// Their ids, in the catalogue's order; at least two.
    pub services: Vec<ServiceId>,
}

/// So many signs has the implementation code of an item that is done as one (GB/T 39554.1): those of its parts have two more.
const WHOLE_ITEM: usize = 31;

/// What is likely there more than once; each group of services is named by the surest sign alone.
#[must_use]
pub fn duplicates(catalogue: &Catalogue) -> Vec<Duplicate> {
    // Bodies of two sources have different ids and one name.
    let bodies: HashMap<_, &str> = catalogue
        .departments
        .iter()
        .map(|department| (&department.id, department.name.in_language("zh-Hans")))
        .collect();
    let body =
        |service: &Service| bodies.get(&service.department).copied().unwrap_or_default().trim().to_owned();
    let mut found: Vec<Duplicate> = Vec::new();
    for by in [SameBy::Code, SameBy::Item, SameBy::Name] {
        let mut groups: HashMap<[String; 3], Vec<&ServiceId>> = HashMap::new();
        let mut order = Vec::new();
        for service in &catalogue.services {
            let item = &service.item;
            let region = service.region.to_string();
            let key = match by {
                SameBy::Code if item.implementation_code.is_empty() => continue,
                SameBy::Code => [item.implementation_code.clone(), String::new(), String::new()],
                SameBy::Item if item.basic_code.is_empty() || item.implementation_code.len() > WHOLE_ITEM => {
                    continue;
                }
                SameBy::Item => [item.basic_code.clone(), body(service), region],
                SameBy::Name => {
                    [service.name.in_language("zh-Hans").trim().to_lowercase(), body(service), region]
                }
            };
            let group = groups.entry(key.clone()).or_default();
            group.push(&service.id);
            if group.len() == 2 {
                order.push(key);
            }
        }
        for key in order {
            let services: Vec<ServiceId> =
                groups.get(&key).into_iter().flatten().map(|id| (*id).clone()).collect();
            if !found.iter().any(|known| services.iter().all(|id| known.services.contains(id))) {
                found.push(Duplicate { by, services });
            }
        }
    }
    found
}
