//! What is kept of rows and texts.

use std::collections::HashMap;

use crate::{build::Field, weights};

/// Rows: their keys, how much each is asked for, and which texts they have.
#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) struct Rows {
    pub(crate) keys: String,
    pub(crate) key_ends: Vec<u32>,
    /// How much each is asked for, as a share of 255.
    pub(crate) levels: Vec<u8>,
    /// The most that one is asked for.
    pub(crate) most: u32,
    /// Lists of texts: what many rows have together is there once, and read once a query.
    pub(crate) lists: Lists,
    /// The two lists of each row: what all rows of its first name have, and what it has besides (a department, a place).
    pub(crate) own: Vec<u32>,
    pub(crate) shared: Vec<u32>,
}

/// Lists of texts.
#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) struct Lists {
    pub(crate) texts: Vec<u32>,
    /// Where each list ends.
    pub(crate) ends: Vec<u32>,
}

impl Lists {
    /// The texts of a list, ascending: names first, then keywords, then details.
    #[inline]
    pub(crate) fn of(&self, list: usize) -> &[u32] {
        let from = list.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.texts[from as usize..self.ends[list] as usize]
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }
}

impl Rows {
    /// Takes the texts of each row, ascending. What every row of a first name has is one list, what a row has besides another.
    pub(crate) fn set_texts(&mut self, rows: &[Vec<u32>]) {
        let mut common: HashMap<Option<u32>, Vec<u32>> = HashMap::new();
        for texts in rows {
            let all = common.entry(texts.first().copied()).or_insert_with(|| texts.clone());
            all.retain(|text| texts.binary_search(text).is_ok());
        }
        let mut known: HashMap<Vec<u32>, u32> = HashMap::new();
        for texts in rows {
            let all = common.get(&texts.first().copied()).map_or(&[][..], Vec::as_slice);
            let (own, shared) = texts.iter().partition(|text| all.binary_search(text).is_ok());
            self.own.push(self.lists.add(own, &mut known));
            self.shared.push(self.lists.add(shared, &mut known));
        }
    }

    /// Takes how much each row is asked for.
    pub(crate) fn set_demand(&mut self, demand: &[u32]) {
        self.most = demand.iter().max().copied().unwrap_or(0);
        self.levels = demand.iter().map(|one| level(*one, self.most)).collect();
    }

    pub(crate) fn push(&mut self, key: &str) {
        self.keys.push_str(key);
        self.key_ends.push(u32::try_from(self.keys.len()).unwrap_or(u32::MAX));
    }

    /// Whether parts that were kept fit each other and so many texts.
    pub(crate) fn fit(&self, texts: usize) -> bool {
        let rows = self.key_ends.len();
        let ends =
            |ends: &[u32], all: usize| ends.is_sorted() && ends.last().map_or(0, |end| *end as usize) == all;
        let lists = self.lists.len();
        [self.levels.len(), self.own.len(), self.shared.len()] == [rows; 3]
            && ends(&self.lists.ends, self.lists.texts.len())
            && ends(&self.key_ends, self.keys.len())
            && self.key_ends.iter().all(|end| self.keys.is_char_boundary(*end as usize))
            && self.own.iter().chain(&self.shared).all(|list| (*list as usize) < lists)
            && self.lists.texts.iter().all(|text| (*text as usize) < texts)
    }

    pub(crate) fn len(&self) -> u32 {
        u32::try_from(self.own.len()).unwrap_or(u32::MAX)
    }

    /// The memory that they take, in bytes.
    pub(crate) fn heap_bytes(&self) -> usize {
        let numbers = [&self.key_ends, &self.lists.texts, &self.lists.ends, &self.own, &self.shared];
        self.keys.len() + self.levels.len() + numbers.iter().map(|numbers| 4 * numbers.len()).sum::<usize>()
    }

    /// The key of a row.
    pub(crate) fn key(&self, row: usize) -> &str {
        let from = row.checked_sub(1).map_or(0, |before| self.key_ends[before]);
        &self.keys[from as usize..self.key_ends[row] as usize]
    }

    /// What a score is multiplied by for a level of demand. The square keeps what is hardly asked for together, and sets apart
    /// what everybody asks for.
    pub(crate) fn prior(level: u8) -> f32 {
        let share = f32::from(level) / 255.0;
        (1.0 + weights::DEMAND * share * share).powf(1.0 / weights::SCORE_POWER)
    }
}

impl Lists {
    fn add(&mut self, texts: Vec<u32>, known: &mut HashMap<Vec<u32>, u32>) -> u32 {
        if let Some(list) = known.get(&texts) {
            return *list;
        }
        let list = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        self.texts.extend_from_slice(&texts);
        self.ends.push(u32::try_from(self.texts.len()).unwrap_or(u32::MAX));
        known.insert(texts, list);
        list
    }
}

/// How much a row is asked for beside the one that is asked for most, on a logarithmic scale of 255.
fn level(demand: u32, most: u32) -> u8 {
    if most == 0 {
        return 0;
    }
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "0 to 255"
    )]
    let level = ((demand as f32).ln_1p() / (most as f32).ln_1p() * 255.0).round().min(255.0) as u8;
    level
}

/// Texts: how long each is, in which field.
#[derive(Debug, Default, Clone)]
pub(crate) struct Texts {
    /// Two bits for the field, six for the length's level.
    pub(crate) levels: Vec<u8>,
    /// How many texts are names, how many names or keywords, how many of any field that is the row's own.
    pub(crate) bounds: [u32; 3],
    /// The mean length a field, over rows.
    pub(crate) means: [f32; 4],
    sums: [(f64, f64); 4],
}

/// Levels for a doubling of the length.
const LEVELS: f32 = 6.0;

impl Texts {
    pub(crate) fn push(&mut self, field: Field, length: u32, rows: u32) {
        #[expect(clippy::cast_precision_loss, reason = "a text's length")]
        self.levels.push((field as u8) << 6 | length_level(length as f32));
        let (sum, count) = &mut self.sums[field as usize];
        *sum += f64::from(length) * f64::from(rows);
        *count += f64::from(rows);
        let after = u32::try_from(self.levels.len()).unwrap_or(u32::MAX);
        for bound in self.bounds.iter_mut().skip(field as usize) {
            *bound = after;
        }
    }

    /// From parts that were kept; none where they do not fit each other.
    pub(crate) fn from_parts(levels: Vec<u8>, bounds: [u32; 3], means: [f32; 4]) -> Option<Self> {
        let fits = bounds.is_sorted()
            && bounds[2] as usize <= levels.len()
            && means.iter().all(|mean| mean.is_finite());
        fits.then_some(Self { levels, bounds, means, sums: Default::default() })
    }

    pub(crate) fn close(&mut self) {
        for (mean, (sum, count)) in self.means.iter_mut().zip(self.sums) {
            #[expect(clippy::cast_possible_truncation, reason = "a mean length")]
            {
                *mean = (sum / count.max(1.0)).max(1.0) as f32;
            }
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.levels.len()
    }

    #[inline]
    pub(crate) fn field(&self, text: u32) -> Field {
        if text < self.bounds[0] {
            Field::Name
        } else if text < self.bounds[1] {
            Field::Keyword
        } else if text < self.bounds[2] {
            Field::Detail
        } else {
            Field::Asked
        }
    }
}

/// The level that stands for a length.
pub(crate) fn length_level(length: f32) -> u8 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a level of 0 to 63")]
    let level = (length.max(1.0).log2() * LEVELS).round().min(63.0) as u8;
    level
}

/// The length that a level stands for.
pub(crate) fn length(level: u8) -> f32 {
    (f32::from(level & 63) / LEVELS).exp2()
}
