//! Slips in typing, and words written together.

use std::sync::LazyLock;

use fst::{Automaton, IntoStreamer, Streamer};
use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder, SINK_STATE};

use crate::{Index, analyse::latin, terms::{Term, get}};

/// A word that is near a typed one.
#[derive(Debug, Clone)]
pub(crate) struct Slip {
    pub(crate) word: String,
    /// Letters missing, added, changed or exchanged; a wrong first letter counts double.
    pub(crate) distance: u8,
}

/// Automata for one and for two slips; two letters exchanged are one slip.
static AUTOMATA: LazyLock<[LevenshteinAutomatonBuilder; 2]> =
    LazyLock::new(|| [1, 2].map(|slips| LevenshteinAutomatonBuilder::new(slips, true)));

struct Near(DFA);

impl Automaton for Near {
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
    /// Words of the index that are near a typed one, the likeliest first: fewer slips, then those that are asked for more.
    pub(crate) fn slips(&self, word: &str, limit: usize) -> Vec<Slip> {
        let budget = latin::budget(word.chars().count());
        if budget == 0 || word.chars().any(|c| c.is_ascii_digit()) {
            return Vec::new();
        }
        let near = Near(AUTOMATA[usize::from(budget) - 1].build_dfa(word));
        let mut found: Vec<(Slip, f32)> = Vec::new();
        let mut words = self.terms.words.search(&near).into_stream();
        while let Some((key, term)) = words.next() {
            let (Ok(key), Ok(term)) = (std::str::from_utf8(key), Term::try_from(term)) else { continue };
            let distance = match near.0.eval(key) {
                Distance::Exact(distance) => distance,
                Distance::AtLeast(_) => continue,
            };
            let distance = distance + u8::from(key.chars().next() != word.chars().next());
            if distance <= budget && distance > 0 {
                found.push((Slip { word: key.to_owned(), distance }, self.likelihood(term)));
            }
        }
        found.sort_by(|a, b| a.0.distance.cmp(&b.0.distance).then(b.1.total_cmp(&a.1)).then_with(|| a.0.word.cmp(&b.0.word)));
        found.truncate(limit);
        found.into_iter().map(|(slip, _)| slip).collect()
    }

    /// How likely it is that a word is meant: how much its rows are asked for, how many there are.
    pub(crate) fn likelihood(&self, term: Term) -> f32 {
        let of = |all: &[u32]| all.get(term as usize).copied().unwrap_or(0);
        #[expect(clippy::cast_precision_loss, reason = "orders only")]
        let likelihood = (of(&self.demands) as f32).ln_1p() + (of(&self.frequencies) as f32).ln_1p();
        likelihood
    }

    /// The words of the index that are written together in this one; none where some of it is no word.
    pub(crate) fn split(&self, word: &str) -> Option<Vec<String>> {
        if !word.is_ascii() || word.len() < 4 {
            return None;
        }
        // The best way to each place: the fewest words, then the likelier.
        let mut best: Vec<Option<(usize, f32, usize)>> = vec![None; word.len() + 1];
        best[0] = Some((0, 0.0, 0));
        for to in 1..=word.len() {
            for from in 0..to {
                let Some((words, likely, _)) = best[from] else { continue };
                let piece = &word[from..to];
                if piece.len() < 2 && !matches!(piece, "a" | "i") {
                    continue;
                }
                let Some(term) = get(&self.terms.words, piece) else { continue };
                let way = (words + 1, likely + self.likelihood(term), from);
                let is_better = best[to]
                    .is_none_or(|known| way.0 < known.0 || (way.0 == known.0 && way.1 > known.1));
                if is_better {
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
        let is_likely = words.len() > 1 && word.len() >= 3 * words.len();
        is_likely.then_some(words)
    }
}
