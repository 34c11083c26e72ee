//! The words' answer and the meaning's together, the meaning's counting the more the weaker the words' is.

use std::collections::HashMap;

/// What meaning counts where the best answer has all of the question's words.
const STRONG: f32 = 0.05;
/// What it counts where the best answer has none of them.
const WEAK: f32 = 0.4;
/// How much of a question the encoder must know ([`crate::Encoder::knows`]): below are pinyin, initials, Uyghur and slips in English.
const KNOWN: f32 = 0.4;
/// How near a row must be whose words do not match at all: a fortieth of all pairs of a question and a service is nearer, and nine tenths
/// of the right ones.
const NEAR: f32 = 0.3;

/// A row with how well it answers; only good for ordering.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// Which row, counted from 0 as its vector is.
    pub row: usize,
    /// How well.
    pub score: f32,
}

/// How much meaning counts for a question, 0 to 0.4: more where `best`, all texts of the row that the words found first (nothing where
/// they found none), says less of what was asked. `known` is what [`crate::Encoder::knows`] says of the question.
///
/// In Han every two neighbouring characters count. Letters count as found wherever the best answer is in letters too: it was found by a
/// stem, a synonym or a slip put right, and by how many people want it, of which meaning knows nothing.
///
/// The numbers were chosen on `tests/search/citizens-tuning.jsonl` and GOV.UK's judgements (`examples/measure.rs`); between 0.3
/// and 0.5 for the weak end little changes.
#[must_use]
pub fn weigh(question: &str, known: f32, best: &str) -> f32 {
    if known < KNOWN {
        return 0.0;
    }
    let pairs = pairs(question);
    let found = if pairs.is_empty() {
        f32::from(u8::from(best.chars().any(|c| c.is_ascii_alphabetic())))
    } else {
        let there = pairs.iter().filter(|pair| best.contains(pair.as_str())).count();
        #[expect(clippy::cast_precision_loss, reason = "a question's characters")]
        let share = there as f32 / pairs.len() as f32;
        share
    };
    STRONG + (WEAK - STRONG) * (1.0 - found)
}

/// Neighbouring Han characters, two and two; one that stands alone by itself.
fn pairs(text: &str) -> Vec<String> {
    text.split(|c| !crate::pieces::is_han(c))
        .map(|run| run.chars().collect::<Vec<_>>())
        .flat_map(|run| match run.len() {
            1 => vec![run.iter().collect()],
            _ => run.windows(2).map(|pair| pair.iter().collect()).collect::<Vec<String>>(),
        })
        .collect()
}

/// Joins what the words found with how near each row's meaning is, best first, `limit` at most.
///
/// A row's score is its words' score, the best one's being 1, and `weight` ([`weigh`]) times how many deviations its nearness lies above
/// the mean of all rows. That beats joining by ranks (reciprocal rank fusion), which forgets by how much one answer is better. With a
/// weight of 0 the words' answer stays as it is.
#[must_use]
pub fn fuse(words: &[Scored], nearness: &[f32], weight: f32, limit: usize) -> Vec<Scored> {
    let best = words.iter().map(|one| one.score).fold(0.0, f32::max);
    let mut scores: HashMap<usize, f32> =
        words.iter().map(|one| (one.row, if best > 0.0 { one.score / best } else { 0.0 })).collect();
    if weight > 0.0 {
        let near = nearness.iter().enumerate().filter(|(_, near)| **near >= NEAR);
        near.for_each(|(row, _)| _ = scores.entry(row).or_default());
        let (mean, deviation) = spread(nearness);
        for (row, score) in &mut scores {
            let near = nearness.get(*row).copied().unwrap_or(mean);
            *score += weight * (near - mean) / deviation;
        }
    }
    let mut all: Vec<Scored> = scores.into_iter().map(|(row, score)| Scored { row, score }).collect();
    // Equals stand as the words ordered them.
    let place: HashMap<usize, usize> = words.iter().enumerate().map(|(place, one)| (one.row, place)).collect();
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

    fn order(words: &[(usize, f32)], nearness: &[f32], weight: f32) -> Vec<usize> {
        fuse(&scored(words), nearness, weight, 10).iter().map(|one| one.row).collect()
    }

    #[test]
    fn a_weak_answer_gives_way_to_what_means_the_same_and_a_strong_one_stays() {
        let nearness = [0.1, 0.0, 0.1, 0.9, 0.0, 0.1];
        let words = [(0, 30.0), (1, 29.0)];
        assert_eq!(order(&words, &nearness, WEAK)[0], 3);
        assert_eq!(order(&words, &nearness, STRONG)[0], 0);
    }

    #[test]
    fn without_weight_the_words_answer_stays_as_it_is() {
        let words = [(4, 2.0), (1, 2.0), (2, 1.0)];
        assert_eq!(order(&words, &[0.9, 0.1, 0.9, 0.9, 0.0], 0.0), [4, 1, 2]);
        assert_eq!(order(&[], &[0.9], 0.0), [0; 0]);
    }

    #[test]
    fn what_neither_matches_nor_is_near_is_no_answer() {
        assert_eq!(order(&[], &[0.1, 0.8, 0.2], WEAK), [1]);
        assert_eq!(order(&[(0, 1.0)], &[0.1, 0.2, 0.2], WEAK), [0]);
    }

    #[test]
    fn strange_numbers_do_no_harm() {
        assert_eq!(order(&[(7, 1.0)], &[], WEAK), [7]);
        assert_eq!(order(&[(0, 0.0), (1, -1.0)], &[0.5, 0.5], WEAK), [0, 1]);
        assert_eq!(fuse(&scored(&[(0, f32::NAN)]), &[f32::NAN, 0.5], WEAK, 10).len(), 2);
        assert!(fuse(&scored(&[(0, 1.0)]), &[0.5], WEAK, 0).is_empty());
    }

    #[test]
    fn meaning_counts_by_how_little_was_found() {
        let weigh = |question, best| weigh(question, 1.0, best);
        assert!((weigh("补办护照", "补办护照") - STRONG).abs() < 1e-6);
        assert!((weigh("补办护照", "结婚登记") - WEAK).abs() < 1e-6);
        let half = weigh("护照丢了", "护照");
        assert!(STRONG < half && half < WEAK);
        // English: found in English, or asked of a list in Chinese.
        assert!((weigh("lost passport", "Replace your passport") - STRONG).abs() < 1e-6);
        assert!((weigh("lost passport", "普通护照补发") - WEAK).abs() < 1e-6);
        assert!((weigh("lost passport", "") - WEAK).abs() < 1e-6);
    }

    #[test]
    fn what_the_encoder_does_not_know_it_has_no_say_in() {
        assert!(weigh("hu zhao", 0.1, "护照").abs() < 1e-6);
    }
}
