//! What is known of earlier questions. A judged question is asked of an index that knows nothing of itself: questions are dealt to
//! folds, and one that was asked before is judged by an index without its fold.

use std::collections::{HashMap, HashSet};

use fingertip_search::{Asked, Row};

use crate::sets::Collection;

/// How many folds there are: each index lacks one of so many parts of what was asked.
pub const FOLDS: usize = 10;

/// Somebody asked and took a document.
#[derive(Debug, Clone)]
pub struct Log {
    /// What they typed.
    pub query: String,
    /// What they took.
    pub link: String,
    /// How often, as far as it is known: 1 to 3.
    pub score: f64,
}

/// The fold of a question; none where it was not asked before, so that the index may know all that was asked.
#[must_use]
pub fn fold(collection: &Collection, keys: &HashSet<String>, query: &str) -> Option<usize> {
    let key = same(query);
    (!collection.log.is_empty() && keys.contains(&key)).then(|| fold_of(&key))
}

/// What questions that are the same have in common: they differ in capitals, blanks, punctuation or the plural alone.
#[must_use]
pub fn same(query: &str) -> String {
    let query = query.to_lowercase();
    let words = query.split(|c: char| !(c.is_alphanumeric() || c == '\'')).map(|word| word.replace('\'', ""));
    words.map(|word| word.strip_suffix('s').map_or(word.clone(), str::to_owned)).collect()
}

/// Every question of a log, as [`same`] has it.
#[must_use]
pub fn keys(log: &[Log]) -> HashSet<String> {
    log.iter().map(|one| same(&one.query)).collect()
}

fn fold_of(key: &str) -> usize {
    // FNV-1a: the same on every machine.
    let hash = key.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    });
    usize::try_from(hash % FOLDS as u64).unwrap_or_default()
}

/// The rows with what was asked, but for the questions of one fold.
#[must_use]
pub fn rows_without(collection: &Collection, fold: Option<usize>) -> Vec<Row> {
    let mut asked: HashMap<&str, (f64, Vec<Asked>)> = HashMap::new();
    for one in collection.log.iter().filter(|one| fold.is_none() || fold != Some(fold_of(&same(&one.query))))
    {
        let (sum, all) = asked.entry(&one.link).or_default();
        *sum += one.score;
        all.push(Asked { text: one.query.clone(), count: demand(one.score) });
    }
    let mut rows = collection.rows.clone();
    for row in &mut rows {
        if let Some((sum, all)) = asked.remove(row.key.as_str()) {
            row.demand = demand(sum);
            row.asked = all;
        }
    }
    rows
}

/// A sum of scores as a count.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sums of scores of 0 to 3")]
fn demand(asked: f64) -> u32 {
    asked.round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log(query: &str, link: &str) -> Log {
        Log { query: query.into(), link: link.into(), score: 3.0 }
    }

    #[test]
    fn what_differs_in_blanks_marks_or_plural_is_the_same_question() {
        assert_eq!(same("Log-book"), same("logbooks"));
        assert_eq!(same("Driver's licence"), same("drivers licence"));
        assert_ne!(same("driving licence"), same("driving license"));
    }

    #[test]
    fn an_index_knows_nothing_of_the_question_that_it_is_judged_by() {
        let row = Row { key: "/tax".into(), names: vec!["tax".into()], ..Row::default() };
        let log = vec![log("road tax", "/tax"), log("roadtax", "/tax"), log("car", "/tax")];
        let collection = Collection { rows: vec![row], log, ..Collection::default() };
        let known = keys(&collection.log);
        assert_eq!(fold(&collection, &known, "a bus"), None);
        let own = fold(&collection, &known, "Road Tax");
        let rows = rows_without(&collection, own);
        assert!(rows[0].asked.iter().all(|asked| !asked.text.starts_with("road")));
        assert_eq!(rows_without(&collection, None)[0].demand, 9);
    }
}
