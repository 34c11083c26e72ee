//! Searching, one search at a time.

use std::sync::Arc;

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
            model.search.is_as_typed = false;
            find(model).into_iter().collect()
        }
        SearchMsg::AskedAsTyped => {
            model.search.is_as_typed = true;
            find(model).into_iter().collect()
        }
        // Of another catalogue than today's both would speak of other services.
        SearchMsg::Indexed { catalogue, .. } | SearchMsg::Understood { catalogue, .. }
            if model.catalogue.ready().is_none_or(|ready| !Arc::ptr_eq(ready, &catalogue)) =>
        {
            Vec::new()
        }
        SearchMsg::Indexed { index, regions, .. } => {
            (model.search.index, model.search.regions) = (Some(index), Some(regions));
            find(model).into_iter().collect()
        }
        SearchMsg::Understood { meaning, .. } => {
            model.search.meaning = Some(meaning);
            find(model).into_iter().collect()
        }
        SearchMsg::Found { text, hits, correction } => {
            let search = &mut *model.search;
            search.is_finding = false;
            (search.answered, search.hits, search.correction) = (text, hits, correction);
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
        search.correction = None;
        return None;
    }
    if search.is_finding {
        return None;
    }
    let (text, index) = (search.text.clone(), search.index.clone()?);
    search.is_finding = true;
    let (meaning, is_as_typed) = (search.meaning.clone(), search.is_as_typed);
    let job = FindJob { text, index, meaning, is_as_typed, catalogue, region };
    Some(SearchEffect::Find(Box::new(job)).into())
}
