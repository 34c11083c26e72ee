//! Asking every query of a collection.

use fingertip_search::{Index, Query};

use crate::{
    metrics::{hit_at, ndcg_at_10, recall_at_10},
    sets::{Collection, Set},
    table::Figure,
};

/// A query that found nothing good among the first ten.
#[derive(Debug, Clone)]
pub struct Miss {
    /// Its set.
    pub set: String,
    /// Its text.
    pub query: String,
}

/// What a collection gives.
#[derive(Debug, Default)]
pub struct Outcome {
    /// A figure a set and metric.
    pub figures: Vec<Figure>,
    /// What found nothing.
    pub misses: Vec<Miss>,
}

/// Asks every query.
#[must_use]
pub fn run(collection: &Collection) -> Outcome {
    let index = Index::new(collection.rows.iter().cloned());
    let mut outcome = Outcome::default();
    for set in &collection.sets {
        ask(set, collection, &index, &mut outcome);
    }
    outcome
}

fn ask(set: &Set, collection: &Collection, index: &Index, outcome: &mut Outcome) {
    let mut sums = [0.0; 4];
    for judged in &set.queries {
        let hits = index.find(&Query { text: &judged.text, limit: 10 }, |_| 1.0);
        let found: Vec<&str> = hits.iter().map(|hit| collection.rows[hit.row].key.as_str()).collect();
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
            outcome.misses.push(Miss { set: set.name.clone(), query: judged.text.clone() });
        }
    }
    let queries = set.queries.len();
    for (metric, sum) in ["ndcg@10", "p@1", "hit@3", "recall@10"].into_iter().zip(sums) {
        #[expect(clippy::cast_precision_loss, reason = "a count of queries")]
        let value = sum / queries.max(1) as f64;
        outcome.figures.push(Figure { set: set.name.clone(), metric: metric.to_owned(), value, queries });
    }
}
