//! Puts one catalogue beside another.

use fingertip_contract::Catalogue;

/// Everything of `base`, and everything of `more` that `base` does not have yet.
#[must_use]
pub fn merge(mut base: Catalogue, more: Catalogue) -> Catalogue {
    for region in more.regions {
        if base.region(&region.code).is_none() {
            base.regions.push(region);
        }
    }
    for department in more.departments {
        if base.department(&department.id).is_none() {
            base.departments.push(department);
        }
    }
    let known: std::collections::HashSet<_> =
        base.services.iter().map(|service| service.id.clone()).collect();
    base.services.extend(more.services.into_iter().filter(|service| !known.contains(&service.id)));
    for event in more.life_events {
        if base.life_event(&event.id).is_none() {
            base.life_events.push(event);
        }
    }
    for alert in more.alerts {
        if !base.alerts.iter().any(|known| known.id == alert.id) {
            base.alerts.push(alert);
        }
    }
    for bet in more.best_bets {
        if !base.best_bets.iter().any(|known| known.question == bet.question) {
            base.best_bets.push(bet);
        }
    }
    if !more.synonyms.is_empty() {
        base.synonyms = format!("{}\n{}", base.synonyms, more.synonyms).trim().to_owned();
    }
    base
}
