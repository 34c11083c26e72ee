//! Slips in typing, and words written together.

use std::{collections::HashMap, sync::LazyLock};

use fst::{Automaton, IntoStreamer, Streamer};
use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder, SINK_STATE};

use crate::{
    Index,
    analyse::{han, latin, pinyin},
    terms::{Term, Terms, get},
    weights,
};

/// A word that is near a typed one.
#[derive(Debug, Clone)]
pub(crate) struct Near {
    pub(crate) word: String,
    /// How alike it is, up to 1.
    alike: f32,
    likelihood: f32,
    pub(crate) weight: f32,
}

/// A part of a whole, as lengths of words.
pub(crate) fn share(part: usize, whole: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "lengths of words")]
    let share = part as f32 / whole.max(1) as f32;
    share
}

/// How much a word is of another's family: they begin with the same letters for most of their length.
fn family(one: &str, other: &str) -> f32 {
    let same = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let shorter = one.len().min(other.len()).max(1);
    if same >= 5 && share(same, shorter) >= weights::FAMILY { 1.0 } else { 0.0 }
}

impl Near {
    /// How likely a word must be that explains a typed one as well as this.
    pub(crate) fn likely(&self) -> f32 {
        self.likelihood * self.alike
    }
}

/// The letters of a word three by three, with its beginning and end; each once.
pub(crate) fn threes(word: &str) -> Vec<String> {
    let letters: Vec<char> = [' ', ' '].into_iter().chain(word.chars()).chain([' ']).collect();
    let mut threes: Vec<String> = letters.windows(3).map(|three| three.iter().collect()).collect();
    threes.sort_unstable();
    threes.dedup();
    threes
}

/// Automata for one and for two slips; two letters exchanged are one slip.
static AUTOMATA: LazyLock<[LevenshteinAutomatonBuilder; 2]> =
    LazyLock::new(|| [1, 2].map(|slips| LevenshteinAutomatonBuilder::new(slips, true)));

/// Walks a map to the keys that are near a word.
pub(crate) struct Walk(DFA);

impl Walk {
    /// To what is at most so many slips away: one or two.
    pub(crate) fn new(word: &str, slips: u8) -> Self {
        Self(AUTOMATA[usize::from(slips.clamp(1, 2)) - 1].build_dfa(word))
    }

    /// How far a key is.
    pub(crate) fn distance(&self, key: &[u8]) -> Distance {
        self.0.eval(key)
    }
}

impl Automaton for Walk {
    type State = u32;

    fn start(&self) -> u32 {
        self.0.initial_state()
    }

    fn is_match(&self, state: &u32) -> bool {
        matches!(self.0.distance(*state), Distance::Exact(_))
    }

    fn can_match(&self, state: &u32) -> bool {
        *state != SINK_STATE
    }

    fn accept(&self, state: &u32, byte: u8) -> u32 {
        self.0.transition(*state, byte)
    }
}

impl Index {
    /// Words of the index that a typed one, which it has not, may mean: the likeliest first, with weights up to 1.
    pub(crate) fn near(&self, word: &str, limit: usize) -> Vec<Near> {
        let budget = latin::budget(word.chars().count());
        if word.chars().any(|c| c.is_ascii_digit()) {
            return Vec::new();
        }
        let mut found = if budget == 0 { self.exchanged(word) } else { self.slips(word, budget) };
        if budget > 0 {
            found.extend(self.alike(word));
            found.extend(self.together(word, budget));
        }
        let most = found.iter().map(|near| near.likelihood).fold(1.0, f32::max);
        for near in &mut found {
            near.weight =
                near.alike.powf(weights::ALIKE_POWER) * (near.likelihood / most).powf(weights::LIKELY_POWER);
        }
        found.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.word.cmp(&b.word)));
        found.dedup_by(|a, b| a.word == b.word);
        found.truncate(limit);
        found
    }

    /// Words that share most letters with a known one: what is made from it.
    pub(crate) fn related(&self, word: &str) -> Vec<(Term, f32)> {
        if word.len() < 4 {
            return Vec::new();
        }
        let mut found: Vec<_> = self
            .alike(word)
            .into_iter()
            .map(|n| ((n.alike / weights::BY_THREES).max(family(word, &n.word)), n.word))
            .filter(|n| n.0 >= weights::RELATED_LEAST)
            .collect();
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        found.truncate(weights::RELATED_MOST);
        found
            .into_iter()
            .filter_map(|(w, word)| Some((get(&self.terms.words, &word)?, weights::RELATED * w)))
            .collect()
    }

    /// Words of the same letters, two of them in the other order: right letters are no slip in a word of four.
    fn exchanged(&self, word: &str) -> Vec<Near> {
        let letters: Vec<char> = word.chars().collect();
        let mut found = Vec::new();
        for at in 1..letters.len().max(1) {
            let mut other = letters.clone();
            other.swap(at - 1, at);
            let other: String = other.into_iter().collect();
            if letters.len() == 4
                && let Some(term) = get(&self.terms.words, &other)
            {
                found.push(Near { word: other, alike: 0.75, likelihood: self.likelihood(term), weight: 0.0 });
            }
        }
        found
    }

    /// Words within the budget of slips.
    fn slips(&self, word: &str, budget: u8) -> Vec<Near> {
        let walk = Walk::new(word, budget);
        let mut found = Vec::new();
        let mut words = self.terms.words.search(&walk).into_stream();
        while let Some((key, term)) = words.next() {
            let (Ok(key), Ok(term)) = (std::str::from_utf8(key), Term::try_from(term)) else { continue };
            let Distance::Exact(distance) = walk.distance(key.as_bytes()) else { continue };
            let distance = distance + u8::from(key.chars().next() != word.chars().next());
            if distance <= budget {
                let alike = 1.0 - share(usize::from(distance), word.chars().count());
                found.push(Near {
                    word: key.to_owned(),
                    alike,
                    likelihood: self.likelihood(term),
                    weight: 0.0,
                });
            }
        }
        found
    }

    /// Two words written together with a slip.
    fn together(&self, word: &str, budget: u8) -> Vec<Near> {
        let walk = Walk::new(word, budget);
        let mut found = Vec::new();
        let mut pairs = self.terms.pairs.search(&walk).into_stream();
        while let Some((key, value)) = pairs.next() {
            let (Ok(key), Distance::Exact(distance)) = (std::str::from_utf8(key), walk.distance(key)) else {
                continue;
            };
            let distance = distance + u8::from(key.chars().next() != word.chars().next());
            let Some((one, next)) = key.split_at_checked((value & 0xFF) as usize) else { continue };
            if distance <= budget {
                let likelihood = likelihood(u32::try_from(value >> 8).unwrap_or(u32::MAX), 0);
                let alike = 1.0 - share(usize::from(distance), word.chars().count());
                found.push(Near { word: format!("{one} {next}"), alike, likelihood, weight: 0.0 });
            }
        }
        found
    }

    /// Words that share most of their letters, three by three (Dice 1945): what somebody wrote who knows it by ear.
    fn alike(&self, word: &str) -> Vec<Near> {
        let own = threes(word);
        let mut shared: HashMap<Term, usize> = HashMap::new();
        for number in own.iter().filter_map(|three| get(&self.terms.threes, three)) {
            for (term, _) in self.spellings.of(number) {
                *shared.entry(term).or_default() += 1;
            }
        }
        let mut found = Vec::new();
        for (term, shared) in shared {
            #[expect(clippy::cast_precision_loss, reason = "a word's length")]
            let dice = |theirs: usize| 2.0 * shared as f32 / (own.len() + theirs) as f32;
            if dice(shared) < weights::ALIKE_LEAST {
                continue;
            }
            let Some(key) = self.terms.word(term) else { continue };
            let alike = dice(key.chars().count() + 1);
            if alike >= weights::ALIKE_LEAST && key.len() > 3 {
                found.push(Near {
                    word: key,
                    alike: alike * weights::BY_THREES,
                    likelihood: self.likelihood(term),
                    weight: 0.0,
                });
            }
        }
        found
    }

    /// How likely it is that a word is meant.
    pub(crate) fn likelihood(&self, term: Term) -> f32 {
        let of = |all: &[u32]| all.get(term as usize).copied().unwrap_or(0);
        likelihood(of(&self.demands), of(&self.frequencies))
    }

    /// How many rows have a term.
    pub(crate) fn frequency(&self, term: Term) -> u32 {
        self.frequencies.get(term as usize).copied().unwrap_or(0)
    }

    /// The words of the index that are written together in this one, each at least so likely; none where some of it is no such word.
    pub(crate) fn split(&self, word: &str, least: f32) -> Option<Vec<String>> {
        parts(word, |part| {
            let likely = self.likelihood(get(&self.terms.words, part)?);
            (likely >= least).then_some(likely)
        })
    }
}

/// How many rows count for a pair that editors wrote.
const SAID: u32 = 10;

/// The longest run of Han that is looked through for a character that sounds like the one that was meant.
const LONGEST_RUN: usize = 16;

impl Index {
    /// A run of Han with characters put right that only sound like what was meant: one that makes a pair with no neighbour, where
    /// another of the same sound makes one with each. None where nothing is to be put right.
    pub(crate) fn right_han(&self, run: &str) -> Option<String> {
        let mut chars: Vec<char> = run.chars().collect();
        if !(2..=LONGEST_RUN).contains(&chars.len()) {
            return None;
        }
        // How many rows have a pair; none where there is no neighbour. What editors wrote is known as well.
        let having = |one: Option<char>, next: Option<char>| -> Option<u32> {
            let pair = String::from_iter([one?, next?]);
            let rows = get(&self.terms.han, &pair).map_or(0, |term| self.frequency(term));
            Some(if self.synonyms.has_pair(&pair) { rows.saturating_add(SAID) } else { rows })
        };
        let mut is_right = true;
        for at in 0..chars.len() {
            let before = at.checked_sub(1).map(|before| chars[before]);
            let after = chars.get(at + 1).copied();
            let makes = |c: char| [having(before, Some(c)), having(Some(c), after)];
            if han::is_particle(chars[at]) || makes(chars[at]).into_iter().flatten().any(|rows| rows > 0) {
                continue;
            }
            let sounds = pinyin::readings(chars[at]);
            let other = sounds
                .iter()
                .flat_map(|sound| Terms::led_to(&self.terms.readings, sound, MOST_ALIKE))
                .filter_map(|(piece, _)| piece.chars().next())
                .filter(|c| *c != chars[at] && !han::is_particle(*c))
                .filter_map(|c| Some((c, makes(c).into_iter().flatten().min()?)))
                .filter(|(_, rows)| *rows > 0)
                .max_by_key(|(c, rows)| (*rows, std::cmp::Reverse(*c)));
            if let Some((c, _)) = other {
                chars[at] = c;
                is_right = false;
            }
        }
        (!is_right).then(|| chars.into_iter().collect())
    }
}

/// The most characters of one sound that are looked at.
const MOST_ALIKE: usize = 80;

/// How likely it is that a word is meant: by how much its rows are asked for, and by how many they are.
pub(crate) fn likelihood(demand: u32, rows: u32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "orders only")]
    let likelihood = (demand as f32).ln_1p() + (rows as f32).ln_1p();
    likelihood
}

/// The least letters of a word that may be several, and of one that it is made of.
const SEVERAL: usize = 5;
const PART: usize = 3;

/// The words that a word is made of, by how likely each is: the fewest, then the likeliest; none where some of it is no word.
pub(crate) fn parts(word: &str, likely: impl Fn(&str) -> Option<f32>) -> Option<Vec<String>> {
    if !word.is_ascii() || word.len() < SEVERAL {
        return None;
    }
    // The best way to each place: how many words, how likely together, where the last one begins.
    let mut best: Vec<Option<(usize, f32, usize)>> = vec![None; word.len() + 1];
    best[0] = Some((0, 0.0, 0));
    for to in 1..=word.len() {
        for from in 0..to {
            let Some((words, all, _)) = best[from] else { continue };
            let part = &word[from..to];
            if part.len() == word.len() || (part.len() < PART && !latin::is_asking(part)) {
                continue;
            }
            let Some(own) = likely(part) else { continue };
            let way = (words + 1, all + own, from);
            if best[to].is_none_or(|known| way.0 < known.0 || (way.0 == known.0 && way.1 > known.1)) {
                best[to] = Some(way);
            }
        }
    }
    let mut words = Vec::new();
    let mut to = word.len();
    while to > 0 {
        let (_, _, from) = best[to]?;
        words.push(word[from..to].to_owned());
        to = from;
    }
    words.reverse();
    // Many short pieces are an accident.
    (word.len() >= PART * words.len()).then_some(words)
}
