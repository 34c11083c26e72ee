//! What the estimate remembers.

use fingertip_sdk::{Awaiting, Context, LocalText, Trouble};

use crate::tax::{self, Deductions, Estimate, Income};

/// One question of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// The year's wages.
    Wages,
    /// Social insurance and provident fund.
    SocialInsurance,
    /// Tax withheld.
    Withheld,
    /// Children who learn.
    Children,
    /// Children under three.
    Infants,
    /// The deductions that are had or not.
    Deductions,
    /// The rent.
    Rent,
}

use Question::{Children, Deductions as Others, Infants, Rent, SocialInsurance, Wages, Withheld};

/// All questions in order.
const ALL: [Question; 7] = [Wages, SocialInsurance, Withheld, Children, Infants, Others, Rent];

impl Question {
    /// All of them, in order.
    pub(crate) fn all() -> std::iter::Copied<std::slice::Iter<'static, Self>> {
        ALL.iter().copied()
    }

    /// The key of its input.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Wages => "wages",
            SocialInsurance => "social-insurance",
            Withheld => "withheld",
            Children => "children",
            Infants => "infants",
            Others => "deductions",
            Rent => "rent",
        }
    }

    /// The question with this key.
    pub(crate) fn of_key(key: &str) -> Option<Self> {
        Self::all().find(|question| question.key() == key)
    }

    /// The page of the normal display that holds it, from 0.
    pub(crate) fn page(self) -> u32 {
        u32::from(self >= Children)
    }

    /// The questions that share its page.
    pub(crate) fn together(self, cx: &Context) -> Vec<Self> {
        Self::all()
            .filter(|other| if cx.is_seniors() { *other == self } else { other.page() == self.page() })
            .collect()
    }

    /// The first question of the next page; none at the end.
    pub(crate) fn next(self, cx: &Context) -> Option<Self> {
        Self::all().find(|other| if cx.is_seniors() { *other > self } else { other.page() > self.page() })
    }

    /// The first question of the page before; none at the start.
    pub(crate) fn previous(self, cx: &Context) -> Option<Self> {
        if cx.is_seniors() {
            Self::all().rev().find(|other| *other < self)
        } else {
            (self.page() == 1).then_some(Wages)
        }
    }

    /// The step of its page and how many steps there are with the result.
    pub(crate) fn step(self, cx: &Context) -> (u32, u32) {
        if cx.is_seniors() {
            let step = Self::all().position(|question| question == self).unwrap_or(0);
            (step as u32 + 1, Self::all().count() as u32 + 1)
        } else {
            (self.page() + 1, 3)
        }
    }
}

/// Where the person is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Screen {
    /// What the estimate is.
    #[default]
    Start,
    /// The page of the form that holds this question.
    Form(Question),
    /// The result.
    Result,
    /// How the result comes about, on a page of its own for the seniors display.
    Brackets,
    /// Asking for the certificate without an estimate.
    Certificate,
    /// The certificate is on its way.
    Sent,
    /// The request is kept until the phone is online.
    Kept,
}

/// What a request was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// What the tax office knows of the year.
    Statement,
    /// The name and number on the certificate.
    Facts,
    /// The certificate.
    Certificate,
}

/// What the tax office knows of the year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statement {
    /// What was earned and paid.
    pub income: Income,
    /// Who paid, and how much where the office says so.
    pub payers: Vec<(LocalText, Option<i64>)>,
}

/// Everything.
#[derive(Debug, Default)]
pub struct Model {
    /// The tax year.
    pub year: i64,
    /// Where the person is.
    pub screen: Screen,
    /// Whether they came from the result and go back to it.
    pub returns_to_result: bool,
    /// Whether the certificate was opened without an estimate.
    pub is_certificate_alone: bool,
    /// What the tax office knows.
    pub statement: Option<Statement>,
    /// What the person says they earned and paid.
    pub income: Income,
    /// What lowers their tax.
    pub deductions: Deductions,
    /// What is wrong on the page that is shown, by question.
    pub errors: Vec<(Question, &'static str)>,
    /// What stands in the way.
    pub trouble: Option<Trouble>,
    /// What to ask for again after signing in.
    pub retry: Option<Wanted>,
    /// The requests under way.
    pub awaiting: Awaiting<Wanted>,
    /// The facts that the person agreed to put on the certificate.
    pub claims: Vec<String>,
    /// The reference of the request for a certificate.
    pub reference: String,
}

impl Model {
    /// The estimate.
    #[must_use]
    pub fn estimate(&self) -> Estimate {
        tax::estimate(&self.income, &self.deductions)
    }

    /// What is wrong with the answer to `question`.
    #[must_use]
    pub fn error_at(&self, question: Question) -> Option<&'static str> {
        self.errors.iter().find(|(own, _)| *own == question).map(|(_, message)| *message)
    }
}
