//! What the application remembers.

use fingertip_sdk::{Awaiting, Date, File, LocalText, Trouble};

pub use crate::question::Question;

/// Where the person is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Screen {
    /// What the service is, what it takes, how long it lasts.
    #[default]
    Intro,
    /// Answers to common questions.
    Help,
    /// The page of the form that holds this question.
    Form(Question),
    /// All answers, to be checked.
    Check,
    /// Handed in.
    Sent,
    /// Kept by the host until the phone is online.
    Kept,
}

/// What a request was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// The person's name and identity number.
    Facts,
    /// The banks and offices.
    Options,
    /// Handing the case in.
    Case,
    /// Being told about it.
    Watch,
}

/// Where the photo on the card comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhotoSource {
    /// The one of the identity card.
    IdentityCard,
    /// A file that the person gives.
    Upload,
}

/// How the card reaches the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// By courier.
    Post,
    /// At an office.
    PickUp,
}

/// What the person answered. An empty text is an answer not given.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answers {
    /// Their name, where their records did not give it.
    pub name: String,
    /// Their identity number, where their records did not give it.
    pub id_number: String,
    /// Their telephone number.
    pub phone: String,
    /// Where the photo comes from.
    pub photo: Option<PhotoSource>,
    /// The photo that they gave.
    pub photo_files: Vec<File>,
    /// The bank's id, or its name in their words where the list could not be had.
    pub bank: String,
    /// How the card reaches them.
    pub delivery: Option<Delivery>,
    /// The office's id, where there was more than one.
    pub office: String,
    /// When they want to come.
    pub pick_up: Option<Date>,
    /// Where the courier goes.
    pub address: String,
    /// When the courier may call, in minutes since midnight.
    pub courier_minute: Option<u16>,
    /// How they want to hear about the card.
    pub news: Vec<String>,
    /// That all of it is true.
    pub is_true: bool,
}

/// Facts from the person's records, which they agreed to share.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    /// Their name.
    pub name: Option<String>,
    /// Their identity number.
    pub id_number: Option<String>,
}

/// A bank or an office.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: LocalText,
    /// Where it is, if that matters.
    pub address: LocalText,
}

/// The banks and offices of the region.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Options {
    /// Banks that put their account on the card.
    pub banks: Vec<Place>,
    /// Offices where a card can be picked up.
    pub offices: Vec<Place>,
}

/// The case and what has become of it: each state with its time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Handed {
    /// Its reference.
    pub reference: String,
    /// The states that it reached, with the time of each.
    pub states: Vec<(String, i64)>,
}

/// Everything.
#[derive(Debug, Default)]
pub struct Model {
    /// Where the person is.
    pub screen: Screen,
    /// Whether they came from the check of all answers and go back to it.
    pub returns_to_check: bool,
    /// What they answered.
    pub answers: Answers,
    /// What their records say.
    pub facts: Facts,
    /// What there is to choose from.
    pub options: Options,
    /// What is wrong on the page that is shown, by question.
    pub errors: Vec<(Question, &'static str)>,
    /// What stands in the way.
    pub trouble: Option<Trouble>,
    /// What to ask for again after signing in.
    pub retry: Option<Wanted>,
    /// The requests under way.
    pub awaiting: Awaiting<Wanted>,
    /// The case.
    pub handed: Option<Handed>,
}

impl Model {
    /// The name of the bank or office `id` of `places` in `language`, or the id itself.
    #[must_use]
    pub fn name_of<'m>(places: &'m [Place], id: &'m str, language: &str) -> &'m str {
        places.iter().find(|place| place.id == id).map_or(id, |place| place.name.in_language(language))
    }

    /// The office where there is only one: nobody needs to be asked which.
    #[must_use]
    pub fn only_office(&self) -> Option<&Place> {
        match self.options.offices.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// The id of the office where the card is picked up: the only one, or the one that they chose.
    #[must_use]
    pub fn office(&self) -> &str {
        self.only_office().map_or(&self.answers.office, |office| &office.id)
    }

    /// What is wrong with the answer to `question`.
    #[must_use]
    pub fn error_at(&self, question: Question) -> Option<&'static str> {
        self.errors.iter().find(|(own, _)| *own == question).map(|(_, message)| *message)
    }
}
