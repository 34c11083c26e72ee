//! How what is to be done here is done.

use std::sync::Arc;

use fingertip_contract::Service;
use fingertip_search::Query;

use crate::{
    areas::search::{
        effect::{FindJob, SearchEffect},
        msg::SearchMsg,
    },
    world::World,
};

/// The most results of a search.
const HITS: usize = 30;

pub(crate) fn carry_out(world: &Arc<World>, effect: SearchEffect) {
    let SearchEffect::Find(job) = effect;
    let at = world.clone();
    // A search of a whole nation's services takes a thread of its own.
    drop(tokio::task::spawn_blocking(move || {
        let hits = find(&job);
        at.send(SearchMsg::Found { text: job.text, hits });
    }));
}

/// What is near the person comes first.
fn find(job: &FindJob) -> Vec<Arc<Service>> {
    let FindJob { text, index, catalogue, region } = job;
    // The index has a row a service, in the catalogue's order.
    let near = |row: usize| match (catalogue.services.get(row), region) {
        (Some(service), Some(home)) if catalogue.reaches(&service.region, home) => 1.15,
        (Some(service), _) if service.mini_app.is_some() => 1.05,
        _ => 1.0,
    };
    let hits = index.0.find(&Query { text, limit: HITS }, near).hits;
    hits.iter().filter_map(|hit| catalogue.services.get(hit.row).cloned().map(Arc::new)).collect()
}
