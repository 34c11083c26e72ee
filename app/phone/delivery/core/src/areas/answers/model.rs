//! What was written before. It stays in the person's own store, goes when they say so, and is not kept where they do not want it.

use std::{cmp::Reverse, collections::BTreeMap};

use fingertip_standard::ServiceId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The most answers to one thing.
const EACH: usize = 3;
/// The most in all.
const ALL: usize = 60;
/// The most characters of an answer: what is longer is no fact but a story.
const CHARACTERS: usize = 300;

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// What was asked, as [`fingertip_standard::fill::asks_for`] names it.
    pub asked: String,
    /// What the person wrote, as a fact.
    pub fact: String,
    /// For which service; none where the form was of none.
    #[serde(default)]
    pub service: Option<ServiceId>,
    /// When it was handed in.
    pub at: Timestamp,
}

/// What the person wrote before, and whether it is remembered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    /// Nothing is remembered: the person said so.
    pub is_off: bool,
    /// The newest first.
    pub all: Vec<Answer>,
}

impl Answers {
    /// An answer that was handed in; the same one is kept once, as it was given last.
    pub(crate) fn remember(&mut self, answer: Answer) {
        if self.is_off || answer.fact.chars().count() > CHARACTERS {
            return;
        }
        self.forget(&answer.asked, &answer.fact);
        self.all.insert(0, answer);
        self.bound();
    }

    /// These, with those of another device: whoever wants nothing remembered here gets none from there.
    pub(crate) fn completed_from(mut self, other: Self) -> Self {
        if !self.is_off {
            let is_new = |answer: &Answer| !self.to(&answer.asked).any(|own| own.fact == answer.fact);
            let others: Vec<_> = other.all.into_iter().filter(is_new).collect();
            self.all.extend(others);
            self.all.sort_by_key(|answer| Reverse(answer.at));
            self.bound();
        }
        self
    }

    fn bound(&mut self) {
        let mut counts = BTreeMap::<String, usize>::new();
        self.all.retain(|kept| {
            let count = counts.entry(kept.asked.clone()).or_default();
            *count += 1;
            *count <= EACH
        });
        self.all.truncate(ALL);
    }

    /// Forgets one answer.
    pub(crate) fn forget(&mut self, asked: &str, fact: &str) {
        self.all.retain(|kept| kept.asked != asked || kept.fact != fact);
    }

    /// Answers to one thing, the newest first.
    pub(crate) fn to<'a>(&'a self, asked: &'a str) -> impl Iterator<Item = &'a Answer> {
        self.all.iter().filter(move |answer| answer.asked == asked)
    }
}
