//! The words' answer and the meaning's together, the meaning's counting the more the weaker the words' is.

use std::collections::HashMap;

use crate::pieces::is_han;

/// What meaning counts for a question in Han.
const HAN: f32 = 0.085;
/// What it counts for words in letters, where the best answer is in letters and has some of them.
const LETTERS: f32 = 0.05;
/// What it counts for words in letters where the best answer is in Han: their words can have matched by chance alone.
const ACROSS: f32 = 0.6;
/// Shorter words in letters say little of what a question is about.
const WORD: usize = 3;
/// How much of a question the encoder must know ([`crate::Encoder::knows`]): below are pinyin, initials, Uyghur and slips in English.
const KNOWN: f32 = 0.45;
/// The power of the words' scores for a question in Han: what has half of it is worth more than half.
const HAN_POWER: f32 = 0.7;
/// How near a row must be whose words do not match at all: one in twenty-five services is nearer to any question, and four in five of
/// those that answer it.
const NEAR: f32 = 0.3;

/// A row with how well it answers; only good for ordering.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// Which row, counted from 0 as its vector is.
    pub row: usize,
    /// How well.
    pub score: f32,
}

/// How meaning joins the words' answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weight {
    /// How much a deviation of nearness counts; 0 where meaning has no say.
    pub meaning: f32,
    /// The words' score that stands for a whole answer.
    pub whole: f32,
    /// The power of what share of it a row has.
    pub power: f32,
}

/// How much meaning counts for a question. `best` is all texts of the row that the words found first, empty where they found nothing,
/// `score` that row's score; `whole` what a row would have that has all that was asked; `known` what [`crate::Encoder::knows`] says of it.
///
/// In Han scores are compared with what a whole answer would have: where words say much, as they stand or by what editors say for them,
/// they outweigh any nearness, and where they say little nearness orders. In letters whole words count, and they are found by stems,
/// synonyms and slips put right as well, and by how many people want a row, of which meaning knows nothing: so it counts little there, and
/// not at all where no word is found as it stands.
///
/// The numbers were chosen with the project's own search on `tests/search/citizens-tuning.jsonl`, STARD and GOV.UK's judgements. For
/// Han STARD wants 0.06 and the citizens' questions 0.1. `examples/measure` gives the figures beside plain BM25.
#[must_use]
pub fn weigh(question: &str, known: f32, best: &str, (score, whole): (f32, f32)) -> Weight {
    if known < KNOWN {
        return Weight { meaning: 0.0, whole: score, power: 1.0 };
    }
    if question.chars().any(is_han) {
        return Weight { meaning: HAN, whole, power: HAN_POWER };
    }
    Weight { meaning: in_letters(question, best), whole: score, power: 1.0 }
}

/// How much meaning counts for words in letters.
fn in_letters(question: &str, best: &str) -> f32 {
    let (letters, han) =
        (best.chars().filter(char::is_ascii_alphabetic).count(), best.chars().filter(|c| is_han(*c)).count());
    if letters == 0 || letters < han {
        return ACROSS;
    }
    let found = share(&words(question), &best.to_lowercase());
    if found > 0.0 && found < 1.0 { LETTERS } else { 0.0 }
}

/// How many of some parts a text has, 0 to 1.
fn share(parts: &[String], text: &str) -> f32 {
    let there = parts.iter().filter(|part| text.contains(part.as_str())).count();
    #[expect(clippy::cast_precision_loss, reason = "a question's parts")]
    let share = there as f32 / parts.len().max(1) as f32;
    share
}

/// Words in letters, in lower case.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() >= WORD);
    words.map(str::to_ascii_lowercase).collect()
}

/// Joins what the words found with how near each row's meaning is, best first, `limit` at most.
///
/// A row's score is its words' score as a share of a whole answer's ([`weigh`]), and so much for each deviation that its nearness lies above
/// the mean of all rows. That beats joining by ranks (reciprocal rank fusion), which forgets by how much one answer is better. Where meaning
/// has no weight the words' answer stays as it is.
#[must_use]
pub fn fuse(words: &[Scored], nearness: &[f32], weight: Weight, limit: usize) -> Vec<Scored> {
    let share = |score: f32| {
        if weight.whole > 0.0 { (score / weight.whole).max(0.0).powf(weight.power) } else { 0.0 }
    };
    let mut scores: HashMap<usize, f32> = words.iter().map(|one| (one.row, share(one.score))).collect();
    if weight.meaning > 0.0 {
        let near = nearness.iter().enumerate().filter(|(_, near)| **near >= NEAR);
        near.for_each(|(row, _)| _ = scores.entry(row).or_default());
        let (mean, deviation) = spread(nearness);
        for (row, score) in &mut scores {
            let near = nearness.get(*row).copied().unwrap_or(mean);
            *score += weight.meaning * (near - mean) / deviation;
        }
    }
    let mut all: Vec<Scored> = scores.into_iter().map(|(row, score)| Scored { row, score }).collect();
    // Equals stand as the words ordered them.
    let place: HashMap<usize, usize> =
        words.iter().enumerate().map(|(place, one)| (one.row, place)).collect();
    let place = |row: usize| (place.get(&row).copied().unwrap_or(usize::MAX), row);
    all.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| place(a.row).cmp(&place(b.row))));
    all.truncate(limit);
    all
}

/// Mean and deviation; the deviation is never 0.
fn spread(values: &[f32]) -> (f32, f32) {
    #[expect(clippy::cast_precision_loss, reason = "a count of rows")]
    let count = values.len().max(1) as f32;
    let mean = values.iter().sum::<f32>() / count;
    let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f32>() / count;
    (mean, variance.sqrt().max(f32::EPSILON))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scored(rows: &[(usize, f32)]) -> Vec<Scored> {
        rows.iter().map(|(row, score)| Scored { row: *row, score: *score }).collect()
    }

    /// As for words in letters: the best one's score is a whole answer.
    fn of_best(words: &[Scored], meaning: f32) -> Weight {
        let whole = words.iter().map(|one| one.score).fold(0.0, f32::max);
        Weight { meaning, whole, power: 1.0 }
    }

    fn order(words: &[(usize, f32)], nearness: &[f32], meaning: f32) -> Vec<usize> {
        let words = scored(words);
        fuse(&words, nearness, of_best(&words, meaning), 10).iter().map(|one| one.row).collect()
    }

    #[test]
    fn a_weak_answer_gives_way_to_what_means_the_same_and_a_strong_one_stays() {
        let nearness = [0.1, 0.0, 0.1, 0.9, 0.0, 0.1];
        let words = [(0, 30.0), (1, 29.0)];
        assert_eq!(order(&words, &nearness, ACROSS)[0], 3);
        assert_eq!(order(&words, &nearness, LETTERS)[0], 0);
        // In Han what counts is how much a whole answer would have.
        let in_han =
            |whole| fuse(&scored(&words), &nearness, weigh("护照", 1.0, "", (30.0, whole)), 10)[0].row;
        assert_eq!((in_han(30.0), in_han(3000.0)), (0, 3));
    }

    #[test]
    fn without_weight_the_words_answer_stays_as_it_is() {
        let words = [(4, 2.0), (1, 2.0), (2, 1.0)];
        assert_eq!(order(&words, &[0.9, 0.1, 0.9, 0.9, 0.0], 0.0), [4, 1, 2]);
        assert_eq!(order(&[], &[0.9], 0.0), [0; 0]);
    }

    #[test]
    fn what_neither_matches_nor_is_near_is_no_answer() {
        assert_eq!(order(&[], &[0.1, 0.8, 0.2], HAN), [1]);
        assert_eq!(order(&[(0, 1.0)], &[0.1, 0.2, 0.2], HAN), [0]);
    }

    #[test]
    fn strange_numbers_do_no_harm() {
        assert_eq!(order(&[(7, 1.0)], &[], HAN), [7]);
        assert_eq!(order(&[(0, 0.0), (1, -1.0)], &[0.5, 0.5], HAN), [0, 1]);
        for whole in [f32::NAN, f32::INFINITY, -1.0, 0.0, 1.0] {
            let weight = Weight { meaning: HAN, whole, power: HAN_POWER };
            assert_eq!(fuse(&scored(&[(0, f32::NAN)]), &[f32::NAN, 0.5], weight, 10).len(), 2);
            assert!(fuse(&scored(&[(0, 1.0)]), &[0.5], weight, 0).is_empty());
        }
    }

    #[test]
    fn meaning_counts_by_how_little_was_found() {
        let is = |question: &str, best: &str, expected: f32| {
            let weight = weigh(question, 1.0, best, (1.0, 2.0)).meaning;
            assert!((weight - expected).abs() < 1e-6, "{question} {best}: {weight}");
        };
        is("补办护照", "补办护照", HAN);
        is("补办护照", "", HAN);
        // English: all found, some, none as it stands; and asked of a list in Chinese.
        is("Passport", "Replace your passport", 0.0);
        is("lost passport", "Replace your passport", LETTERS);
        is("I moved", "Change your address", 0.0);
        is("lost passport", "普通护照补发 (APP)", ACROSS);
        is("lost passport", "", ACROSS);
    }

    #[test]
    fn what_the_encoder_does_not_know_it_has_no_say_in() {
        assert!(weigh("hu zhao", 0.1, "护照", (1.0, 2.0)).meaning.abs() < 1e-6);
    }
}
