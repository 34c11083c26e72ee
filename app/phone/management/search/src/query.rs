//! Asking the index.

use crate::{
    Index,
    highlight::Marks,
    plan::{Plan, Slips},
};

/// What a person typed and how much of the answer is wanted.
#[derive(Debug, Clone)]
pub struct Query<'a> {
    /// The text as typed.
    pub text: &'a str,
    /// The most hits.
    pub limit: usize,
}

/// A row that matches.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The row's key.
    pub key: String,
    /// Which row it is, counted from 0 in the order in which they were given.
    pub row: usize,
    /// How well it matches; only good for ordering.
    pub score: f32,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answer {
    /// The rows that match, best first.
    pub hits: Vec<Hit>,
    /// The query with slips put right, where it was read so.
    pub correction: Option<String>,
    /// What a text would be worth that has all that was asked, as it was asked: what the hits' scores are compared with.
    pub whole: f32,
    /// What of a row's texts answers.
    pub marks: Marks,
}

impl Index {
    /// The rows that match, best first. `nearness` raises rows by what the caller knows of the row with that
    /// number (1 is neutral, 2 the most): a service of the person's own region stands before the same one elsewhere.
    #[must_use]
    pub fn find(&self, query: &Query<'_>, nearness: impl Fn(usize) -> f32) -> Answer {
        self.rows_of(Plan::new(self, query.text, Slips::PutRight), query, nearness)
    }

    /// As [`Self::find`], with every word taken as it was typed: what a person asks for who does not want a correction.
    #[must_use]
    pub fn find_as_typed(&self, query: &Query<'_>, nearness: impl Fn(usize) -> f32) -> Answer {
        self.rows_of(Plan::new(self, query.text, Slips::Kept), query, nearness)
    }

    fn rows_of(&self, plan: Plan, query: &Query<'_>, nearness: impl Fn(usize) -> f32) -> Answer {
        if plan.groups.is_empty() {
            return Answer::default();
        }
        let worth = self.worth_of(&plan);
        let best = self.best_rows(&worth, query.limit, nearness);
        self.answer(best, query, plan)
    }

    /// What a person may be about to type: as [`Self::find`], one row for each first name, so that what is offered everywhere is
    /// offered once.
    #[must_use]
    pub fn suggest(&self, query: &Query<'_>, nearness: impl Fn(usize) -> f32) -> Answer {
        let plan = Plan::new(self, query.text, Slips::PutRight);
        if plan.groups.is_empty() {
            return Answer::default();
        }
        let worth = self.worth_of(&plan);
        let best = self.best_names(&worth, query.limit, nearness);
        self.answer(best, query, plan)
    }

    fn answer(&self, best: Vec<(usize, f32)>, query: &Query<'_>, plan: Plan) -> Answer {
        let hits =
            best.into_iter().map(|(row, score)| Hit { key: self.rows.key(row).to_owned(), row, score });
        let marks = Marks::new(query.text, &plan);
        Answer { hits: hits.collect(), whole: plan.whole(), correction: plan.correction, marks }
    }
}
