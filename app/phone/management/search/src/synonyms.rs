//! What citizens say for what services are called, as editors keep it.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::{
    analyse::{Kind, latin, tokens},
    fold::is_han,
    letters::Letters,
};

/// Editors' lists of words that find each other. The form is that of GOV.UK's `synonyms.yml`: a line a rule,
/// `- search: what is typed, another => what is looked for, another`. Directions: `search` changes what is asked, `index` what a
/// text answers to, `both` both. A line with `#` is a comment.
#[derive(Debug, Default, Clone)]
pub struct Synonyms {
    /// What was read, as it is kept beside the index.
    pub(crate) source: String,
    /// Rules by their first unit, the longest first.
    rules: HashMap<String, Vec<Rule>>,
    /// Every two Han characters that stand side by side in what is typed or meant.
    pairs: HashSet<String>,
    /// What is typed in Han, by how it is typed with letters.
    pub(crate) letters: Letters,
}

/// What is typed and what is looked for besides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rule {
    pub(crate) units: Vec<String>,
    pub(crate) others: Vec<String>,
}

impl Synonyms {
    /// Reads rules; what is no rule is passed over, so that one bad line costs no other.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut synonyms = Self { source: text.to_owned(), ..Self::default() };
        for line in text.lines() {
            let Some((direction, rule)) =
                line.trim_start().strip_prefix("- ").and_then(|rule| rule.split_once(':'))
            else {
                continue;
            };
            let Some((typed, meant)) = rule.split_once("=>") else { continue };
            let list = |text: &str| -> Vec<String> {
                text.split([',', '，'])
                    .map(|one| one.trim().replace('_', " "))
                    .filter(|one| !one.is_empty())
                    .collect()
            };
            let (typed, meant) = (list(typed), list(meant));
            if matches!(direction, "search" | "both") {
                for one in &typed {
                    synonyms.add(one, &meant);
                }
            }
            // A text with the left side answers to the right: who asks for the right is led to the left.
            if matches!(direction, "index" | "both") {
                for one in &meant {
                    synonyms.add(one, &typed);
                }
            }
        }
        let typed = synonyms.rules.values().flatten().map(|rule| rule.units.concat());
        synonyms.letters = Letters::new(typed.collect::<BTreeSet<_>>());
        for rules in synonyms.rules.values_mut() {
            rules.sort_by_key(|rule| std::cmp::Reverse(rule.units.len()));
        }
        synonyms
    }

    fn add(&mut self, typed: &str, meant: &[String]) {
        let units = units(typed);
        let Some(first) = units.first().cloned() else { return };
        let han: Vec<char> = typed.chars().collect();
        self.pairs
            .extend(han.windows(2).filter(|pair| pair.iter().all(|c| is_han(*c))).map(String::from_iter));
        let rules = self.rules.entry(first).or_default();
        let at = rules.iter().position(|rule| rule.units == units).unwrap_or_else(|| {
            rules.push(Rule { units, others: Vec::new() });
            rules.len() - 1
        });
        for other in meant {
            if other != typed && !rules[at].others.contains(other) {
                rules[at].others.push(other.clone());
            }
        }
    }

    /// Whether editors wrote two Han characters side by side.
    pub(crate) fn has_pair(&self, pair: &str) -> bool {
        self.pairs.contains(pair)
    }

    /// The longest rule that these units begin with.
    pub(crate) fn begins(&self, units: &[String]) -> Option<&Rule> {
        let first = units.first()?;
        let rule = |begin: &str| {
            let rules = self.rules.get(begin)?;
            rules.iter().find(|rule| {
                rule.units.len() <= units.len()
                    && rule.units.iter().zip(units).all(|(rule, typed)| is_form(rule, typed))
            })
        };
        if !is_joining(first) {
            return rule(first);
        }
        let ends = first.char_indices().map(|(at, c)| at + c.len_utf8());
        ends.rev().map_while(|end| first.get(..end)).find_map(rule)
    }
}

/// Characters of Han and stems of words, one by one: what a rule is compared by.
pub(crate) fn units(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    for token in tokens(text) {
        match token.kind {
            Kind::Han => all.extend(token.text.chars().map(String::from)),
            Kind::Word => all.push(latin::stem(&token.text)),
        }
    }
    all
}

/// The least letters of a word to which endings may be joined.
const STEM: usize = 3;

/// Whether a word is of a script whose language joins endings to its words: Uyghur.
fn is_joining(word: &str) -> bool {
    word.chars().all(|c| matches!(c, '\u{0600}'..='\u{06FF}'))
}

/// Whether what was typed is a rule's word: as it stands, or with endings joined to it.
fn is_form(rule: &str, typed: &str) -> bool {
    rule == typed || (is_joining(rule) && rule.chars().count() >= STEM && typed.starts_with(rule))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_are_kept_and_bad_lines_cost_nothing() {
        let text = "# c\n- search: 驾照 => 驾驶证\nnonsense\n- index: holiday pay => holiday entitlement\n- search: a";
        let synonyms = Synonyms::new(text);
        assert_eq!(
            synonyms.begins(&units("驾照丢了")).map(|rule| rule.others.clone()),
            Some(vec!["驾驶证".to_owned()])
        );
        assert_eq!(synonyms.begins(&units("驾驶证")), None);
        assert!(synonyms.begins(&units("holiday entitlement")).is_some());
        assert!(synonyms.begins(&units("holiday pay")).is_none());
    }
}
