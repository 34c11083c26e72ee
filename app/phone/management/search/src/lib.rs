//! Finds services by what people type, on the device: Han, pinyin, initials, words, from the first character on.
//!
//! It promises to be pure over the rows it is given and to send nothing anywhere. It knows nothing of services: a row
//! is a key with texts. Start reading at [`Index`].

mod analyse;
mod asked;
mod build;
mod bytes;
mod correct;
mod fold;
mod highlight;
mod index;
mod letters;
mod plan;
mod postings;
mod query;
mod rank;
mod synonyms;
mod terms;

mod ways;
mod weights;
mod words;

pub use bytes::IndexError;
pub use fold::same;
pub use highlight::Marks;
pub use query::{Answer, Hit, Query};
pub use synonyms::Synonyms;

/// What is searched.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// Given back in a [`Hit`].
    pub key: String,
    /// Names, in any language.
    pub names: Vec<String>,
    /// Other words by which people look for it.
    pub keywords: Vec<String>,
    /// Texts that count less: who does it, what it is for.
    pub details: Vec<String>,
    /// What people asked who then took it: it is found by what is asked alike.
    pub asked: Vec<Asked>,
    /// How much it is asked for; orders what matches alike.
    pub demand: u32,
}

/// What people asked before they took a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// As they typed it.
    pub text: String,
    /// How many took this row: of those who asked so, beside the other rows that have this text.
    pub count: u32,
}

/// An index over rows.
#[derive(Debug, Clone)]
pub struct Index {
    terms: terms::Terms,
    postings: postings::Postings,
    /// Which words, by their terms, have three letters side by side.
    spellings: postings::Postings,
    /// How many rows have each term, and how much these are asked for together.
    frequencies: Vec<u32>,
    demands: Vec<u32>,
    texts: index::Texts,
    rows: index::Rows,
    taken: asked::Taken,
    synonyms: Synonyms,
}

impl Index {
    /// Reads every row once; without synonyms.
    #[must_use]
    pub fn new(rows: impl IntoIterator<Item = Row>) -> Self {
        Self::with_synonyms(rows, Synonyms::default())
    }

    /// Reads every row once.
    #[must_use]
    pub fn with_synonyms(rows: impl IntoIterator<Item = Row>, synonyms: Synonyms) -> Self {
        build::build(rows, synonyms)
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.own.len()
    }

    /// The memory that the index takes, in bytes: what it holds, not what its allocator rounds up to.
    #[must_use]
    pub fn heap_bytes(&self) -> usize {
        let maps: usize = self.terms.maps().iter().map(|map| map.as_fst().size()).sum();
        let postings: usize = [&self.postings, &self.spellings]
            .map(|one| one.parts().0.len() + 4 * one.parts().1.len())
            .iter()
            .sum();
        let numbers = 4 * (self.frequencies.len() + self.demands.len());
        maps + postings
            + numbers
            + self.texts.levels.len()
            + self.rows.heap_bytes()
            + self.taken.heap_bytes()
            + self.synonyms.source.len()
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.own.is_empty()
    }
}

#[cfg(test)]
mod tests;
