//! What people asked before, and which rows they took: a row is found by what is asked alike.

use std::collections::BTreeMap;

use fst::Streamer;

use crate::{
    Index,
    analyse::{han, latin},
    build::{FIRST, Field},
    index::{length, length_level},
    plan::Plan,
    terms::Term,
    weights,
};

/// For each text that was asked, which rows were taken.
#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) struct Taken {
    /// Where each text's rows end.
    pub(crate) ends: Vec<u32>,
    pub(crate) rows: Vec<u32>,
    /// How much each row was taken beside the one that was taken most, as a share of 255.
    pub(crate) shares: Vec<u8>,
}

impl Taken {
    /// Takes so many texts with the rows that were taken for each: `(text, row, count)`, in any order.
    pub(crate) fn new(texts: usize, mut taken: Vec<(u32, u32, u32)>) -> Self {
        taken.sort_unstable();
        let mut kept = Self::default();
        let mut rest = taken.as_slice();
        for text in 0..texts {
            let own;
            (own, rest) = rest.split_at(rest.partition_point(|(of, _, _)| *of as usize <= text));
            let most = own.iter().map(|(_, _, count)| *count).max().unwrap_or(0).max(1);
            for (_, row, count) in own {
                kept.rows.push(*row);
                kept.shares.push(u8::try_from(u64::from(*count) * 255 / u64::from(most)).unwrap_or(u8::MAX));
            }
            kept.ends.push(u32::try_from(kept.rows.len()).unwrap_or(u32::MAX));
        }
        kept
    }

    /// Whether parts that were kept fit each other, so many texts and so many rows.
    pub(crate) fn fit(&self, texts: usize, rows: u32) -> bool {
        self.ends.len() == texts
            && self.ends.is_sorted()
            && self.ends.last().map_or(0, |end| *end as usize) == self.rows.len()
            && self.shares.len() == self.rows.len()
            && self.rows.iter().all(|row| *row < rows)
    }

    /// The memory that it takes, in bytes.
    pub(crate) fn heap_bytes(&self) -> usize {
        4 * (self.ends.len() + self.rows.len()) + self.shares.len()
    }

    /// The rows that were taken for a text, each with its share up to 1.
    fn of(&self, text: usize) -> impl Iterator<Item = (u32, f32)> + '_ {
        let from = text.checked_sub(1).map_or(0, |before| self.ends[before]) as usize;
        let to = self.ends[text] as usize;
        self.rows[from..to]
            .iter()
            .copied()
            .zip(self.shares[from..to].iter().map(|share| f32::from(*share) / 255.0))
    }
}

impl Index {
    /// Gives each text that was asked the worth of all its pieces for its length.
    pub(crate) fn weigh_asked(&mut self) {
        let first = self.texts.bounds[2];
        let mut whole = vec![0.0_f32; self.taken.ends.len()];
        for (map, weigh) in
            [(&self.terms.han, han::weight as fn(&str) -> f32), (&self.terms.words, latin::weight)]
        {
            let mut pieces = map.stream();
            while let Some((piece, term)) = pieces.next() {
                let (Ok(piece), Ok(term)) = (std::str::from_utf8(piece), Term::try_from(term)) else {
                    continue;
                };
                if piece.starts_with(FIRST) {
                    continue;
                }
                let own = weigh(piece) * self.rarity(term);
                for (text, _) in self.postings.of(term) {
                    if let Some(all) = text.checked_sub(first).and_then(|text| whole.get_mut(text as usize)) {
                        *all += own;
                    }
                }
            }
        }
        for (level, all) in self.texts.levels.iter_mut().skip(first as usize).zip(whole) {
            *level = (Field::Asked as u8) << 6 | length_level(all);
        }
    }

    /// What rows are worth for what was asked before, in the rows' order: the nearest of these questions speak for the rows that were taken.
    /// `texts` is what each text has of the plan.
    pub(crate) fn taken_before(&self, texts: &[f32], plan: &Plan) -> Vec<(u32, f32)> {
        let first = self.texts.bounds[2] as usize;
        let whole = plan.whole();
        let mut near: Vec<(usize, f32)> = Vec::new();
        for (text, has) in texts.iter().enumerate().skip(first).filter(|(_, has)| **has > 0.0) {
            // How much of what is asked now was asked then, and how much of what was asked then is asked now.
            let now = (has / whole.max(f32::EPSILON)).min(1.0);
            let then = (has / length(self.texts.levels[text])).min(1.0);
            near.push((text - first, now.powf(weights::ASKED_NOW) * then.powf(weights::ASKED_THEN)));
        }
        near.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        near.truncate(weights::ASKED_MOST);
        let mut rows: BTreeMap<u32, f32> = BTreeMap::new();
        let mut all = weights::ASKED_DOUBT;
        for (text, alike) in near {
            all += alike;
            for (row, share) in self.taken.of(text) {
                *rows.entry(row).or_default() += alike * share.powf(weights::ASKED_SHARE);
            }
        }
        rows.into_iter().map(|(row, value)| (row, weights::ASKED * whole * value / all)).collect()
    }
}
