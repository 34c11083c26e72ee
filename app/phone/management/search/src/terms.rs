//! The dictionary: every piece that is searched, and by what else it is reached - its readings, its stem.

use fst::{Automaton, IntoStreamer, Map, Streamer, automaton::Str};

/// A term's number: its place among the postings.
pub(crate) type Term = u32;

/// The maps of the dictionary. Readings and stems lead to terms; they have no postings of their own.
#[derive(Debug, Clone)]
pub(crate) struct Terms {
    /// Han characters and pairs.
    pub(crate) han: Map<Vec<u8>>,
    /// Words.
    pub(crate) words: Map<Vec<u8>>,
    /// Two or three first letters of what stands side by side.
    pub(crate) initials: Map<Vec<u8>>,
    /// Letters, a zero byte, the Han piece that is read so.
    pub(crate) readings: Map<Vec<u8>>,
    /// A stem, a zero byte, a word.
    pub(crate) stems: Map<Vec<u8>>,
    /// Three letters side by side; their numbers are those of the spellings.
    pub(crate) threes: Map<Vec<u8>>,
    /// Two words that stand side by side in a name, written together: how much they are asked for, and in the lowest byte
    /// where the second begins.
    pub(crate) pairs: Map<Vec<u8>>,
}

impl Terms {
    /// The maps in the order in which they are kept.
    pub(crate) fn maps(&self) -> [&Map<Vec<u8>>; 7] {
        [&self.han, &self.words, &self.initials, &self.readings, &self.stems, &self.threes, &self.pairs]
    }

    /// The terms that `key` leads to in a map of keys with a zero byte, each with what stands behind that byte.
    pub(crate) fn led_to(map: &Map<Vec<u8>>, key: &str, limit: usize) -> Vec<(String, Term)> {
        beginning_with(map, &format!("{key}\0"), limit)
            .into_iter()
            .map(|(whole, term)| (whole[key.len() + 1..].to_owned(), term))
            .collect()
    }
}

impl Terms {
    /// The word with a number. Words are numbered in their order, so that the map can be walked by number.
    pub(crate) fn word(&self, term: Term) -> Option<String> {
        String::from_utf8(self.words.as_fst().get_key(u64::from(term))?).ok()
    }
}

/// The number of a key, where the map has it.
pub(crate) fn get(map: &Map<Vec<u8>>, key: &str) -> Option<Term> {
    map.get(key).and_then(|term| Term::try_from(term).ok())
}

/// The keys that begin so, in order, at most `limit`.
pub(crate) fn beginning_with(map: &Map<Vec<u8>>, begin: &str, limit: usize) -> Vec<(String, Term)> {
    let mut found = Vec::new();
    let mut keys = map.search(Str::new(begin).starts_with()).into_stream();
    while let Some((key, term)) = keys.next() {
        if found.len() >= limit {
            break;
        }
        if let (Ok(key), Ok(term)) = (std::str::from_utf8(key), Term::try_from(term)) {
            found.push((key.to_owned(), term));
        }
    }
    found
}
