//! What of a text answers to a query.

use std::{collections::HashSet, ops::Range};

use crate::{
    Index,
    analyse::{Kind, Token, pinyin, tokens},
    fold::{folded, is_han},
    plan::{Plan, Slips},
    terms::{Term, get},
};

/// What of texts answers to one query.
pub struct Marks<'a> {
    index: &'a Index,
    wanted: HashSet<Term>,
    /// A single character is shown where nothing longer was typed: it is in half of all texts.
    is_single: bool,
}

impl Index {
    /// What answers to a query as [`Self::find`] reads it.
    #[must_use]
    pub fn marks(&self, query: &str) -> Marks<'_> {
        self.marks_of(query, Slips::PutRight)
    }

    /// What answers to a query as [`Self::find_as_typed`] reads it.
    #[must_use]
    pub fn marks_as_typed(&self, query: &str) -> Marks<'_> {
        self.marks_of(query, Slips::Kept)
    }

    fn marks_of(&self, query: &str, slips: Slips) -> Marks<'_> {
        let plan = Plan::new(self, query, slips);
        let wanted = plan
            .groups
            .iter()
            .flat_map(|group| &group.alternatives)
            .flat_map(|one| &one.slots)
            .flat_map(|slot| slot.terms.iter().map(|(term, _)| *term))
            .collect();
        Marks { index: self, wanted, is_single: query.chars().filter(|c| is_han(*c)).count() == 1 }
    }
}

impl Marks<'_> {
    /// The parts of a text that match, as ranges of bytes in order, none touching another: what is typed, other forms of it, what it was
    /// read as. A text of a row; of another text only what some row has is found.
    #[must_use]
    pub fn of(&self, text: &str) -> Vec<Range<usize>> {
        let terms = &self.index.terms;
        let tokens = tokens(text);
        let mut ranges = Vec::new();
        for token in &tokens {
            match token.kind {
                Kind::Word => {
                    if get(&terms.words, &token.text).is_some_and(|term| self.wanted.contains(&term)) {
                        ranges.push(token.from..token.to);
                    }
                }
                Kind::Han => self.mark_han(text, token, &mut ranges),
            }
        }
        if ranges.is_empty() {
            self.mark_initials(text, &tokens, &mut ranges);
        }
        join(ranges)
    }

    fn mark_han(&self, text: &str, token: &Token, ranges: &mut Vec<Range<usize>>) {
        let places = places(text, token);
        let sizes: &[usize] = if self.is_single { &[1, 2] } else { &[2] };
        for size in sizes {
            for piece in places.windows(*size) {
                let key: String = piece.iter().map(|(c, _)| *c).collect();
                if get(&self.index.terms.han, &key).is_some_and(|term| self.wanted.contains(&term)) {
                    ranges.push(piece[0].1.start..piece[size - 1].1.end);
                }
            }
        }
    }

    fn mark_initials(&self, text: &str, tokens: &[Token], ranges: &mut Vec<Range<usize>>) {
        let mut letters: Vec<(Vec<char>, Range<usize>)> = Vec::new();
        for token in tokens {
            match token.kind {
                Kind::Han => letters
                    .extend(places(text, token).into_iter().map(|(c, place)| (pinyin::initials(c), place))),
                Kind::Word => letters.push((token.text.chars().take(1).collect(), token.from..token.to)),
            }
        }
        for size in [2, 3] {
            for piece in letters.windows(size) {
                let own: Vec<Vec<char>> = piece.iter().map(|(own, _)| own.clone()).collect();
                let is_wanted = pinyin::choices(&own).iter().any(|key| {
                    get(&self.index.terms.initials, key).is_some_and(|term| self.wanted.contains(&term))
                });
                if is_wanted {
                    ranges.push(piece[0].1.start..piece[size - 1].1.end);
                }
            }
        }
    }
}

/// The folded characters of a token with their places in the text.
fn places(text: &str, token: &Token) -> Vec<(char, Range<usize>)> {
    let part = text.get(token.from..token.to).unwrap_or_default();
    let mut places: Vec<(char, Range<usize>)> =
        folded(part).filter(|(_, c)| is_han(*c)).map(|(at, c)| (c, token.from + at..token.to)).collect();
    for at in 1..places.len() {
        places[at - 1].1.end = places[at].1.start;
    }
    places
}

/// Ranges in order, those that touch as one.
fn join(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}
