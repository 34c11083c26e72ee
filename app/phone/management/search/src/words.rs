//! What a typed word may mean: itself, its other forms, its beginning, several words, pinyin, first letters, a slip.

use crate::{
    Index,
    analyse::{Token, latin, pinyin},
    plan::{Alternative, Group, Plan, Slips, Slot},
    terms::{Term, Terms, beginning_with, get},
    weights,
};

/// The most words of one beginning, of one stem, of one slip, and pieces of one reading that are looked for.
const MOST_BEGINNING: usize = 40;
const MOST_FORMS: usize = 12;
const MOST_SLIPS: usize = 4;
const MOST_READ_SO: usize = 40;

/// A word as it is read: as typed, or as what was meant by it.
pub(crate) struct Word {
    /// What editors' rules are compared with.
    unit: String,
    slot: Slot,
    otherwise: Vec<Alternative>,
}

impl Word {
    /// Plans a run of words; the last one may be unfinished.
    pub(crate) fn plan(
        index: &Index,
        plan: &mut Plan,
        text: &str,
        typed: &[Token],
        (is_open, slips): (bool, Slips),
    ) {
        let mut words = Vec::new();
        let mut correction = Correction::new(text, slips);
        let mut at = 0;
        while at < typed.len() {
            let token = &typed[at];
            let syllables = syllables(&typed[at..]);
            if syllables > 1 {
                let letters: String =
                    typed[at..at + syllables].iter().map(|token| token.text.as_str()).collect();
                if let Some(read) = read_as_pinyin(index, &letters) {
                    let slots = typed[at..at + syllables]
                        .iter()
                        .map(|token| Self::slot(index, &token.text))
                        .collect();
                    let mut group = Group::of(slots);
                    group.alternatives.push(read);
                    plan.groups.push(group);
                    at += syllables;
                    continue;
                }
            }
            if let Some(next) = typed.get(at + 1)
                && let Some(together) = Self::together(index, token, next)
            {
                words.push(together);
                at += 2;
                continue;
            }
            let is_last = at + 1 == typed.len();
            Self::read(index, token, is_last && is_open, &mut words, &mut correction);
            at += 1;
        }
        if plan.correction.is_none() {
            plan.correction = correction.close();
        }
        Self::group(index, plan, words);
    }

    /// Groups words, those together that editors have a rule for.
    fn group(index: &Index, plan: &mut Plan, mut words: Vec<Self>) {
        let units: Vec<String> = words.iter().map(|word| word.unit.clone()).collect();
        let mut at = 0;
        while at < words.len() {
            let rule = index.synonyms.begins(&units[at..]);
            let count = rule.map_or(1, |rule| rule.units.len());
            let own = &mut words[at..at + count];
            let mut group = Group::of(own.iter_mut().map(|word| std::mem::take(&mut word.slot)).collect());
            if let [word] = own {
                group.alternatives.append(&mut word.otherwise);
            }
            if let Some(rule) = rule {
                group.add_others(index, rule);
            }
            plan.groups.push(group);
            at += count;
        }
    }

    /// Reads one typed word.
    fn read(
        index: &Index,
        token: &Token,
        is_open: bool,
        words: &mut Vec<Self>,
        correction: &mut Correction<'_>,
    ) {
        let text = token.text.as_str();
        let mut slot = Self::slot(index, text);
        let mut otherwise = Vec::new();
        let mut unit = latin::stem(text);
        let is_known = get(&index.terms.words, text).is_some();
        if is_open || text.len() >= 4 {
            Self::add_beginning(
                index,
                text,
                &mut slot,
                if is_open { weights::UNFINISHED } else { weights::BEGINNING },
            );
        }
        if !latin::is_asking(text) {
            let letters = text.chars().count();
            let read = read_as_pinyin(index, text);
            let is_read = read.is_some();
            otherwise.extend(read);
            if (2..=6).contains(&letters) {
                let weight = if is_known { weights::INITIALS_OF_KNOWN } else { weights::INITIALS };
                otherwise.extend(as_initials(index, text, weight));
            }
            if !is_known {
                otherwise.extend(letters_and_digits(index, text));
            }
            let has_other_form = !slot.terms.is_empty();
            if has_other_form {
                let related: Vec<_> = index.related(text);
                slot.add(related);
            }
            if !is_known && !has_other_form && !is_read && index.synonyms.begins(&[unit.clone()]).is_none() {
                let near = if correction.slips == Slips::PutRight {
                    index.near(text, MOST_SLIPS)
                } else {
                    Vec::new()
                };
                // Words written together, unless one slip explains the word as well.
                let least = near.first().map_or(0.0, |near| near.likely() * weights::TOGETHER);
                if let Some(parts) = index.split(text, least) {
                    words.extend(parts.iter().map(|part| Self::plain(index, part)));
                    return;
                }
                if let Some(best) = near.first() {
                    correction.put(token, &best.word);
                    if best.word.contains(' ') {
                        words.extend(best.word.split(' ').map(|part| Self::plain(index, part)));
                        return;
                    }
                    unit = latin::stem(&best.word);
                    for one in &near {
                        let mut meant = Self::slot(index, &one.word);
                        meant.terms.iter_mut().for_each(|(_, own)| *own *= one.weight);
                        slot.add(meant.terms);
                    }
                    slot.weight = Self::slot(index, &best.word).weight;
                    slot.add(index.related(&best.word));
                }
            }
        }
        words.push(Self { unit, slot, otherwise });
    }

    /// Two words that the index has as one.
    fn together(index: &Index, one: &Token, next: &Token) -> Option<Self> {
        let together = format!("{}{}", one.text, next.text);
        get(&index.terms.words, &together)?;
        let slots = vec![Self::slot(index, &one.text), Self::slot(index, &next.text)];
        let apart = Alternative { weight: 1.0, slots, needs_all: false };
        Some(Self {
            unit: latin::stem(&together),
            slot: Self::slot(index, &together),
            otherwise: vec![apart],
        })
    }

    fn plain(index: &Index, word: &str) -> Self {
        let mut slot = Self::slot(index, word);
        if latin::is_asking(word) {
            slot.weight /= weights::ASKING;
        }
        Self { unit: latin::stem(word), slot, otherwise: Vec::new() }
    }

    /// A word that an editor wrote, with its other forms.
    pub(crate) fn written(index: &Index, word: &str) -> Slot {
        Self::plain(index, word).slot
    }

    /// The word itself and its other forms.
    fn slot(index: &Index, word: &str) -> Slot {
        let mut terms = Vec::new();
        let exact = get(&index.terms.words, word);
        terms.extend(exact.map(|term| (term, 1.0)));
        let mut commonest = f32::MAX;
        for (_, term) in Terms::led_to(&index.terms.stems, &latin::stem(word), MOST_FORMS) {
            commonest = commonest.min(index.rarity(term));
            if terms.iter().all(|(known, _)| *known != term) {
                terms.push((term, weights::FORM));
            }
        }
        let rarity = exact.map_or(commonest, |term| index.rarity(term));
        Slot { weight: if latin::is_asking(word) { weights::ASKING * rarity } else { rarity }, terms }
    }

    /// Words that begin so: what is typed last is perhaps unfinished.
    fn add_beginning(index: &Index, word: &str, slot: &mut Slot, weight: f32) {
        let found = beginning_with(&index.terms.words, word, MOST_BEGINNING);
        if slot.terms.is_empty() {
            slot.weight = found.iter().map(|(_, term)| index.rarity(*term)).fold(f32::MAX, f32::min);
        }
        let typed = word.len() as f32;
        slot.add(
            found
                .into_iter()
                .map(|(whole, term)| (term, weight * (typed / whole.len() as f32).powf(weights::NOT_TYPED))),
        );
    }
}

/// The query with what was put right in it.
struct Correction<'a> {
    slips: Slips,
    text: &'a str,
    right: String,
    from: usize,
}

impl<'a> Correction<'a> {
    fn new(text: &'a str, slips: Slips) -> Self {
        Self { slips, text, right: String::new(), from: 0 }
    }

    fn put(&mut self, token: &Token, right: &str) {
        self.right.push_str(self.text.get(self.from..token.from).unwrap_or_default());
        self.right.push_str(right);
        self.from = token.to;
    }

    fn close(mut self) -> Option<String> {
        if self.from == 0 {
            return None;
        }
        self.right.push_str(self.text.get(self.from..).unwrap_or_default());
        Some(self.right)
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
fn letters_and_digits(index: &Index, word: &str) -> Option<Alternative> {
    let at = word.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 1)?;
    let slots: Vec<Slot> = [&word[..at], &word[at..]]
        .map(|part| Word::slot(index, part))
        .into_iter()
        .filter(|slot| !slot.terms.is_empty())
        .collect();
    (!slots.is_empty()).then_some(Alternative { weight: weights::NUMBER, slots, needs_all: false })
}

/// First letters of words or of pinyin.
fn as_initials(index: &Index, word: &str, weight: f32) -> Option<Alternative> {
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
