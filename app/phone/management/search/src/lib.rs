//! Finds services by what people type, on the device: Han, pinyin, initials, English, from the first character on.
//!
//! It promises to be pure over the rows it is given and to send nothing anywhere. It knows nothing of services: a row
//! is a key with texts. Start reading at [`Index`].

mod query;
mod score;
mod text;

pub use query::{Hit, Query};

use text::Field;

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
    /// How much it is asked for; orders what matches alike.
    pub demand: u32,
}

/// An index over rows.
#[derive(Debug, Default)]
pub struct Index {
    rows: Vec<Indexed>,
}

#[derive(Debug)]
struct Indexed {
    key: String,
    fields: Vec<Field>,
    demand: f32,
}

/// How much a match in a name, a keyword or a detail counts.
const WEIGHTS: [f32; 3] = [1.0, 0.97, 0.5];

impl Index {
    /// Reads every row once.
    #[must_use]
    pub fn new(rows: impl IntoIterator<Item = Row>) -> Self {
        let indexed = rows.into_iter().map(|row| {
            let texts = [(&row.names, WEIGHTS[0]), (&row.keywords, WEIGHTS[1]), (&row.details, WEIGHTS[2])];
            let fields = texts
                .into_iter()
                .flat_map(|(texts, weight)| texts.iter().map(move |text| Field::new(text, weight)))
                .collect();
            #[expect(clippy::cast_precision_loss, reason = "orders results only")]
            Indexed { key: row.key, fields, demand: (row.demand as f32 + 1.0).ln() }
        });
        Self { rows: indexed.collect() }
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

#[cfg(test)]
mod tests;
