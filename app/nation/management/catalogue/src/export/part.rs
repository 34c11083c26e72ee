//! What one region offers: a whole nation's catalogue is too much for one document.

use std::collections::HashSet;

use fingertip_contract::Catalogue;
use fingertip_standard::RegionCode;

/// What the region itself offers, neither those above it nor those in it, with the bodies, the regions above and the life events that it
/// names; nothing where there is no such region.
#[must_use]
pub fn offered_in(catalogue: &Catalogue, code: &RegionCode) -> Option<Catalogue> {
    catalogue.region(code)?;
    let services: Vec<_> =
        catalogue.services.iter().filter(|service| service.region == *code).cloned().collect();
    let ids: HashSet<_> = services.iter().map(|service| &service.id).collect();
    let bodies: HashSet<_> = services.iter().map(|service| &service.department).collect();
    let departments: Vec<_> =
        catalogue.departments.iter().filter(|department| bodies.contains(&department.id)).cloned().collect();
    let places: HashSet<_> = std::iter::once(code)
        .chain(departments.iter().map(|department| &department.region))
        .flat_map(|code| catalogue.and_above(code))
        .collect();
    let mut life_events = catalogue.life_events.clone();
    for event in &mut life_events {
        event.services.retain(|service| ids.contains(service));
        // Of the one form there is only as much as all its steps are here.
        event.joint = None;
    }
    life_events.retain(|event| !event.services.is_empty());
    Some(Catalogue {
        regions: catalogue.regions.iter().filter(|region| places.contains(&region.code)).cloned().collect(),
        life_events,
        departments,
        services,
        ..Catalogue::default()
    })
}
