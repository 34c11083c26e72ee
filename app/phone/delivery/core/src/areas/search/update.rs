//! Searching, one search at a time.

use std::sync::Arc;

use crate::{
    areas::search::{
        effect::{FindJob, SearchEffect},
        model::Made,
        msg::SearchMsg,
    },
    effect::Effect,
    model::Model,
    part::Same,
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
        SearchMsg::LookedAtHits => {
            let search = &mut *model.search;
            search.memory.remember_text(&search.text);
            keep(model)
        }
        SearchMsg::OpenedHit(service) => {
            let search = &mut *model.search;
            search.memory.remember_text(&search.text);
            search.memory.remember_service(service);
            keep(model)
        }
        SearchMsg::LeftSearch => {
            model.search.text.clear();
            model.search.is_as_typed = false;
            find(model).into_iter().collect()
        }
        SearchMsg::ForgotQuestion(text) => {
            model.search.memory.texts.retain(|kept| *kept != text);
            keep(model)
        }
        SearchMsg::ForgotSearches => {
            model.search.memory.forget();
            keep(model)
        }
        SearchMsg::ChoseMemory(is_wanted) => {
            model.search.memory.is_off = !is_wanted;
            if !is_wanted {
                model.search.memory.forget();
            }
            keep(model)
        }
        SearchMsg::ChoseMeaning(is_wanted) => {
            model.search.memory.is_by_words = !is_wanted;
            find(model).into_iter().chain(keep(model)).collect()
        }
        // Of another catalogue than today's both would speak of other services.
        SearchMsg::Indexed(Made { catalogue: Same(catalogue), .. })
        | SearchMsg::Understood { catalogue, .. }
            if model.catalogue.ready().is_none_or(|ready| !Arc::ptr_eq(ready, &catalogue)) =>
        {
            Vec::new()
        }
        SearchMsg::Indexed(made) => {
            // What the services of another catalogue mean says nothing of these.
            (model.search.made, model.search.meaning) = (Some(made), None);
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

fn keep(model: &Model) -> Vec<Effect> {
    vec![SearchEffect::KeepMemory(model.search.memory.clone()).into()]
}

/// Searches again: the text, the index or the region has changed.
pub(crate) fn find(model: &mut Model) -> Option<Effect> {
    let (region, language) = (model.preferences.region.clone(), model.preferences.language.clone());
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
    let (text, made) = (search.text.clone(), search.made.clone()?);
    let (index, Same(catalogue)) = (made.index, made.catalogue);
    search.is_finding = true;
    let meaning = search.meaning.clone().filter(|_| !search.memory.is_by_words);
    let (is_as_typed, opened) = (search.is_as_typed, search.memory.services.clone());
    let job = FindJob { text, index, meaning, is_as_typed, catalogue, region, language, opened };
    Some(SearchEffect::Find(Box::new(job)).into())
}
