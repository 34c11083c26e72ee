//! Searching, with what is near the person first.

use fingertip_standard::ServiceId;

use crate::{
    areas::search::{model::Search, msg::SearchMsg},
    effect::Effect,
    model::Model,
};

/// The most results of a search.
const HITS: usize = 30;

pub(crate) fn update(model: &mut Model, msg: SearchMsg) -> Vec<Effect> {
    match msg {
        SearchMsg::TypedSearch(text) => {
            model.search.text = text;
            find(model);
            Vec::new()
        }
    }
}

/// Finds anew what is searched for: the text, the index or the region has changed.
pub(crate) fn find(model: &mut Model) {
    let Search { text, index, .. } = &*model.search;
    let (Some(index), Some(catalogue)) = (index, model.catalogue.ready()) else { return };
    let home = model.preferences.region.as_ref();
    let near = |key: &str| {
        let service = ServiceId::new(key).ok().and_then(|id| catalogue.service(&id));
        match (service, home) {
            (Some(service), Some(home)) if catalogue.reaches(&service.region, home) => 1.15,
            (Some(service), _) if service.mini_app.is_some() => 1.05,
            _ => 1.0,
        }
    };
    let hits = index.0.find(&fingertip_search::Query { text, limit: HITS }, near);
    model.search.hits = hits.into_iter().filter_map(|hit| ServiceId::new(hit.key).ok()).collect();
}
