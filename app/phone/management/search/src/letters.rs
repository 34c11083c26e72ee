//! What citizens say, typed with letters: by its sound, as it is spoken in the south too, or by first letters.

use std::collections::{BTreeMap, HashMap};

use fst::{IntoStreamer, Map, Streamer};
use levenshtein_automata::Distance;

use crate::{analyse::pinyin, correct::Walk, fold::is_han};

/// The most phrases of one sound or of the same first letters that are looked at.
const MOST: usize = 8;
/// The least letters in which one slip is looked for, and two.
const ONE_SLIP: usize = 6;
const TWO_SLIPS: usize = 14;
/// The least characters of a phrase that is reached by its first letters.
const INITIALS: usize = 3;

/// Phrases of Han by how they are typed with letters.
#[derive(Debug, Clone, Default)]
pub(crate) struct Letters {
    /// Sounds, each with the place of its phrases.
    sounds: Map<Vec<u8>>,
    of_sounds: Vec<Vec<u32>>,
    initials: HashMap<String, Vec<u32>>,
    phrases: Vec<String>,
}

impl Letters {
    /// Of phrases; those that are not of two or more Han characters are left out.
    pub(crate) fn new(phrases: impl IntoIterator<Item = String>) -> Self {
        let mut letters = Self::default();
        let mut sounds: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for phrase in phrases {
            if phrase.chars().count() < 2 || !phrase.chars().all(is_han) {
                continue;
            }
            let number = u32::try_from(letters.phrases.len()).unwrap_or(u32::MAX);
            let syllables = pinyin::spell(&phrase);
            sounds.entry(sound(&syllables.concat())).or_default().push(number);
            if syllables.len() >= INITIALS {
                let initials = syllables.iter().filter_map(|syllable| syllable.chars().next()).collect();
                letters.initials.entry(initials).or_default().push(number);
            }
            letters.phrases.push(phrase);
        }
        letters.sounds = Map::from_iter(sounds.keys().zip(0_u64..)).unwrap_or_default();
        letters.of_sounds = sounds.into_values().collect();
        letters
    }

    /// The phrases that sound like these letters.
    pub(crate) fn sounding(&self, letters: &str) -> Vec<&str> {
        self.sounds.get(sound(letters)).map_or_else(Vec::new, |place| self.at(place))
    }

    /// The phrases that sound nearly like these letters, the nearest ones.
    pub(crate) fn nearly(&self, letters: &str) -> Vec<&str> {
        let sound = sound(letters);
        let slips = match sound.len() {
            0..ONE_SLIP => return Vec::new(),
            ONE_SLIP..TWO_SLIPS => 1,
            _ => 2,
        };
        let walk = Walk::new(&sound, slips);
        let mut found: Vec<(u8, u64)> = Vec::new();
        let mut keys = self.sounds.search(&walk).into_stream();
        while let Some((key, place)) = keys.next() {
            if let Distance::Exact(distance) = walk.distance(key) {
                found.push((distance, place));
            }
        }
        let least = found.iter().map(|(distance, _)| *distance).min();
        found.retain(|(distance, _)| Some(*distance) == least);
        found.into_iter().flat_map(|(_, place)| self.at(place)).take(MOST).collect()
    }

    /// The phrases with these first letters.
    pub(crate) fn beginning(&self, letters: &str) -> Vec<&str> {
        self.initials
            .get(letters)
            .into_iter()
            .flatten()
            .take(MOST)
            .filter_map(|one| self.phrase(*one))
            .collect()
    }

    fn at(&self, place: u64) -> Vec<&str> {
        let place = usize::try_from(place).ok().and_then(|place| self.of_sounds.get(place));
        place.into_iter().flatten().take(MOST).filter_map(|one| self.phrase(*one)).collect()
    }

    fn phrase(&self, number: u32) -> Option<&str> {
        self.phrases.get(number as usize).map(String::as_str)
    }
}

/// One form for sounds that many people do not tell apart: zh and z, ch and c, sh and s, ng and n; ü as u.
fn sound(letters: &str) -> String {
    let letters = letters.replace("zh", "z").replace("ch", "c").replace("sh", "s");
    letters.replace("ng", "n").replace('v', "u")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters() -> Letters {
        Letters::new(["社保", "考驾照", "残疾证", "律师", "passport"].map(str::to_owned))
    }

    #[test]
    fn what_is_said_is_found_by_its_sound_as_it_is_spoken_in_the_south_too() {
        assert_eq!(letters().sounding("shebao"), ["社保"]);
        assert_eq!(letters().sounding("sebao"), ["社保"]);
        assert_eq!(letters().sounding("lvsi"), ["律师"]);
        assert!(letters().sounding("passport").is_empty());
    }

    #[test]
    fn a_slip_in_its_letters_is_forgiven_where_there_are_many() {
        assert_eq!(letters().nearly("kaojiazhoa"), ["考驾照"]);
        assert!(letters().nearly("sheba").is_empty());
    }

    #[test]
    fn what_is_said_is_found_by_its_first_letters() {
        assert_eq!(letters().beginning("cjz"), ["残疾证"]);
        assert!(letters().beginning("sb").is_empty());
    }
}
