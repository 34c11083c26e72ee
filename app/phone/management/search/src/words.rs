//! What a typed word may mean: itself, its other forms, its beginning, several words, pinyin, first letters, a slip.

use crate::{
    Index,
    analyse::{Token, latin, pinyin},
    correct::share,
    plan::{Alternative, Group, Plan, Slips, Slot},
    terms::{Terms, beginning_with, get},
    ways::{as_initials, letters_and_digits, read_as_pinyin, said_in_initials, said_so},
    weights,
};

/// The most words of one beginning, of one stem, of one slip.
const MOST_BEGINNING: usize = 40;
const MOST_FORMS: usize = 12;
const MOST_SLIPS: usize = 4;

/// A word as it is read: as typed, or as what was meant by it.
pub(crate) struct Word {
    /// What editors' rules are compared with.
    unit: String,
    slot: Slot,
    otherwise: Vec<Alternative>,
    /// What citizens say, read in its letters.
    said: Vec<Group>,
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
                let read = read_as_pinyin(index, &letters);
                let said = said_so(index, &letters);
                if read.is_some() || !said.is_empty() {
                    let slots = typed[at..at + syllables]
                        .iter()
                        .map(|token| Self::slot(index, &token.text))
                        .collect();
                    let mut group = Group::of(slots);
                    group.alternatives.extend(read);
                    plan.groups.push(group);
                    plan.groups.extend(said);
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
            own.iter_mut().for_each(|word| plan.groups.append(&mut word.said));
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
        let mut said = Vec::new();
        if !latin::is_asking(text) {
            let letters = text.chars().count();
            if !is_known {
                said.extend(said_so(index, text));
                said.extend(said_in_initials(index, text));
            }
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
        words.push(Self { unit, slot, otherwise, said });
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
            said: Vec::new(),
        })
    }

    fn plain(index: &Index, word: &str) -> Self {
        let mut slot = Self::slot(index, word);
        if latin::is_asking(word) {
            slot.weight /= weights::ASKING;
        }
        Self { unit: latin::stem(word), slot, otherwise: Vec::new(), said: Vec::new() }
    }

    /// A word that an editor wrote, with its other forms.
    pub(crate) fn written(index: &Index, word: &str) -> Slot {
        Self::plain(index, word).slot
    }

    /// The word itself and its other forms.
    pub(crate) fn slot(index: &Index, word: &str) -> Slot {
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
        let otherwise = if terms.is_empty() { 0.0 } else { commonest };
        let rarity = exact.map_or(otherwise, |term| index.rarity(term));
        Slot { weight: latin::weight(word) * rarity, terms }
    }

    /// Words that begin so: what is typed last is perhaps unfinished.
    fn add_beginning(index: &Index, word: &str, slot: &mut Slot, weight: f32) {
        let found = beginning_with(&index.terms.words, word, MOST_BEGINNING);
        if slot.terms.is_empty() {
            slot.weight =
                found.iter().map(|(_, term)| index.rarity(*term)).reduce(f32::min).unwrap_or_default();
        }
        let typed = |whole: &str| share(word.len(), whole.len()).powf(weights::NOT_TYPED);
        slot.add(found.iter().map(|(whole, term)| (*term, weight * typed(whole))));
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
