//! The table of figures, and what changed since the last one that was committed.

use std::{fmt::Write as _, fs, path::Path};

use anyhow::Result;
use serde::{Deserialize, Serialize};

/// One figure of one set.
#[derive(Debug, Clone, Serialize, Deserialize, PartialEq)]
pub struct Figure {
    /// The set's name.
    pub set: String,
    /// `ndcg@10`, `p@1`, `hit@3` or `recall@10`.
    pub metric: String,
    /// 0 to 1, the mean over the queries.
    pub value: f64,
    /// How many queries were asked.
    pub queries: usize,
}

/// The figures of the last committed table; none where there is no file.
///
/// # Errors
/// The file is there and cannot be read.
pub fn read(file: &Path) -> Result<Vec<Figure>> {
    if !file.is_file() {
        return Ok(Vec::new());
    }
    Ok(serde_json::from_str(&fs::read_to_string(file)?)?)
}

/// Rows of JSON, a figure a line.
///
/// # Errors
/// A figure is no number.
pub fn json(figures: &[Figure]) -> Result<String> {
    let rows: Vec<String> = figures.iter().map(serde_json::to_string).collect::<Result<_, _>>()?;
    Ok(format!("[\n{}\n]\n", rows.join(",\n")))
}

/// The table for people: a line a set, each figure with its change since `before` where it has one.
#[must_use]
pub fn print(figures: &[Figure], before: &[Figure]) -> String {
    let mut text = String::new();
    let mut set = "";
    for figure in figures {
        if figure.set != set {
            set = &figure.set;
            let _ = write!(text, "\n{set:<36}{:>6} queries", figure.queries);
        }
        let earlier = before.iter().find(|one| {
            one.set == figure.set && one.metric == figure.metric && one.queries == figure.queries
        });
        let change = match earlier {
            Some(one) if (one.value - figure.value).abs() >= 0.0005 => {
                format!(" ({:+.3})", figure.value - one.value)
            }
            _ => String::new(),
        };
        let _ = write!(text, "   {} {:.3}{change}", figure.metric, figure.value);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_since_the_last_table_is_said_and_nothing_else() {
        let figure = |value| Figure { set: "stard".into(), metric: "ndcg@10".into(), value, queries: 2 };
        assert!(print(&[figure(0.5)], &[figure(0.4)]).contains("ndcg@10 0.500 (+0.100)"));
        assert!(!print(&[figure(0.5)], &[figure(0.5)]).contains('('));
    }
}
