//! How what is to be done here is done.

use std::{collections::HashSet, sync::Arc};

use fingertip_contract::{Catalogue, Service};
use fingertip_locale::{SHELL_LANGUAGES, pick, plain};
use fingertip_meaning::{Encoder, Meaning, Scored};
use fingertip_search::{Asked, Index, Query, Row, Synonyms};

use crate::{
    areas::search::{
        effect::{FindJob, SearchEffect},
        model::{FoundService, Made},
        msg::SearchMsg,
    },
    part::Same,
    world::World,
};

/// The most results of a search.
const HITS: usize = 30;
/// The share of the best one's score from which a result answers, too. Below it stand those that share a common word with the question.
const CLOSE: f32 = 1.0 / 3.0;
/// Under which name it is kept what is remembered of searches.
pub(crate) const MEMORY: &str = "searches";

pub(crate) fn carry_out(world: &Arc<World>, effect: SearchEffect) {
    let at = world.clone();
    // A search of a whole nation's services takes a thread of its own.
    match effect {
        SearchEffect::Find(job) => drop(tokio::task::spawn_blocking(move || {
            let (hits, correction) = find(&job);
            at.send(SearchMsg::Found { text: job.text, hits, correction });
        })),
        SearchEffect::KeepMemory(memory) => {
            world.write(move |records| records.set_setting(MEMORY, &memory).map(|()| None));
        }
        SearchEffect::MakeIndex(catalogue) => drop(tokio::task::spawn_blocking(move || {
            let (index, regions) =
                (Same(Arc::new(services(&catalogue))), Same(Arc::new(regions(&catalogue))));
            at.send(SearchMsg::Indexed(Made { catalogue: Same(catalogue.clone()), index, regions }));
            if let Some(meaning) = understand(&at, &catalogue) {
                at.send(SearchMsg::Understood { catalogue, meaning: Same(Arc::new(meaning)) });
            }
        })),
    }
}

/// The most characters of a text by which something is found: nobody types more, and a nation may write anything.
const TEXT: usize = 400;

fn cut(text: &str) -> String {
    text.chars().take(TEXT).collect()
}

/// The most earlier questions of a service by which it is found.
const ASKED: usize = 100;

fn asked(earlier: &fingertip_contract::Asked) -> Asked {
    Asked { text: cut(&earlier.text), count: earlier.count }
}

/// A row a service, in the catalogue's order.
fn services(catalogue: &Catalogue) -> Index {
    let rows = catalogue.services.iter().map(|service| {
        let department = catalogue.department(&service.department);
        let departments = department.iter().flat_map(|department| department.name.all());
        Row {
            key: service.id.to_string(),
            names: service.name.all().map(cut).collect(),
            keywords: service.keywords.iter().map(|keyword| cut(keyword)).collect(),
            details: service.summary.all().chain(departments).map(cut).collect(),
            asked: service.asked.iter().take(ASKED).map(asked).collect(),
            demand: service.demand,
        }
    });
    Index::with_synonyms(rows, Synonyms::new(&catalogue.synonyms))
}

/// A row a region, in the catalogue's order.
fn regions(catalogue: &Catalogue) -> Index {
    Index::new(catalogue.regions.iter().map(|region| Row {
        key: region.code.to_string(),
        names: region.name.all().map(cut).collect(),
        ..Row::default()
    }))
}

/// What the services mean; none where there is no encoder, or a broken one: services are then found by words.
fn understand(world: &World, catalogue: &Catalogue) -> Option<Meaning> {
    let file = world.options.meaning.as_ref()?;
    let model =
        std::fs::read(file).inspect_err(|error| tracing::warn!(%error, "the encoder cannot be read")).ok()?;
    let encoder = Encoder::from_bytes(&model)
        .inspect_err(|error| tracing::warn!(%error, "the encoder is broken, services are found by words"))
        .ok()?;
    let names = catalogue.services.iter().map(|service| service.name.pick(SHELL_LANGUAGES[0]).0);
    Some(Meaning::new(Arc::new(encoder), names))
}

/// What is near the person comes first, what they opened before a little sooner; and what was put right in the question.
fn find(job: &FindJob) -> (Vec<FoundService>, Option<String>) {
    let FindJob { text, index, meaning, is_as_typed, catalogue, region, language, opened } = job;
    let opened: HashSet<&str> = opened.iter().map(|id| id.as_str()).collect();
    // The index has a row a service, in the catalogue's order.
    let near = |row: usize| {
        let Some(service) = catalogue.services.get(row) else { return 1.0 };
        let before = if opened.contains(service.id.as_str()) { 1.1 } else { 1.0 };
        match region {
            Some(home) if catalogue.reaches(&service.region, home) => 1.15 * before,
            _ if service.mini_app.is_some() => 1.05 * before,
            _ => before,
        }
    };
    let query = Query { text, limit: if meaning.is_some() { Meaning::JOINED } else { HITS } };
    let answer = if *is_as_typed { index.0.find_as_typed(&query, near) } else { index.0.find(&query, near) };
    let words: Vec<Scored> =
        answer.hits.iter().map(|hit| Scored { row: hit.row, score: hit.score }).collect();
    let rows = match meaning {
        Some(meaning) => {
            let best = words.first().and_then(|first| catalogue.services.get(first.row));
            let best = best.map(all_texts).unwrap_or_default();
            let asked = answer.correction.as_deref().unwrap_or(text);
            meaning.0.join(asked, &words, (&best, answer.whole), HITS)
        }
        None => words,
    };
    let least = rows.first().map_or(0.0, |best| best.score * CLOSE);
    let found = |found: &Scored| {
        let service = Arc::new(catalogue.services.get(found.row)?.clone());
        let marked = answer.marks.of(&index.0, &plain(pick(&service.name, language).0));
        Some(FoundService { service, marked, is_close: found.score >= least })
    };
    let hits = rows.iter().filter_map(found).collect();
    (hits, answer.correction)
}

/// All that a service says by which it is found.
fn all_texts(service: &Service) -> String {
    let texts =
        service.name.all().chain(service.keywords.iter().map(String::as_str)).chain(service.summary.all());
    texts.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::ready;

    #[test]
    fn what_people_asked_before_leads_to_the_service_that_they_took() {
        let model = ready();
        let mut catalogue = Catalogue::clone(model.catalogue.ready().expect("a catalogue"));
        let last = catalogue.services.len() - 1;
        catalogue.services[last].asked =
            vec![fingertip_contract::Asked { text: "zzyzx ticket".into(), count: 30 }];
        let answer = services(&catalogue).find(&Query { text: "zzyzx", limit: 3 }, |_| 1.0);
        assert_eq!(answer.hits.first().map(|hit| hit.row), Some(last));
    }

    #[test]
    fn what_only_shares_a_common_word_stands_apart_from_what_answers() {
        let model = ready();
        let mut catalogue = Catalogue::clone(model.catalogue.ready().expect("a catalogue"));
        for (service, name) in
            catalogue.services.iter_mut().zip(["Bus card", "Card for a library", "Tax return"])
        {
            service.name = fingertip_standard::LocalText::single("en", name);
            service.keywords = Vec::new();
        }
        let job = FindJob {
            text: "bus card".into(),
            index: Same(Arc::new(services(&catalogue))),
            meaning: None,
            is_as_typed: false,
            catalogue: Arc::new(catalogue),
            region: None,
            language: "en".into(),
            opened: Vec::new(),
        };
        let (hits, _) = find(&job);
        let close: Vec<_> =
            hits.iter().filter(|hit| hit.is_close).map(|hit| hit.service.name.pick("en").0).collect();
        assert_eq!(close, ["Bus card"]);
        assert!(hits.len() > 1, "the others are there all the same");
    }
}
