use crate::{
    Effect, FindJob, FoundService, Model, SearchEffect, SearchMsg, areas::search::update::update,
    testing::ready,
};

fn typed(model: &mut Model, text: &str) -> Option<FindJob> {
    let effects = update(model, SearchMsg::TypedSearch(text.into()));
    effects.into_iter().find_map(|effect| match effect {
        Effect::Search(SearchEffect::Find(job)) => Some(*job),
        _ => None,
    })
}

fn found(model: &mut Model, text: &str) -> Vec<Effect> {
    let services = &model.catalogue.ready().expect("a catalogue").services;
    let service = |service: &fingertip_contract::Service| FoundService {
        service: service.clone().into(),
        marked: Vec::new(),
        is_close: true,
        is_chosen: false,
    };
    let hits = services.iter().take(1).map(service).collect();
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

fn remembered(effects: &[Effect]) -> Option<&crate::SearchMemory> {
    effects.iter().find_map(|effect| match effect {
        Effect::Search(SearchEffect::KeepMemory(memory)) => Some(memory),
        _ => None,
    })
}

#[test]
fn what_was_looked_at_is_remembered_and_forgotten_when_its_person_says_so() {
    let mut model = ready();
    typed(&mut model, "bus");
    found(&mut model, "bus");
    let service = model.search.hits[0].service.id.clone();
    let kept = update(&mut model, SearchMsg::OpenedHit(service.clone()));
    assert_eq!(
        remembered(&kept).map(|memory| (memory.texts.clone(), memory.services.clone())),
        Some((vec!["bus".into()], vec![service.clone()]))
    );
    assert_eq!(
        typed(&mut model, "card").expect("a search").opened,
        [service],
        "what was opened comes sooner"
    );
    let kept = update(&mut model, SearchMsg::ChoseMemory(false));
    assert!(
        remembered(&kept)
            .is_some_and(|memory| memory.is_off && memory.texts.is_empty() && memory.services.is_empty())
    );
    update(&mut model, SearchMsg::LookedAtHits);
    assert!(model.search.memory.texts.is_empty());
}

#[test]
fn who_goes_on_to_something_else_begins_the_next_search_anew() {
    let mut model = ready();
    typed(&mut model, "bus");
    found(&mut model, "bus");
    update(&mut model, SearchMsg::LeftSearch);
    assert!(model.search.text.is_empty() && model.search.hits.is_empty());
}

#[test]
fn by_words_alone_where_its_person_wants_that() {
    let mut model = ready();
    let kept = update(&mut model, SearchMsg::ChoseMeaning(false));
    assert!(remembered(&kept).is_some_and(|memory| memory.is_by_words));
    let kept = update(&mut model, SearchMsg::ForgotSearches);
    assert!(remembered(&kept).is_some_and(|memory| memory.is_by_words), "forgetting changes no choice");
}
