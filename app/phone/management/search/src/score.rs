//! How well a text answers a query. The numbers only order the ways to match: the same text, its beginning, a word's
//! beginning, inside, by pinyin, by initials, in parts, with a slip.

use std::collections::HashSet;

use crate::text::{Field, is_han};

const SAME: f32 = 1000.0;
const BEGINS: f32 = 800.0;
const WORDS: f32 = 700.0;
const INSIDE: f32 = 620.0;
const PINYIN: f32 = 560.0;
const INITIALS: f32 = 500.0;
const PARTS: f32 = 380.0;
const SLIP: f32 = 260.0;

pub(crate) fn score(query: &str, field: &Field) -> f32 {
    if field.text == query {
        return SAME;
    }
    // A match that covers more of a text says more: the share is worth less than the way of matching.
    let covered = 60.0 * share(query.chars().count(), field.text.chars().count());
    if field.text.starts_with(query) {
        return BEGINS + covered;
    }
    let is_latin = query.chars().all(|c| c.is_ascii_alphanumeric() || c == ' ' || c == '\'');
    if is_latin {
        return latin(query, field).map_or(0.0, |score| score + covered);
    }
    if field.text.contains(query) {
        return INSIDE + covered;
    }
    parts(query, field)
}

fn share(part: usize, whole: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "lengths of short texts")]
    let share = part as f32 / whole.max(1) as f32;
    share.min(1.0)
}

fn latin(query: &str, field: &Field) -> Option<f32> {
    let asked: Vec<&str> = query.split_whitespace().collect();
    if !field.words.is_empty() && asked.iter().all(|word| field.words.iter().any(|own| own.starts_with(word)))
    {
        return Some(WORDS);
    }
    let joined: String = asked.concat();
    if !field.syllables.is_empty() {
        if let Some(from_first) = by_pinyin(&joined, &field.syllables) {
            return Some(PINYIN + if from_first { 80.0 } else { 0.0 });
        }
        let initials: String =
            field.syllables.iter().filter_map(|syllable| syllable.chars().next()).collect();
        if let Some(at) = initials.find(&joined) {
            return Some(INITIALS + if at == 0 { 80.0 } else { 0.0 });
        }
    }
    asked.iter().all(|word| field.words.iter().any(|own| is_slip(word, own))).then_some(SLIP)
}

/// Whether `typed` is the pinyin of a run of syllables, the last one perhaps unfinished; and whether from the first.
fn by_pinyin(typed: &str, syllables: &[&str]) -> Option<bool> {
    (0..syllables.len()).find(|&start| runs(typed, &syllables[start..])).map(|start| start == 0)
}

fn runs(typed: &str, syllables: &[&str]) -> bool {
    match syllables.split_first() {
        _ if typed.is_empty() => true,
        Some((first, rest)) => {
            first.starts_with(typed) || typed.strip_prefix(first).is_some_and(|typed| runs(typed, rest))
        }
        None => false,
    }
}

/// Shared pairs of Han characters, for what is said in another order or with other words between.
fn parts(query: &str, field: &Field) -> f32 {
    let pairs = |text: &str| -> HashSet<(char, char)> {
        let han: Vec<char> = text.chars().filter(|&c| is_han(c)).collect();
        han.windows(2).map(|pair| (pair[0], pair[1])).collect()
    };
    let asked = pairs(query);
    if asked.is_empty() {
        return 0.0;
    }
    let shared = share(asked.intersection(&pairs(&field.text)).count(), asked.len());
    if shared >= 0.3 { PARTS * shared } else { 0.0 }
}

/// Slips that people expect to be forgiven: none up to 4 letters, 1 up to 8, 2 from 9; a wrong first letter counts double.
fn is_slip(typed: &str, word: &str) -> bool {
    let budget = match typed.chars().count() {
        0..=4 => return word.starts_with(typed),
        5..=8 => 1,
        _ => 2,
    };
    let first = usize::from(typed.chars().next() != word.chars().next());
    strsim::damerau_levenshtein(typed, word) + first <= budget
}
