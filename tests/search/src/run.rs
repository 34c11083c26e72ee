//! Asking every query of a collection.

use std::{collections::BTreeMap, sync::Arc};

use fingertip_meaning::{Encoder, Meaning, Scored};
use fingertip_search::{Index, Query, Synonyms};

use crate::{
    asked::{self, FOLDS, keys, rows_without},
    metrics::{hit_at, ndcg_at_10, recall_at_10},
    sets::{Collection, Judged},
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
    let keys = keys(&collection.log);
    let mut sums = vec![BTreeMap::new(); collection.sets.len()];
    let mut outcome = Outcome::default();
    let folds = if collection.log.is_empty() { 0 } else { FOLDS };
    for fold in std::iter::once(None).chain((0..folds).map(Some)) {
        let synonyms = Synonyms::new(&collection.synonyms);
        let index = Index::with_synonyms(rows_without(collection, fold), synonyms);
        let by = Asking { collection, index: &index, meaning: meaning.as_ref() };
        for (set, sums) in collection.sets.iter().zip(&mut sums) {
            let own = set.queries.iter().filter(|one| asked::fold(collection, &keys, &one.text) == fold);
            own.for_each(|judged| by.ask(&set.name, judged, sums, &mut outcome.misses));
        }
    }
    for (set, sums) in collection.sets.iter().zip(sums) {
        for (kind, (queries, sums)) in sums {
            let name = kind.map_or_else(|| set.name.clone(), |kind| format!("{}: {kind}", set.name));
            for (metric, sum) in ["ndcg@10", "p@1", "hit@3", "recall@10"].into_iter().zip(sums) {
                #[expect(clippy::cast_precision_loss, reason = "a count of queries")]
                let value = sum / queries as f64;
                outcome.figures.push(Figure { set: name.clone(), metric: metric.to_owned(), value, queries });
            }
        }
    }
    outcome
}

/// How many were asked and what they gave together, of a whole set and of each kind of question in it.
type Sums<'a> = BTreeMap<Option<&'a str>, (usize, [f64; 4])>;

/// What is asked, and of what.
struct Asking<'a> {
    collection: &'a Collection,
    index: &'a Index,
    meaning: Option<&'a Meaning>,
}

impl Asking<'_> {
    fn ask<'a>(&self, set: &str, judged: &'a Judged, sums: &mut Sums<'a>, misses: &mut Vec<Miss>) {
        let limit = if self.meaning.is_some() { Meaning::JOINED } else { 10 };
        let answer = self.index.find(&Query { text: &judged.text, limit }, |_| 1.0);
        let words: Vec<Scored> =
            answer.hits.iter().map(|hit| Scored { row: hit.row, score: hit.score }).collect();
        let rows = match self.meaning {
            Some(meaning) => joined(
                answer.correction.as_deref().unwrap_or(&judged.text),
                (&words, answer.whole),
                self.collection,
                meaning,
            ),
            None => words,
        };
        let found: Vec<&str> =
            rows.iter().take(10).map(|one| self.collection.rows[one.row].key.as_str()).collect();
        let relevant = &judged.relevant;
        let values = [
            ndcg_at_10(&found, relevant),
            hit_at(1, &found, relevant),
            hit_at(3, &found, relevant),
            recall_at_10(&found, relevant),
        ];
        for kind in std::iter::once(None).chain(judged.kind.as_deref().map(Some)) {
            let (queries, sums) = sums.entry(kind).or_default();
            *queries += 1;
            for (sum, value) in sums.iter_mut().zip(values) {
                *sum += value;
            }
        }
        if hit_at(10, &found, relevant) == 0.0 {
            misses.push(Miss {
                set: set.to_owned(),
                query: judged.text.clone(),
                read_as: answer.correction,
                first: found.first().map(|key| (*key).to_owned()),
            });
        }
    }
}

fn joined(
    question: &str,
    (words, whole): (&[Scored], f32),
    collection: &Collection,
    meaning: &Meaning,
) -> Vec<Scored> {
    let best = words.first().map(|first| &collection.rows[first.row]);
    let texts = best.map(|row| {
        let all = row.names.iter().chain(&row.keywords).chain(&row.details);
        all.map(String::as_str).collect::<Vec<_>>().join(" ")
    });
    meaning.join(question, words, (&texts.unwrap_or_default(), whole), 10)
}
