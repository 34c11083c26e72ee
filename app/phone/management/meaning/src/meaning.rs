//! What the rows of a search mean, and how that joins what their words found.

use std::sync::Arc;

use crate::{Encoder, Scored, Vectors, fuse, weigh};

/// An encoder, and what it makes of every row, in the rows' order.
pub struct Meaning {
    encoder: Arc<Encoder>,
    vectors: Vectors,
}

impl Meaning {
    /// How many rows that words found are worth joining with those that mean the same.
    pub const JOINED: usize = 200;

    /// Encodes what each row is about: a name takes about two milliseconds.
    #[must_use]
    pub fn new<'a>(encoder: Arc<Encoder>, rows: impl IntoIterator<Item = &'a str>) -> Self {
        let mut vectors = Vectors::new(encoder.width());
        for vector in encoder.encode_all(rows) {
            vectors.push(&vector);
        }
        Self { encoder, vectors }
    }

    /// The rows that answer `question`, best first: what its words found, and what means the same. `best` is all that the first row of
    /// `words` says, `whole` the score of a row that has all that was asked.
    #[must_use]
    pub fn join(
        &self,
        question: &str,
        words: &[Scored],
        (best, whole): (&str, f32),
        limit: usize,
    ) -> Vec<Scored> {
        let first = words.first().map_or(0.0, |first| first.score);
        let weight = weigh(question, self.encoder.knows(question), best, (first, whole));
        if weight.meaning <= 0.0 {
            return words.iter().take(limit).copied().collect();
        }
        fuse(words, &self.vectors.nearness(&self.encoder.encode(question)), weight, limit)
    }
}

impl std::fmt::Debug for Meaning {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Meaning").field("rows", &self.vectors.len()).finish()
    }
}
