//! Plain BM25 over Han characters, their pairs, and words: what meaning is measured beside, so that the figures need no other crate.

use std::collections::HashMap;

use fingertip_meaning::Scored;

/// Robertson and Zaragoza 2009, with the usual values.
const K1: f32 = 1.2;
const B: f32 = 0.75;

/// How often each term stands in which document.
#[derive(Default)]
pub(crate) struct Bm25 {
    postings: HashMap<String, Vec<(usize, f32)>>,
    lengths: Vec<f32>,
}

impl Bm25 {
    pub(crate) fn new(documents: &[String]) -> Self {
        let mut own = Self::default();
        for (number, document) in documents.iter().enumerate() {
            let terms = terms(document);
            own.lengths.push(terms.len() as f32);
            let mut counts: HashMap<String, f32> = HashMap::new();
            for term in terms {
                *counts.entry(term).or_default() += 1.0;
            }
            for (term, count) in counts {
                own.postings.entry(term).or_default().push((number, count));
            }
        }
        own
    }

    /// What a document would have that has all that is asked.
    pub(crate) fn whole(&self, question: &str) -> f32 {
        terms(question)
            .iter()
            .filter_map(|term| self.postings.get(term))
            .map(|having| self.rarity(having.len()))
            .sum()
    }

    fn rarity(&self, having: usize) -> f32 {
        let (all, having) = (self.lengths.len() as f32, having as f32);
        (1.0 + (all - having + 0.5) / (having + 0.5)).ln()
    }

    /// The best documents, best first, each raised by its prior.
    pub(crate) fn find(&self, question: &str, priors: &[f32], limit: usize) -> Vec<Scored> {
        let mean = self.lengths.iter().sum::<f32>() / (self.lengths.len() as f32).max(1.0);
        let mut scores: HashMap<usize, f32> = HashMap::new();
        for term in terms(question) {
            let Some(postings) = self.postings.get(&term) else { continue };
            let rarity = self.rarity(postings.len());
            for (number, count) in postings {
                let norm = K1 * (1.0 - B + B * self.lengths[*number] / mean);
                *scores.entry(*number).or_default() += rarity * count * (K1 + 1.0) / (count + norm);
            }
        }
        let raised = |(row, score): (usize, f32)| Scored {
            row,
            score: score * priors.get(row).copied().unwrap_or(1.0),
        };
        let mut found: Vec<Scored> = scores.into_iter().map(raised).collect();
        found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.row.cmp(&b.row)));
        found.truncate(limit);
        found
    }
}

fn terms(text: &str) -> Vec<String> {
    let is_han = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
    let text = text.to_lowercase();
    let mut terms = Vec::new();
    for run in text.split(|c: char| !c.is_alphanumeric()) {
        let characters: Vec<char> = run.chars().filter(|c| is_han(*c)).collect();
        terms.extend(characters.iter().map(char::to_string));
        terms.extend(characters.windows(2).map(|pair| pair.iter().collect::<String>()));
        terms.extend(run.split(is_han).filter(|word| !word.is_empty()).map(str::to_owned));
    }
    terms
}
