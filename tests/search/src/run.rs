//! Asking every query of a collection.

use std::{collections::HashMap, sync::Arc};

use fingertip_meaning::{Encoder, Meaning, Scored};
use fingertip_search::{Index, Query, Synonyms};

use crate::{
    metrics::{hit_at, ndcg_at_10, recall_at_10},
    sets::{Collection, Set, demand},
    table::Figure,
};

/// A query that found nothing good among the first ten.
#[derive(Debug, Clone)]
pub struct Miss {
    /// Its set.
    pub set: String,
    /// Its text.
    pub query: String,
    /// What was put right in it.
    pub read_as: Option<String>,
    /// What was found first instead.
    pub first: Option<String>,
}

/// What a collection gives.
#[derive(Debug, Default)]
pub struct Outcome {
    /// A figure a set and metric.
    pub figures: Vec<Figure>,
    /// What found nothing.
    pub misses: Vec<Miss>,
}

/// Asks every query; by words alone where there is no encoder.
#[must_use]
pub fn run(collection: &Collection, encoder: Option<&Arc<Encoder>>) -> Outcome {
    let about = || collection.about.iter().map(String::as_str);
    let meaning = encoder.map(|encoder| Meaning::new(encoder.clone(), about()));
    let index = Index::with_synonyms(collection.rows.iter().cloned(), Synonyms::new(&collection.synonyms));
    let shares = shares(collection);
    let mut outcome = Outcome::default();
    for set in &collection.sets {
        ask(set, collection, (&index, meaning.as_ref()), &shares, &mut outcome);
    }
    outcome
}

/// What each query adds to the demand of which rows.
type Shares = HashMap<String, HashMap<usize, f64>>;

fn shares(collection: &Collection) -> Shares {
    let mut shares = Shares::new();
    for (number, row) in collection.rows.iter().enumerate() {
        for (query, score) in collection.asked.get(&row.key).into_iter().flatten() {
            *shares.entry(query.clone()).or_default().entry(number).or_default() += score;
        }
    }
    shares
}

fn ask(
    set: &Set,
    collection: &Collection,
    (index, meaning): (&Index, Option<&Meaning>),
    shares: &Shares,
    outcome: &mut Outcome,
) {
    let none = HashMap::new();
    let mut sums = [0.0; 4];
    for judged in &set.queries {
        // A query must not profit from its own judgement: its share of a row's demand is taken out again.
        let own = shares.get(&judged.text.to_lowercase()).unwrap_or(&none);
        let without_own = |number: usize| {
            own.get(&number).map_or(1.0, |share| {
                let all = collection.rows[number].demand;
                index.prior(all.saturating_sub(demand(*share))) / index.prior(all)
            })
        };
        let limit = if meaning.is_some() { Meaning::JOINED } else { 10 };
        let answer = index.find(&Query { text: &judged.text, limit }, without_own);
        let words: Vec<Scored> =
            answer.hits.iter().map(|hit| Scored { row: hit.row, score: hit.score }).collect();
        let rows = match meaning {
            Some(meaning) => joined(&judged.text, &words, collection, meaning),
            None => words,
        };
        let found: Vec<&str> =
            rows.iter().take(10).map(|one| collection.rows[one.row].key.as_str()).collect();
        let relevant = &judged.relevant;
        let values = [
            ndcg_at_10(&found, relevant),
            hit_at(1, &found, relevant),
            hit_at(3, &found, relevant),
            recall_at_10(&found, relevant),
        ];
        for (sum, value) in sums.iter_mut().zip(values) {
            *sum += value;
        }
        if hit_at(10, &found, relevant) == 0.0 {
            outcome.misses.push(Miss {
                set: set.name.clone(),
                query: judged.text.clone(),
                read_as: answer.correction,
                first: found.first().map(|key| (*key).to_owned()),
            });
        }
    }
    let queries = set.queries.len();
    for (metric, sum) in ["ndcg@10", "p@1", "hit@3", "recall@10"].into_iter().zip(sums) {
        #[expect(clippy::cast_precision_loss, reason = "a count of queries")]
        let value = sum / queries.max(1) as f64;
        outcome.figures.push(Figure { set: set.name.clone(), metric: metric.to_owned(), value, queries });
    }
}

fn joined(question: &str, words: &[Scored], collection: &Collection, meaning: &Meaning) -> Vec<Scored> {
    let best = words.first().map(|first| &collection.rows[first.row]);
    let texts = best.map(|row| {
        let all = row.names.iter().chain(&row.keywords).chain(&row.details);
        all.map(String::as_str).collect::<Vec<_>>().join(" ")
    });
    meaning.join(question, words, &texts.unwrap_or_default(), 10)
}
