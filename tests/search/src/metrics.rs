//! How good an answer is.

use std::collections::HashMap;

/// Good documents with how good they are.
type Relevant = HashMap<String, f64>;

/// Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002), gain 2^score - 1, 0 to 1.
#[must_use]
pub fn ndcg_at_10(found: &[&str], relevant: &Relevant) -> f64 {
    let gain = |score: f64| score.exp2() - 1.0;
    let sum = |scores: &mut dyn Iterator<Item = f64>| -> f64 {
        scores.take(10).zip(2_u32..).map(|(score, rank)| gain(score) / f64::from(rank).log2()).sum()
    };
    let mut best: Vec<f64> = relevant.values().copied().collect();
    best.sort_by(|a, b| b.total_cmp(a));
    let ideal = sum(&mut best.into_iter());
    if ideal == 0.0 {
        return 0.0;
    }
    sum(&mut found.iter().map(|key| relevant.get(*key).copied().unwrap_or(0.0))) / ideal
}

/// The share of relevant documents that are among the first ten.
#[must_use]
pub fn recall_at_10(found: &[&str], relevant: &Relevant) -> f64 {
    let all = relevant.values().filter(|score| **score > 0.0).count();
    #[expect(clippy::cast_precision_loss, reason = "counts of a few documents")]
    let share = hits(found, relevant, 10) as f64 / all.max(1) as f64;
    share
}

/// Whether one of the first `n` is relevant, as 0 or 1.
#[must_use]
pub fn hit_at(n: usize, found: &[&str], relevant: &Relevant) -> f64 {
    f64::from(u8::from(hits(found, relevant, n) > 0))
}

fn hits(found: &[&str], relevant: &Relevant, n: usize) -> usize {
    found.iter().take(n).filter(|key| relevant.get(**key).is_some_and(|score| *score > 0.0)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ideal_order_is_one_and_a_worse_one_less() {
        let relevant = HashMap::from([("a".to_owned(), 3.0), ("b".to_owned(), 1.0)]);
        assert!((ndcg_at_10(&["a", "b"], &relevant) - 1.0).abs() < 1e-9);
        assert!(ndcg_at_10(&["b", "a"], &relevant) < 0.9);
        assert!(ndcg_at_10(&["x"], &relevant).abs() < 1e-9);
        assert!((recall_at_10(&["x", "a"], &relevant) - 0.5).abs() < 1e-9);
        assert!((hit_at(1, &["x", "a"], &relevant)).abs() < 1e-9);
    }
}
