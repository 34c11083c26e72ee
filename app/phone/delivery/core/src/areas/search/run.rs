//! How what is to be done here is done.

use std::{collections::HashSet, sync::Arc};

use fingertip_contract::{BestBet, Catalogue, Service};
use fingertip_locale::{SHELL_LANGUAGES, pick, plain};
use fingertip_meaning::{Encoder, Meaning, Scored};
use fingertip_search::{Asked, Index, Query, Row, Synonyms, same};
use fingertip_standard::ServiceId;

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
    let chosen = chosen(job, answer.correction.as_deref());
    let least = rows.first().map_or(0.0, |best| best.score * CLOSE);
    let found = |found: &Scored| {
        let service = Arc::new(catalogue.services.get(found.row)?.clone());
        let marked = answer.marks.of(&index.0, &plain(pick(&service.name, language).0));
        let is_chosen = chosen.contains(&found.row);
        Some(FoundService { service, marked, is_close: is_chosen || found.score >= least, is_chosen })
    };
    let first = chosen.iter().map(|row| Scored { row: *row, score: least });
    let others = rows.iter().filter(|found| !chosen.contains(&found.row)).copied();
    let hits = first.chain(others).take(HITS).filter_map(|row| found(&row)).collect();
    (hits, answer.correction)
}

/// What editors answer to this question, or to what it was put right to: of that, what is offered where the person lives.
fn chosen(job: &FindJob, correction: Option<&str>) -> Vec<usize> {
    let catalogue = &job.catalogue;
    if catalogue.best_bets.is_empty() {
        return Vec::new();
    }
    let asked = [Some(job.text.as_str()), correction].map(|text| text.map(same).unwrap_or_default());
    let is_asked = |question: &String| {
        let question = same(question);
        !question.is_empty() && asked.contains(&question)
    };
    let is_it = |bet: &&BestBet| is_asked(&bet.question) || bet.also.iter().any(is_asked);
    let Some(bet) = catalogue.best_bets.iter().find(is_it) else { return Vec::new() };
    let row = |id: &ServiceId| {
        let row = catalogue.services.iter().position(|service| service.id == *id)?;
        let region = &catalogue.services.get(row)?.region;
        job.region.as_ref().is_none_or(|home| catalogue.reaches(region, home)).then_some(row)
    };
    bet.services.iter().filter_map(row).collect()
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

    #[test]
    fn what_editors_chose_for_a_question_stands_first_and_is_said_to_be_chosen_where_it_is_offered() {
        let model = ready();
        let mut catalogue = Catalogue::clone(model.catalogue.ready().expect("a catalogue"));
        for (service, name) in catalogue.services.iter_mut().zip(["Bus card", "Bus lines", "Tax return"]) {
            service.name = fingertip_standard::LocalText::single("en", name);
        }
        let tax = catalogue.services[2].id.clone();
        catalogue.best_bets = vec![BestBet {
            question: "Bus?".into(),
            also: vec!["坐车".into()],
            services: vec![tax.clone(), ServiceId::new("gone").expect("an id")],
        }];
        let found = |text: &str, region: Option<&str>| {
            let job = FindJob {
                text: text.into(),
                index: Same(Arc::new(services(&catalogue))),
                meaning: None,
                is_as_typed: false,
                catalogue: Arc::new(catalogue.clone()),
                region: region.map(|code| fingertip_standard::RegionCode::new(code).expect("a code")),
                language: "en".into(),
                opened: Vec::new(),
            };
            find(&job).0
        };
        let hits = found("  BUS ", None);
        assert_eq!(
            hits.first().map(|hit| (&hit.service.id, hit.is_chosen, hit.is_close)),
            Some((&tax, true, true))
        );
        assert!(hits.iter().skip(1).all(|hit| !hit.is_chosen) && hits.len() == 3);
        assert!(found("坐車", None).first().is_some_and(|hit| hit.is_chosen), "also where no word is found");
        assert!(found("bus card", None).iter().all(|hit| !hit.is_chosen), "another question");
        assert!(found("bus", Some("990000")).iter().all(|hit| !hit.is_chosen), "not offered where they live");
    }
}
