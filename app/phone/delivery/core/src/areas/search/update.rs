//! Searching, one search at a time.

use crate::{
    areas::search::{
        effect::{FindJob, SearchEffect},
        msg::SearchMsg,
    },
    effect::Effect,
    model::Model,
};

pub(crate) fn update(model: &mut Model, msg: SearchMsg) -> Vec<Effect> {
    match msg {
        SearchMsg::TypedSearch(text) => {
            model.search.text = text;
            find(model).into_iter().collect()
        }
        SearchMsg::Found { text, hits } => {
            let search = &mut *model.search;
            search.is_finding = false;
            (search.answered, search.hits) = (text, hits);
            if std::mem::take(&mut search.is_outdated) {
                find(model).into_iter().collect()
            } else {
                Vec::new()
            }
        }
    }
}

/// Searches again: the text, the index or the region has changed.
pub(crate) fn find(model: &mut Model) -> Option<Effect> {
    let catalogue = model.catalogue.ready().cloned()?;
    let region = model.preferences.region.clone();
    let search = &mut *model.search;
    if search.is_finding {
        search.is_outdated = true;
    }
    if search.text.trim().is_empty() {
        search.answered.clear();
        search.hits.clear();
        return None;
    }
    if search.is_finding {
        return None;
    }
    let (text, index) = (search.text.clone(), search.index.clone()?);
    search.is_finding = true;
    Some(SearchEffect::Find(Box::new(FindJob { text, index, catalogue, region })).into())
}
