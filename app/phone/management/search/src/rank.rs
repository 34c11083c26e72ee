//! How well rows answer: BM25 over texts (Robertson and Zaragoza 2009), joined by row, raised by demand and nearness.

use std::collections::HashSet;

use crate::{
    Index,
    build::Field,
    index::{Rows, length},
    plan::{Alternative, Group, Plan, Slot},
    terms::Term,
    weights,
};

/// The most that nearness may raise a row.
const NEAREST: f32 = 2.0;

/// Texts with a value each, ascending.
type Scored = Vec<(u32, f32)>;

impl Index {
    /// What texts and rows are worth for a plan.
    pub(crate) fn worth_of(&self, plan: &Plan) -> WorthOf {
        let texts = self.score_texts(plan);
        let taken = self.taken_before(&texts, plan);
        WorthOf { texts, taken }
    }

    /// What each text is worth for a plan, by its number.
    fn score_texts(&self, plan: &Plan) -> Vec<f32> {
        let norms = self.norms();
        let mut total = vec![0.0_f32; self.texts.len()];
        for group in &plan.groups {
            self.add_group(group, &norms, &mut total);
        }
        total
    }

    fn add_group(&self, group: &Group, norms: &[f32; 256], total: &mut [f32]) {
        // Most groups are one term.
        if let [Alternative { weight, slots, .. }] = group.alternatives.as_slice()
            && let [Slot { weight: slot, terms }] = slots.as_slice()
            && let [(term, own)] = terms.as_slice()
        {
            self.each(*term, weight * slot * own, norms, |text, value| {
                if let Some(all) = total.get_mut(text as usize) {
                    *all += value;
                }
            });
            return;
        }
        let ways: Vec<Scored> = group.alternatives.iter().map(|one| self.alternative(one, norms)).collect();
        for (text, value) in merge(ways, f32::max) {
            if let Some(all) = total.get_mut(text as usize) {
                *all += value;
            }
        }
    }

    fn alternative(&self, one: &Alternative, norms: &[f32; 256]) -> Scored {
        let slots: Vec<Scored> = one.slots.iter().map(|slot| self.slot(slot, norms)).collect();
        let scale = one.weight;
        if !one.needs_all || slots.len() < 2 {
            let mut all = merge(slots, |a, b| a + b);
            for (_, value) in &mut all {
                *value *= scale;
            }
            return all;
        }
        #[expect(clippy::cast_precision_loss, reason = "a few slots")]
        let needed = slots.len() as f32;
        let counted = slots
            .into_iter()
            .map(|slot| slot.into_iter().map(|(text, value)| (text, (value, 1.0_f32))).collect());
        merge_with(counted.collect(), |a: (f32, f32), b: (f32, f32)| (a.0 + b.0, a.1 + b.1))
            .into_iter()
            .map(|(text, (value, count))| (text, value * scale * (count / needed)))
            .collect()
    }

    fn slot(&self, slot: &Slot, norms: &[f32; 256]) -> Scored {
        let lists = slot.terms.iter().map(|(term, weight)| {
            let mut texts = Vec::with_capacity(self.postings.length(*term));
            self.each(*term, slot.weight * weight, norms, |text, value| texts.push((text, value)));
            texts
        });
        merge(lists.collect(), f32::max)
    }

    fn each(&self, term: Term, weight: f32, norms: &[f32; 256], mut take: impl FnMut(u32, f32)) {
        for (text, count) in self.postings.of(term) {
            let Some(level) = self.texts.levels.get(text as usize) else { continue };
            #[expect(clippy::cast_precision_loss, reason = "a count in one text")]
            let count = count as f32;
            take(text, weight * count / (count + norms[usize::from(*level)]));
        }
    }

    /// The logarithm of how few rows have a term.
    pub(crate) fn rarity(&self, term: Term) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "orders only")]
        let (all, having) = (self.rows.len() as f32, self.frequency(term) as f32);
        (1.0 + (all - having + 0.5).max(0.0) / (having + 0.5)).ln()
    }

    /// What a count is weighed against, by the level of a text.
    fn norms(&self) -> [f32; 256] {
        std::array::from_fn(|level| {
            let field = level >> 6;
            // What was asked before is compared by how much of it is asked again, see `asked`.
            if field == Field::Asked as usize {
                return 0.0;
            }
            let share = weights::LENGTH[field];
            #[expect(clippy::cast_possible_truncation, reason = "below 256")]
            let length = length(level as u8) / self.texts.means[field].max(1.0);
            (if field == 2 { weights::REPEATED_IN_DETAIL } else { weights::REPEATED })
                * (1.0 - share + share * length)
        })
    }

    /// The best rows with their scores, best first; the earlier row first where they are alike.
    pub(crate) fn best_rows(
        &self,
        worth: &WorthOf,
        limit: usize,
        nearness: impl Fn(usize) -> f32,
    ) -> Vec<(usize, f32)> {
        self.best(worth, Best::new(limit, None), nearness)
    }

    /// As [`Self::best_rows`], one row for each first name.
    pub(crate) fn best_names(
        &self,
        worth: &WorthOf,
        limit: usize,
        nearness: impl Fn(usize) -> f32,
    ) -> Vec<(usize, f32)> {
        self.best(worth, Best::new(limit, Some(&self.rows)), nearness)
    }

    fn best(&self, of: &WorthOf, mut best: Best<'_>, nearness: impl Fn(usize) -> f32) -> Vec<(usize, f32)> {
        let priors: [f32; 256] = std::array::from_fn(|level| {
            #[expect(clippy::cast_possible_truncation, reason = "below 256")]
            let prior = Rows::prior(level as u8);
            prior * prior
        });
        let lists: Vec<Worth> = (0..self.rows.lists.len()).map(|list| self.worth(&of.texts, list)).collect();
        let mut taken = of.taken.iter().peekable();
        for (row, (own, shared)) in self.rows.own.iter().zip(&self.rows.shared).enumerate() {
            // Squares until it is clear that a row may be among the best: most are not.
            let mut square = lists[*own as usize].and(lists[*shared as usize])
                * priors[usize::from(self.rows.levels[row])];
            if let Some((_, value)) = taken.next_if(|(of, _)| *of as usize == row) {
                square += value * value;
            }
            if square * (NEAREST * NEAREST) > best.least {
                let near = nearness(row).clamp(0.0, NEAREST);
                best.take(row, square * near * near);
            }
        }
        best.close()
    }

    fn worth(&self, texts: &[f32], list: usize) -> Worth {
        let mut worth = Worth::default();
        for text in self.rows.lists.of(list) {
            let value = texts.get(*text as usize).copied().unwrap_or(0.0);
            match self.texts.field(*text) {
                Field::Name => worth.name = worth.name.max(value),
                Field::Keyword => worth.keyword = worth.keyword.max(weights::KEYWORD * value),
                Field::Detail => worth.detail = worth.detail.max(weights::DETAIL * value),
                Field::Asked => {}
            }
        }
        worth
    }
}

/// What is worth something for a plan.
#[derive(Debug)]
pub(crate) struct WorthOf {
    /// Texts, by their numbers.
    texts: Vec<f32>,
    /// Rows by what was asked before, in their order.
    taken: Vec<(u32, f32)>,
}

/// What the texts of a list are worth, a field.
#[derive(Debug, Default, Clone, Copy)]
struct Worth {
    name: f32,
    keyword: f32,
    detail: f32,
}

impl Worth {
    /// The square of how well two lists answer together: what is found in one field counts more than what is scattered.
    #[inline]
    fn and(self, other: Self) -> f32 {
        let name = self.name.max(other.name);
        let keyword = self.keyword.max(other.keyword);
        let detail = self.detail.max(other.detail);
        name * name + keyword * keyword + detail * detail
    }
}

/// The best rows so far, by the squares of their scores.
struct Best<'a> {
    rows: Vec<(usize, f32)>,
    limit: usize,
    /// What a row must have more than to be among them.
    least: f32,
    /// Where one row a first name is wanted: whose names.
    names: Option<&'a Rows>,
}

impl<'a> Best<'a> {
    fn new(limit: usize, names: Option<&'a Rows>) -> Self {
        Self { rows: Vec::new(), limit, least: 0.0, names }
    }

    fn take(&mut self, row: usize, square: f32) {
        if square > self.least && self.limit > 0 {
            self.rows.push((row, square));
            if self.rows.len() >= 4 * self.limit.max(16) {
                self.cut();
            }
        }
    }

    fn cut(&mut self) {
        self.rows.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        if let Some(names) = self.names {
            let mut seen = HashSet::new();
            self.rows.retain(|(row, _)| seen.insert(names.lists.of(names.own[*row] as usize).first()));
        }
        self.rows.truncate(self.limit);
        if self.rows.len() == self.limit {
            self.least = self.rows.last().map_or(0.0, |last| last.1);
        }
    }

    fn close(mut self) -> Vec<(usize, f32)> {
        self.cut();
        self.rows.iter_mut().for_each(|(_, square)| *square = square.sqrt());
        self.rows
    }
}

fn merge(lists: Vec<Scored>, join: impl Fn(f32, f32) -> f32) -> Scored {
    merge_with(lists, join)
}

/// One list of several that are ascending, what is for the same text joined.
fn merge_with<T: Copy>(mut lists: Vec<Vec<(u32, T)>>, join: impl Fn(T, T) -> T) -> Vec<(u32, T)> {
    if lists.len() < 2 {
        return lists.pop().unwrap_or_default();
    }
    let mut all = lists.concat();
    // Stable and made for runs that are in order already.
    all.sort_by_key(|(text, _)| *text);
    let mut joined: Vec<(u32, T)> = Vec::with_capacity(all.len());
    for (text, value) in all {
        match joined.last_mut() {
            Some((last, known)) if *last == text => *known = join(*known, value),
            _ => joined.push((text, value)),
        }
    }
    joined
}
