//! Ways to read a typed word besides as the word it is: pinyin, first letters, a form's number.

use crate::{
    Index,
    analyse::pinyin,
    plan::{Alternative, Group, Slot, said_otherwise},
    synonyms::units,
    terms::{Term, Terms, beginning_with, get},
    weights,
    words::Word,
};

/// The most pieces of one reading that are looked for.
const MOST_READ_SO: usize = 40;

/// Letters read as pinyin: the way of reading of which the index knows most.
pub(crate) fn read_as_pinyin(index: &Index, letters: &str) -> Option<Alternative> {
    let map = &index.terms.readings;
    if map.is_empty() {
        return None;
    }
    let mut best: Option<(usize, usize, Vec<Slot>)> = None;
    for way in pinyin::segment(letters, 16) {
        let ends = |at: usize| way.get(at).copied().unwrap_or(letters.len());
        let mut slots = Vec::new();
        let mut pairs = 0;
        for at in 0..way.len() {
            let is_last = at + 1 == way.len();
            let piece = &letters[way[at]..ends(at + 1)];
            if way.len() == 1 || (is_last && !pinyin::is_syllable(piece)) {
                continue;
            }
            let terms: Vec<(Term, f32)> =
                Terms::led_to(map, piece, MOST_READ_SO).into_iter().map(|(_, term)| (term, 1.0)).collect();
            if !terms.is_empty() {
                slots.push(Slot::any(index, terms, weights::SYLLABLE));
            }
        }
        for at in 0..way.len().saturating_sub(1) {
            let piece = &letters[way[at]..ends(at + 2)];
            let is_last = at + 2 >= way.len();
            let mut terms: Vec<(Term, f32)> =
                Terms::led_to(map, piece, MOST_READ_SO).into_iter().map(|(_, term)| (term, 1.0)).collect();
            if is_last && terms.is_empty() {
                terms = unfinished(index, piece, way[at + 1] - way[at]);
            }
            if !terms.is_empty() {
                pairs += 1;
                slots.push(Slot::any(index, terms, 1.0));
            }
        }
        if way.len() == 1 {
            let terms =
                Terms::led_to(map, letters, MOST_READ_SO).into_iter().map(|(_, term)| (term, 1.0)).collect();
            slots.push(Slot::any(index, terms, 1.0));
        }
        let missing = way.len().saturating_sub(1) - pairs;
        // Syllables of which no two stand side by side anywhere are no word of the index.
        let is_word = way.len() == 1 || pairs > 0;
        if is_word && !slots.is_empty() && best.as_ref().is_none_or(|(less, _, _)| missing < *less) {
            best = Some((missing, pairs, slots));
        }
    }
    best.map(|(_, _, slots)| Alternative { weight: weights::PINYIN, slots, needs_all: true })
}

/// What citizens say, read in letters: a group for each phrase that editors have a rule for, of the way of reading that has most of them.
pub(crate) fn said_so(index: &Index, letters: &str) -> Vec<Group> {
    let said = &index.synonyms.letters;
    let mut best: (usize, Vec<Vec<&str>>) = (0, Vec::new());
    for way in pinyin::segment(letters, 16) {
        let ends = |at: usize| way.get(at).copied().unwrap_or(letters.len());
        let (mut at, mut covered, mut found) = (0, 0, Vec::new());
        while at < way.len() {
            let longest = (at + 2..=way.len().min(at + LONGEST_SAID)).rev().find_map(|to| {
                let phrases = said.sounding(&letters[way[at]..ends(to)]);
                (!phrases.is_empty()).then_some((to, phrases))
            });
            if let Some((to, phrases)) = longest {
                covered += to - at;
                found.push(phrases);
                at = to;
            } else {
                at += 1;
            }
        }
        if covered > best.0 {
            best = (covered, found);
        }
    }
    if best.1.is_empty() {
        best.1.extend(Some(said.nearly(letters)).filter(|near| !near.is_empty()));
    }
    best.1.into_iter().map(|phrases| said_group(index, &phrases, weights::PINYIN)).collect()
}

/// The most characters of a phrase that citizens say.
const LONGEST_SAID: usize = 8;

/// What citizens say, read in first letters.
pub(crate) fn said_in_initials(index: &Index, letters: &str) -> Option<Group> {
    let phrases = index.synonyms.letters.beginning(letters);
    (!phrases.is_empty()).then(|| said_group(index, &phrases, weights::INITIALS))
}

/// Any of some phrases, as they are said and as services are called.
fn said_group(index: &Index, phrases: &[&str], weight: f32) -> Group {
    let mut group = Group::default();
    for phrase in phrases {
        let mut own = Group { alternatives: vec![said_otherwise(index, phrase)] };
        if let Some(rule) = index.synonyms.begins(&units(phrase)) {
            own.add_others(index, rule);
        }
        group.alternatives.append(&mut own.alternatives);
    }
    group.alternatives.iter_mut().for_each(|one| one.weight *= weight);
    group
}

/// Pairs whose second character is not typed to its end.
fn unfinished(index: &Index, piece: &str, first: usize) -> Vec<(Term, f32)> {
    beginning_with(&index.terms.readings, piece, 4 * MOST_READ_SO)
        .into_iter()
        .filter(|(key, _)| {
            key.split_once('\0').is_some_and(|(read, han)| {
                han.chars().count() == 2
                    && read.is_char_boundary(first)
                    && pinyin::is_syllable(&read[first..])
            })
        })
        .map(|(_, term)| (term, 0.8))
        .take(MOST_READ_SO)
        .collect()
}

/// The letters and the digits of a number that the index does not have: a form of a department whose other forms it has.
pub(crate) fn letters_and_digits(index: &Index, word: &str) -> Option<Alternative> {
    let at = word.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 1)?;
    let slots: Vec<Slot> = [&word[..at], &word[at..]]
        .map(|part| Word::slot(index, part))
        .into_iter()
        .filter(|slot| !slot.terms.is_empty())
        .collect();
    (!slots.is_empty()).then_some(Alternative { weight: weights::NUMBER, slots, needs_all: false })
}

/// First letters of words or of pinyin.
pub(crate) fn as_initials(index: &Index, word: &str, weight: f32) -> Option<Alternative> {
    let size = word.chars().count().min(3);
    let letters: Vec<char> = word.chars().collect();
    let slots: Option<Vec<Slot>> = letters
        .windows(size)
        .map(|piece| {
            get(&index.terms.initials, &piece.iter().collect::<String>())
                .map(|term| Slot::one(index, term, 1.0))
        })
        .collect();
    Some(Alternative { weight, slots: slots?, needs_all: true })
}
