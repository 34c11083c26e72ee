//! The questions of the form, their order, and which of them share a page.

use fingertip_sdk::{Context, Date, is_national_id, is_phone};

use crate::model::{Delivery, Model, PhotoSource};

/// One question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// The name.
    Name,
    /// The identity number.
    IdNumber,
    /// The telephone number.
    Phone,
    /// The photo.
    Photo,
    /// The bank.
    Bank,
    /// How the card comes.
    Delivery,
    /// The office to pick it up.
    Office,
    /// The day to pick it up.
    PickUp,
    /// The address to send it to.
    Address,
    /// When the courier may call.
    Courier,
    /// How to hear about it.
    News,
    /// That it is all true.
    Truth,
}

use Question::{
    Address, Bank, Courier, Delivery as Way, IdNumber, Name, News, Office, Phone, Photo, PickUp, Truth,
};

/// All questions in order.
const ALL: [Question; 12] =
    [Name, IdNumber, Phone, Photo, Bank, Way, Office, PickUp, Address, Courier, News, Truth];

/// The pages of the form besides the check of all answers.
const N_PAGES: u32 = 3;

impl Question {
    /// All of them, in order.
    pub(crate) fn all() -> std::iter::Copied<std::slice::Iter<'static, Self>> {
        ALL.iter().copied()
    }

    /// The key of its input.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Name => "name",
            IdNumber => "id-number",
            Phone => "phone",
            Photo => "photo-source",
            Bank => "bank",
            Way => "delivery",
            Office => "office",
            PickUp => "pick-up-date",
            Address => "address",
            Courier => "courier-time",
            News => "news",
            Truth => "truth",
        }
    }

    /// The question with this key.
    pub(crate) fn of_key(key: &str) -> Option<Self> {
        Self::all().find(|question| question.key() == key)
    }

    /// The page of the normal display that holds it, from 0.
    pub(crate) fn page(self) -> u32 {
        match self {
            Name | IdNumber | Phone => 0,
            Photo => 1,
            _ => 2,
        }
    }

    /// The message of what is wrong with its answer.
    fn error(self, model: &Model, today: Date) -> Option<&'static str> {
        let answers = &model.answers;
        let (is_wrong, message) = match self {
            Name => (model.facts.name.is_none() && answers.name.is_empty(), "card-name-error"),
            IdNumber => (
                model.facts.id_number.is_none() && !is_national_id(&answers.id_number),
                "card-id-number-error",
            ),
            Phone => (!is_phone(&answers.phone), "card-phone-error"),
            Photo if answers.photo == Some(PhotoSource::Upload) => {
                (answers.photo_files.is_empty(), "card-photo-file-error")
            }
            Photo => (answers.photo.is_none(), "card-photo-error"),
            Bank => (answers.bank.is_empty(), "card-bank-error"),
            Way => (answers.delivery.is_none(), "card-delivery-error"),
            Office => (answers.office.is_empty(), "card-office-error"),
            PickUp => (answers.pick_up.is_none_or(|date| order(date) < order(today)), "card-pick-up-error"),
            Address => (answers.address.chars().count() < 5, "card-address-error"),
            Courier | News => (false, ""),
            Truth => (!answers.is_true, "card-truth-error"),
        };
        is_wrong.then_some(message)
    }
}

fn order(date: Date) -> (i32, u8, u8) {
    (date.year, date.month, date.day)
}

impl Model {
    /// Whether the form asks this.
    pub(crate) fn asks(&self, question: Question) -> bool {
        match question {
            // Both facts stand on the page of the name.
            IdNumber => self.facts.name.is_none() || self.facts.id_number.is_none(),
            Office => self.is_picked_up() && self.only_office().is_none(),
            PickUp => self.is_picked_up(),
            Address | Courier => self.answers.delivery == Some(Delivery::Post),
            _ => true,
        }
    }

    fn is_picked_up(&self) -> bool {
        self.answers.delivery == Some(Delivery::PickUp)
    }

    /// Whether the check of all answers says this: what was asked, and what had to be asked of nobody.
    pub(crate) fn tells(&self, question: Question) -> bool {
        match question {
            IdNumber => true,
            Office => self.is_picked_up(),
            Truth => false,
            _ => self.asks(question),
        }
    }

    /// The question at which the page begins that was left at `at`: the lists may have come meanwhile and answered that one.
    pub(crate) fn asked_at(&self, at: Question) -> Question {
        Question::all().find(|&question| question >= at && self.asks(question)).unwrap_or(at)
    }

    /// The questions that share the page with `at`.
    pub(crate) fn together(&self, at: Question, cx: &Context) -> Vec<Question> {
        let is_with =
            |question: Question| if cx.is_seniors() { question == at } else { question.page() == at.page() };
        Question::all().filter(|&question| is_with(question) && self.asks(question)).collect()
    }

    /// The first question of the next page; none at the end.
    pub(crate) fn next(&self, at: Question, cx: &Context) -> Option<Question> {
        let is_after =
            |question: Question| if cx.is_seniors() { question > at } else { question.page() > at.page() };
        Question::all().find(|&question| is_after(question) && self.asks(question))
    }

    /// The first question of the page before; none at the start.
    pub(crate) fn previous(&self, at: Question, cx: &Context) -> Option<Question> {
        if cx.is_seniors() {
            return Question::all().rev().find(|&question| question < at && self.asks(question));
        }
        Question::all().find(|&question| question.page() + 1 == at.page())
    }

    /// The step of the page with `at` and how many steps there are with the check of all answers.
    pub(crate) fn step(&self, at: Option<Question>, cx: &Context) -> (u32, u32) {
        if !cx.is_seniors() {
            return (at.map_or(N_PAGES, Question::page) + 1, N_PAGES + 1);
        }
        let asked: Vec<Question> = Question::all().filter(|&question| self.asks(question)).collect();
        let step = at.and_then(|at| asked.iter().position(|&question| question == at)).unwrap_or(asked.len());
        (step as u32 + 1, asked.len() as u32 + 1)
    }

    /// What is wrong with the answers to `questions`.
    pub(crate) fn errors_of(
        &self,
        questions: impl IntoIterator<Item = Question>,
        today: Date,
    ) -> Vec<(Question, &'static str)> {
        let asked = questions.into_iter().filter(|&question| self.asks(question));
        asked.filter_map(|question| question.error(self, today).map(|message| (question, message))).collect()
    }
}
