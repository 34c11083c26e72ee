//! The one form of a life event, and whether what was filled in fits it: device and platform judge alike.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use fingertip_standard::{ClaimName, LocalText, RegionCode};

use super::JointService;

/// Fields that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct JointSection {
    /// Its heading.
    pub title: LocalText,
    /// What helps to fill it in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<LocalText>,
    /// Its fields, in their order.
    pub fields: Vec<JointField>,
}

/// One question of the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct JointField {
    /// Its id, of no other field of the form: one lower-case label. Answers are sent under it, and so are files.
    pub id: String,
    /// How it is answered.
    pub kind: FieldKind,
    /// What is asked.
    pub label: LocalText,
    /// What helps to answer it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<LocalText>,
    /// Whether the form is incomplete without it, where it is asked at all.
    #[serde(default)]
    pub is_required: bool,
    /// Which fact of the person fills it, where they want that; what they then send is still what they say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fact: Option<ClaimName>,
    /// What there is to choose from, for [`FieldKind::Choice`] alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<JointChoice>,
    /// It is asked only where this holds, of a field that stands before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_if: Option<JointCondition>,
}

/// How a field is answered, as mini-apps' inputs are. What is sent is text: what is typed, for a date `2026-11-24`, for a choice its id, for a
/// region its code, for a number decimal digits, for yes or no [`JointField::YES`] or [`JointField::NO`]. A file is sent apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FieldKind {
    /// In words.
    Text,
    /// With a day.
    Date,
    /// With one of [`JointField::choices`].
    Choice,
    /// With a region of the catalogue.
    Region,
    /// With a number.
    Number,
    /// With yes or no.
    YesNo,
    /// With a file.
    File,
    /// What a newer platform knows; kept and written back as it came.
    #[serde(untagged)]
    Unknown(String),
}

/// One of several answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct JointChoice {
    /// Its id, of no other choice of the field: one lower-case label.
    pub id: String,
    /// What it says.
    pub label: LocalText,
}

/// A condition on an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct JointCondition {
    /// Of which field: one that is chosen, or answered with yes or no.
    pub field: String,
    /// What is answered there: the id of a choice, or yes or no.
    pub is: String,
}

impl JointCondition {
    /// Whether it holds with these `answers`.
    #[must_use]
    pub fn holds(&self, answers: &BTreeMap<String, String>) -> bool {
        answers.get(&self.field) == Some(&self.is)
    }
}

impl JointField {
    /// The answer yes.
    pub const YES: &'static str = "yes";
    /// The answer no.
    pub const NO: &'static str = "no";
    /// The longest answer, in characters.
    pub const MOST_CHARS: usize = 500;
    /// The most fields of a form.
    pub const MOST: usize = 120;
    /// The most files of a field.
    pub const MOST_FILES: usize = 5;

    /// Whether it is asked with these `answers`.
    #[must_use]
    pub fn is_asked(&self, answers: &BTreeMap<String, String>) -> bool {
        self.only_if.as_ref().is_none_or(|only| only.holds(answers))
    }

    fn takes(&self, answer: &str) -> bool {
        match self.kind {
            FieldKind::Text => true,
            FieldKind::Date => answer.parse::<Date>().is_ok(),
            FieldKind::Choice => self.choices.iter().any(|choice| choice.id == answer),
            FieldKind::Region => RegionCode::new(answer).is_ok(),
            FieldKind::Number => is_number(answer),
            FieldKind::YesNo => matches!(answer, Self::YES | Self::NO),
            FieldKind::File | FieldKind::Unknown(_) => false,
        }
    }
}

/// Decimal digits, perhaps with a sign before and a point among them.
pub(in crate::joint) fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    are_digits(whole) && are_digits(part)
}

/// What is wrong with one field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormFlaw {
    /// The field's id.
    pub field: String,
    /// What is wrong.
    pub kind: FormFlawKind,
}

/// What may be wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FormFlawKind {
    /// It is required and not answered.
    Missing,
    /// The answer is none of its kind.
    Malformed,
    /// The answer is too long, or the files are too many.
    TooMuch,
    /// Nobody asks it.
    NotAsked,
}

impl JointService {
    /// What is wrong with a form: each field that is, in the order of the form, and then what belongs to no field. `files` are the keys of
    /// the files, one for each file. Whether a region is one of the nation's is not looked at.
    #[must_use]
    pub fn check_form(&self, answers: &BTreeMap<String, String>, files: &[&str]) -> Vec<FormFlaw> {
        let mut flaws = Vec::new();
        let mut known = BTreeSet::new();
        for field in self.fields() {
            known.insert(field.id.as_str());
            if let Some(kind) = flaw_of(field, answers, files) {
                flaws.push(FormFlaw { field: field.id.clone(), kind });
            }
        }
        let given = answers.keys().map(String::as_str).chain(files.iter().copied());
        let strange: BTreeSet<&str> = given.filter(|id| !known.contains(id)).collect();
        let strange = strange.into_iter().map(str::to_owned);
        flaws.extend(strange.map(|field| FormFlaw { field, kind: FormFlawKind::NotAsked }));
        flaws
    }
}

fn flaw_of(field: &JointField, answers: &BTreeMap<String, String>, files: &[&str]) -> Option<FormFlawKind> {
    let n_files = files.iter().filter(|key| **key == field.id).count();
    let answer = answers.get(&field.id).map(|answer| answer.trim()).filter(|answer| !answer.is_empty());
    let is_asked = field.is_asked(answers);
    match (is_asked, answer) {
        (false, _) if answer.is_some() || n_files > 0 => Some(FormFlawKind::NotAsked),
        (false, _) => None,
        (true, Some(answer)) if answer.chars().count() > JointField::MOST_CHARS => {
            Some(FormFlawKind::TooMuch)
        }
        (true, Some(answer)) if !field.takes(answer) => Some(FormFlawKind::Malformed),
        _ if n_files > 0 && field.kind != FieldKind::File => Some(FormFlawKind::NotAsked),
        _ if n_files > JointField::MOST_FILES => Some(FormFlawKind::TooMuch),
        (true, None) if field.is_required && n_files == 0 => Some(FormFlawKind::Missing),
        _ => None,
    }
}
