//! What is looked for: a query taken apart into groups of alternatives.

use crate::{
    Index,
    analyse::{Kind, Token, han, tokens},
    build::FIRST,
    synonyms::Rule,
    terms::{Term, beginning_with, get},
    weights,
    words::Word,
};

/// What is looked for; every group that a text answers to counts.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) groups: Vec<Group>,
    /// The query with slips put right, where there were any.
    pub(crate) correction: Option<String>,
}

/// What is done with a word that the index does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slips {
    PutRight,
    Kept,
}

/// Ways to say the same: the best one in a text counts.
#[derive(Debug, Default)]
pub(crate) struct Group {
    pub(crate) alternatives: Vec<Alternative>,
}

/// One way to say it: its slots count together, and much less where one is missing.
#[derive(Debug, Default, Clone)]
pub(crate) struct Alternative {
    pub(crate) weight: f32,
    pub(crate) slots: Vec<Slot>,
    /// Whether a text that lacks a slot is hardly an answer.
    pub(crate) needs_all: bool,
}

/// One place: the best of its terms counts.
#[derive(Debug, Default, Clone)]
pub(crate) struct Slot {
    pub(crate) weight: f32,
    pub(crate) terms: Vec<(Term, f32)>,
}

impl Slot {
    /// A term, weighed by its rarity.
    pub(crate) fn one(index: &Index, term: Term, weight: f32) -> Self {
        Self { weight: weight * index.rarity(term), terms: vec![(term, 1.0)] }
    }

    /// Terms of one meaning, which has the rarity of the commonest of them: or the rarest spelling would count most.
    pub(crate) fn any(index: &Index, terms: Vec<(Term, f32)>, weight: f32) -> Self {
        let rarity = terms.iter().map(|(term, _)| index.rarity(*term)).reduce(f32::min).unwrap_or_default();
        Self { weight: weight * rarity, terms }
    }

    /// Adds terms; of one that is there already the higher weight counts.
    pub(crate) fn add(&mut self, terms: impl IntoIterator<Item = (Term, f32)>) {
        for (term, weight) in terms {
            match self.terms.iter_mut().find(|(known, _)| *known == term) {
                Some((_, known)) => *known = known.max(weight),
                None => self.terms.push((term, weight)),
            }
        }
    }
}

impl Group {
    pub(crate) fn of(slots: Vec<Slot>) -> Self {
        Self { alternatives: vec![Alternative { weight: 1.0, slots, needs_all: false }] }
    }
}

impl Alternative {
    /// What it is worth where a text has all of it.
    pub(crate) fn mass(&self) -> f32 {
        self.slots.iter().map(|slot| slot.weight).sum()
    }
}

impl Group {
    /// Adds what editors say for it. A longer way to say the same must not count for more.
    pub(crate) fn add_others(&mut self, index: &Index, rule: &Rule) {
        let own = self.alternatives.first().map_or(0.0, Alternative::mass);
        for other in &rule.others {
            let mut other = said_otherwise(index, other);
            let mass = other.mass();
            if own > 0.0 && mass > own {
                other.weight *= (own / mass).powf(weights::LONGER);
            }
            self.alternatives.push(other);
        }
    }
}

/// How much may be typed for what a name begins with to count, and the most beginnings that are looked for.
const FIRST_HAN: usize = 1;
const FIRST_LETTERS: usize = 3;
const MOST_FIRST: usize = 60;

/// The most tokens and Han characters of a query that are looked at: more is pasted, not asked.
const MOST_TOKENS: usize = 48;
const MOST_HAN: usize = 160;

impl Plan {
    pub(crate) fn new(index: &Index, text: &str, slips: Slips) -> Self {
        let mut plan = Self::default();
        let mut tokens = tokens(text);
        tokens.truncate(MOST_TOKENS);
        let mut han_left = MOST_HAN;
        let is_open = text.chars().next_back().is_some_and(char::is_alphanumeric);
        let mut at = 0;
        while at < tokens.len() {
            let run = tokens[at..].iter().take_while(|token| token.kind == tokens[at].kind).count();
            match tokens[at].kind {
                Kind::Han => {
                    for token in &tokens[at..at + run] {
                        let cut: String = token.text.chars().take(han_left).collect();
                        han_left = han_left.saturating_sub(cut.chars().count());
                        plan.add_han(index, text, token, &cut, slips);
                    }
                }
                Kind::Word => {
                    let is_last = at + run == tokens.len();
                    Word::plan(index, &mut plan, text, &tokens[at..at + run], (is_last && is_open, slips));
                }
            }
            at += run;
        }
        plan.add_first(index, &tokens);
        plan.groups.retain(|group| group.alternatives.iter().any(|one| !one.slots.is_empty()));
        plan
    }

    /// What a text would be worth that has all that is looked for, said as it was typed.
    pub(crate) fn whole(&self) -> f32 {
        self.groups.iter().filter_map(|group| group.alternatives.first()).map(Alternative::mass).sum()
    }

    /// What a name begins with counts besides while little is typed, so that the first key brings what begins so.
    fn add_first(&mut self, index: &Index, tokens: &[Token]) {
        let [token] = tokens else { return };
        let (map, most) = match token.kind {
            Kind::Han => (&index.terms.han, FIRST_HAN),
            Kind::Word => (&index.terms.words, FIRST_LETTERS),
        };
        if token.text.chars().count() <= most {
            let begin: String = token.text.chars().take(most).collect();
            let found = beginning_with(map, &format!("{FIRST}{begin}"), MOST_FIRST);
            let terms = found.into_iter().map(|(_, term)| (term, 1.0)).collect();
            self.groups.push(Group::of(vec![Slot::any(index, terms, weights::FIRST)]));
        }
    }

    fn add_han(&mut self, index: &Index, text: &str, token: &Token, typed: &str, slips: Slips) {
        let right = if slips == Slips::PutRight { index.right_han(typed) } else { None };
        if let (Some(right), None) = (&right, &self.correction) {
            let (before, after) =
                (text.get(..token.from).unwrap_or_default(), text.get(token.to..).unwrap_or_default());
            self.correction = Some(format!("{before}{right}{after}"));
        }
        let run = right.as_deref().unwrap_or(typed);
        for part in han::subject(run) {
            let units: Vec<String> = part.iter().map(|c| String::from(*c)).collect();
            // Each character belongs to the span of a rule, or to none.
            let mut spans: Vec<(usize, usize, &Rule)> = Vec::new();
            let mut at = 0;
            while at < units.len() {
                if let Some(rule) = index.synonyms.begins(&units[at..]) {
                    spans.push((at, at + rule.units.len(), rule));
                    at += rule.units.len();
                } else {
                    at += 1;
                }
            }
            let inside = |from: usize, to: usize| spans.iter().any(|span| span.0 <= from && to <= span.1);
            for (from, to) in grams(part.len()) {
                if !inside(from, to)
                    && let Some(slot) = slot(index, &part[from..to])
                {
                    self.groups.push(Group::of(vec![slot]));
                }
            }
            for (from, to, rule) in &spans {
                let mut group = Group::of(slots(index, &part[*from..*to]));
                group.add_others(index, rule);
                self.groups.push(group);
            }
        }
    }
}

/// Another way to say it, of Han or of words.
pub(crate) fn said_otherwise(index: &Index, text: &str) -> Alternative {
    let mut all = Vec::new();
    for token in tokens(text) {
        match token.kind {
            Kind::Han => all.extend(slots(index, &token.text.chars().collect::<Vec<_>>())),
            Kind::Word => all.push(Word::written(index, &token.text)),
        }
    }
    Alternative { weight: weights::SYNONYM, slots: all, needs_all: true }
}

/// The characters and pairs of a run of so many characters, as from and to.
fn grams(length: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..length).map(|at| (at, at + 1)).chain((1..length).map(|at| (at - 1, at + 1)))
}

fn slots(index: &Index, run: &[char]) -> Vec<Slot> {
    grams(run.len()).filter_map(|(from, to)| slot(index, &run[from..to])).collect()
}

fn slot(index: &Index, piece: &[char]) -> Option<Slot> {
    let piece: String = piece.iter().collect();
    get(&index.terms.han, &piece).map(|term| Slot::one(index, term, han::weight(&piece)))
}
