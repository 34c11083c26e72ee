//! What a typed word may mean: itself, its other forms, its beginning, several words, pinyin, first letters, a slip.

use crate::{
    Index,
    analyse::{Token, latin, pinyin},
    plan::{Alternative, Group, Plan, Slot, said_otherwise},
    terms::{Term, Terms, beginning_with, get},
    tune::P,
};

/// The most words of one beginning, of one stem, of one slip, and pieces of one reading that are looked for.
const MOST_BEGINNING: usize = 40;
const MOST_FORMS: usize = 12;
const MOST_SLIPS: usize = 4;
const MOST_READ_SO: usize = 40;

/// A typed word.
pub(crate) struct Word;

impl Word {
    /// Plans a run of words; the last one may be unfinished.
    pub(crate) fn plan(index: &Index, plan: &mut Plan, text: &str, words: &[Token], is_open: bool) {
        let units: Vec<String> = words.iter().map(|word| latin::stem(&word.text)).collect();
        let mut corrected = String::new();
        let mut from = words.first().map_or(0, |word| word.from);
        let mut at = 0;
        while at < words.len() {
            if let Some(rule) = index.synonyms.begins(&units[at..]) {
                let own = words[at..at + rule.units.len()].iter().map(|word| Self::slot(index, &word.text));
                let mut group = Group::of(own.collect());
                if rule.units.len() == 1 {
                    group.alternatives.extend(Self::otherwise(index, &words[at].text).0);
                }
                group.alternatives.extend(rule.others.iter().map(|other| said_otherwise(index, other)));
                plan.groups.push(group);
                at += rule.units.len();
                continue;
            }
            let syllables = syllables(&words[at..]);
            if syllables > 1 {
                let letters: String = words[at..at + syllables].iter().map(|word| word.text.as_str()).collect();
                if let Some(read) = read_as_pinyin(index, &letters) {
                    let own = words[at..at + syllables].iter().map(|word| Self::slot(index, &word.text));
                    let mut group = Group::of(own.collect());
                    group.alternatives.push(read);
                    plan.groups.push(group);
                    at += syllables;
                    continue;
                }
            }
            if let Some(next) = words.get(at + 1)
                && let Some(term) = get(&index.terms.words, &format!("{}{}", words[at].text, next.text))
            {
                let mut group = Group::of(vec![Self::slot(index, &words[at].text), Self::slot(index, &next.text)]);
                group.alternatives.push(Alternative {
                    weight: 1.0,
                    slots: vec![Slot::one(term, 1.0)],
                    needs_all: false,
                });
                plan.groups.push(group);
                at += 2;
                continue;
            }
            let word = &words[at];
            let mut own = Self::slot(index, &word.text);
            if is_open && at + 1 == words.len() {
                Self::add_beginning(index, &word.text, &mut own);
            }
            let (otherwise, slip) = Self::otherwise(index, &word.text);
            if let Some(right) = slip
                && own.terms.is_empty()
            {
                corrected.push_str(text.get(from..word.from).unwrap_or_default());
                corrected.push_str(&right);
                from = word.to;
            }
            let mut group = Group::of(vec![own]);
            group.alternatives.extend(otherwise);
            plan.groups.push(group);
            at += 1;
        }
        if !corrected.is_empty()
            && let (Some(first), true) = (words.first(), plan.correction.is_none())
        {
            let before = text.get(..first.from).unwrap_or_default();
            let after = text.get(from..).unwrap_or_default();
            plan.correction = Some(format!("{before}{corrected}{after}"));
        }
    }

    /// The word itself and its other forms.
    pub(crate) fn slot(index: &Index, word: &str) -> Slot {
        let mut terms = Vec::new();
        if let Some(term) = get(&index.terms.words, word) {
            terms.push((term, 1.0));
        }
        for (_, term) in Terms::led_to(&index.terms.stems, &latin::stem(word), MOST_FORMS) {
            if terms.iter().all(|(known, _)| *known != term) {
                terms.push((term, P.stem));
            }
        }
        Slot { weight: if latin::is_asking(word) { P.asking } else { 1.0 }, terms }
    }

    /// Words that begin so: what is typed last is perhaps unfinished.
    fn add_beginning(index: &Index, word: &str, slot: &mut Slot) {
        for (_, term) in beginning_with(&index.terms.words, word, MOST_BEGINNING) {
            if slot.terms.iter().all(|(known, _)| *known != term) {
                slot.terms.push((term, P.prefix));
            }
        }
    }

    /// Other ways to read a word; and what it is with its slip put right, where it is known in no other way.
    fn otherwise(index: &Index, word: &str) -> (Vec<Alternative>, Option<String>) {
        let mut ways = Vec::new();
        let is_known = get(&index.terms.words, word).is_some();
        if latin::is_asking(word) {
            return (ways, None);
        }
        if let Some(read) = read_as_pinyin(index, word) {
            ways.push(read);
        }
        let letters = word.chars().count();
        if (2..=6).contains(&letters) {
            let weight = if is_known { P.initials_known } else { P.initials };
            ways.extend(as_initials(index, word, weight));
        }
        if !is_known {
            ways.extend(as_several(index, word));
        }
        let mut right = None;
        if (!is_known || P.slip_known > 0.0) && ways.is_empty() {
            let slips = index.slips(word, MOST_SLIPS);
            right = slips.first().map(|slip| slip.word.clone());
            let weight = if is_known { P.slip_known } else { 1.0 };
            for slip in slips {
                let mut slot = Self::slot(index, &slip.word);
                slot.weight = 1.0;
                ways.push(Alternative {
                    weight: weight * P.slip.powi(i32::from(slip.distance)),
                    slots: vec![slot],
                    needs_all: false,
                });
            }
        }
        (ways, right)
    }
}

/// How many words from here on are syllables, one by one.
fn syllables(words: &[Token]) -> usize {
    words.iter().take_while(|word| pinyin::is_syllable(&word.text)).count()
}

/// Letters read as pinyin: the way of reading of which the index knows most.
fn read_as_pinyin(index: &Index, letters: &str) -> Option<Alternative> {
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
                slots.push(Slot { weight: P.uni * 0.5, terms });
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
                slots.push(Slot { weight: 1.0, terms });
            }
        }
        if way.len() == 1 {
            let terms = Terms::led_to(map, letters, MOST_READ_SO).into_iter().map(|(_, term)| (term, 1.0)).collect();
            slots.push(Slot { weight: 1.0, terms });
        }
        let missing = way.len().saturating_sub(1) - pairs;
        if !slots.is_empty() && best.as_ref().is_none_or(|(less, _, _)| missing < *less) {
            best = Some((missing, pairs, slots));
        }
    }
    best.map(|(_, _, slots)| Alternative { weight: P.pinyin, slots, needs_all: true })
}

/// Pairs whose second character is not typed to its end.
fn unfinished(index: &Index, piece: &str, first: usize) -> Vec<(Term, f32)> {
    beginning_with(&index.terms.readings, piece, 4 * MOST_READ_SO)
        .into_iter()
        .filter(|(key, _)| {
            key.split_once('\0').is_some_and(|(read, han)| {
                han.chars().count() == 2 && read.is_char_boundary(first) && pinyin::is_syllable(&read[first..])
            })
        })
        .map(|(_, term)| (term, 0.8))
        .take(MOST_READ_SO)
        .collect()
}

/// First letters of words or of pinyin.
fn as_initials(index: &Index, word: &str, weight: f32) -> Option<Alternative> {
    let size = word.chars().count().min(3);
    let letters: Vec<char> = word.chars().collect();
    let slots: Option<Vec<Slot>> = letters
        .windows(size)
        .map(|piece| get(&index.terms.initials, &piece.iter().collect::<String>()).map(|term| Slot::one(term, 1.0)))
        .collect();
    Some(Alternative { weight, slots: slots?, needs_all: true })
}

/// A word that is several words of the index, written together.
fn as_several(index: &Index, word: &str) -> Option<Alternative> {
    let words = index.split(word)?;
    let slots = words.iter().map(|one| Word::slot(index, one)).collect();
    Some(Alternative { weight: P.split, slots, needs_all: true })
}
