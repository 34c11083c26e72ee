//! What home offers first.

use fingertip_contract::Service;

use crate::model::Model;

impl Model {
    /// What many people need, where the person lives: what editors have chosen, in the catalogue's order, then what is used most.
    #[must_use]
    pub fn high_demand(&self) -> Vec<&Service> {
        let Some(catalogue) = self.catalogue.ready() else { return Vec::new() };
        let chosen = catalogue.services.iter().filter(|service| service.is_high_demand);
        let is_theirs = |service: &&Service| match &self.preferences.region {
            Some(home) => catalogue.reaches(&service.region, home),
            None => catalogue.region(&service.region).is_none_or(|region| region.parent.is_none()),
        };
        let used = self.most_used.iter().filter_map(|used| catalogue.service(&used.service));
        let used = used.filter(|service| !service.is_high_demand && !service.is_never_high_demand);
        chosen.chain(used.filter(is_theirs)).collect()
    }
}
