use crate::{Effect, FindJob, Model, SearchEffect, SearchMsg, areas::search::update::update, testing::ready};

fn typed(model: &mut Model, text: &str) -> Option<FindJob> {
    let effects = update(model, SearchMsg::TypedSearch(text.into()));
    effects.into_iter().find_map(|effect| match effect {
        Effect::Search(SearchEffect::Find(job)) => Some(*job),
        _ => None,
    })
}

fn found(model: &mut Model, text: &str) -> Vec<Effect> {
    let services = &model.catalogue.ready().expect("a catalogue").services;
    let hits = services.iter().take(1).cloned().map(std::sync::Arc::new).collect();
    update(model, SearchMsg::Found { text: text.into(), hits, correction: None })
}

#[test]
fn one_search_at_a_time_and_the_last_word_is_searched() {
    let mut model = ready();
    assert_eq!(typed(&mut model, "b").expect("a search").text, "b");
    assert!(typed(&mut model, "bu").is_none() && typed(&mut model, "bus").is_none(), "one is under way");
    let next = found(&mut model, "b");
    assert_eq!(model.search.answered, "b", "what is found meanwhile is shown");
    assert!(
        matches!(&next[..], [Effect::Search(SearchEffect::Find(job))] if job.text == "bus"),
        "no word between: {next:?}"
    );
    assert!(found(&mut model, "bus").is_empty());
    assert_eq!((model.search.answered.as_str(), model.search.hits.len()), ("bus", 1));
}

#[test]
fn an_emptied_box_shows_nothing_of_what_is_found_late() {
    let mut model = ready();
    typed(&mut model, "bus").expect("a search");
    assert!(typed(&mut model, "").is_none());
    assert!(found(&mut model, "bus").is_empty());
    assert!(model.search.hits.is_empty() && model.search.answered.is_empty());
}
