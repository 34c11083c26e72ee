//! What of a text answers to a query.

use std::{collections::HashSet, ops::Range};

use crate::{
    Index,
    analyse::{Kind, Token, pinyin, tokens},
    fold::{folded, is_han},
    plan::Plan,
    terms::{Term, Terms, get},
};

/// What of texts answers to one query: the terms by which it was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Marks {
    wanted: HashSet<Term>,
    /// A single character is shown where nothing longer was typed: it is in half of all texts.
    is_single: bool,
}

impl Marks {
    /// What answers to a query that was read as this plan says.
    pub(crate) fn new(query: &str, plan: &Plan) -> Self {
        let wanted = plan
            .groups
            .iter()
            .flat_map(|group| &group.alternatives)
            .flat_map(|one| &one.slots)
            .flat_map(|slot| slot.terms.iter().map(|(term, _)| *term))
            .collect();
        Self { wanted, is_single: query.chars().filter(|c| is_han(*c)).count() == 1 }
    }

    /// The parts of a text that match, as ranges of bytes in order, none touching another: what is typed, other forms of it, what it was
    /// read as. A text of a row of the index that answered; of another text only what some row has is found.
    #[must_use]
    pub fn of(&self, index: &Index, text: &str) -> Vec<Range<usize>> {
        let terms = &index.terms;
        let tokens = tokens(text);
        let mut ranges = Vec::new();
        for token in &tokens {
            match token.kind {
                Kind::Word => {
                    if get(&terms.words, &token.text).is_some_and(|term| self.wanted.contains(&term)) {
                        ranges.push(token.from..token.to);
                    }
                }
                Kind::Han => self.mark_han(terms, text, token, &mut ranges),
            }
        }
        if ranges.is_empty() {
            self.mark_initials(terms, text, &tokens, &mut ranges);
        }
        join(ranges)
    }

    fn mark_han(&self, terms: &Terms, text: &str, token: &Token, ranges: &mut Vec<Range<usize>>) {
        let places = places(text, token);
        let sizes: &[usize] = if self.is_single { &[1, 2] } else { &[2] };
        for size in sizes {
            for piece in places.windows(*size) {
                let key: String = piece.iter().map(|(c, _)| *c).collect();
                if get(&terms.han, &key).is_some_and(|term| self.wanted.contains(&term)) {
                    ranges.push(piece[0].1.start..piece[size - 1].1.end);
                }
            }
        }
    }

    fn mark_initials(&self, terms: &Terms, text: &str, tokens: &[Token], ranges: &mut Vec<Range<usize>>) {
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
                let is_wanted = pinyin::choices(&own)
                    .iter()
                    .any(|key| get(&terms.initials, key).is_some_and(|term| self.wanted.contains(&term)));
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
