//! Asking the index.

use crate::{Index, score::score, text::fold};

/// What a person typed and how much of the answer is wanted.
#[derive(Debug, Clone)]
pub struct Query<'a> {
    /// The text as typed.
    pub text: &'a str,
    /// The most hits.
    pub limit: usize,
}

/// A row that matches.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The row's key.
    pub key: String,
    /// Which row it is, counted from 0 in the order in which they were given.
    pub row: usize,
    /// How well it matches; only good for ordering.
    pub score: f32,
}

impl Index {
    /// The rows that match, best first. `nearness` raises rows by what the caller knows of the row with that
    /// number (1 is neutral): a service of the person's own region stands before the same one elsewhere.
    #[must_use]
    pub fn find(&self, query: &Query<'_>, nearness: impl Fn(usize) -> f32) -> Vec<Hit> {
        let text = fold(query.text);
        if text.is_empty() {
            return Vec::new();
        }
        let mut hits: Vec<Hit> = self
            .rows
            .iter()
            .enumerate()
            .filter_map(|(number, row)| {
                let best =
                    row.fields.iter().map(|field| score(&text, field) * field.weight).fold(0.0, f32::max);
                (best > 0.0).then(|| Hit {
                    score: (best + row.demand * 4.0) * nearness(number),
                    key: row.key.clone(),
                    row: number,
                })
            })
            .collect();
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.key.cmp(&b.key)));
        hits.truncate(query.limit);
        hits
    }
}
