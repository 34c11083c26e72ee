//! The pages of a life event's form, as views of the standard: a form of a platform is drawn, checked and filled as a mini-app's is.

use std::collections::BTreeMap;

use fingertip_contract::{FieldKind, JointField, JointService, joint::JointSection};
use fingertip_standard::{
    LocalText,
    events::Input,
    limits,
    view::{
        Button, Choice, ChooseOne, DateInput, Field, FileInput, Kind, Node, NumberInput, Page, SelectFrom,
        TextInput, TextPurpose, View, Weight,
    },
    words::{Entry, Message, Value, Word},
};

/// The field that asks where the person moves to, which no form has of its own: fields' ids have no dot.
pub(crate) const DESTINATION: &str = "joint.destination";
/// What going on reports.
pub const CONTINUE: &str = "continue";
/// What a form takes as files.
const MEDIA_TYPES: [&str; 2] = ["image/*", "application/pdf"];

/// A page of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JointPage<'s> {
    /// Where the person moves to.
    Destination,
    /// A section of the form.
    Section(&'s JointSection),
    /// What goes to whom, before it is handed in.
    Check,
}

/// The pages of a form in which this was answered: sections of which nothing is asked have none.
#[must_use]
pub fn pages<'s>(service: &'s JointService, given: &BTreeMap<String, String>) -> Vec<JointPage<'s>> {
    let destination = service.needs_destination().then_some(JointPage::Destination);
    let is_asked = |section: &&'s JointSection| section.fields.iter().any(|field| field.is_asked(given));
    let sections = service.sections.iter().filter(is_asked).map(JointPage::Section);
    destination.into_iter().chain(sections).chain([JointPage::Check]).collect()
}

/// A page of questions as a view with its words; `pick` gives a text of the platform in the person's language. None for the check.
#[must_use]
pub fn page_view(
    page: JointPage<'_>,
    (number, count): (usize, usize),
    given: &BTreeMap<String, String>,
    pick: impl Fn(&LocalText) -> String,
) -> Option<(View, Vec<Entry>)> {
    let mut drawn = Drawn { words: Vec::new(), pick: &pick };
    let (title, hint, fields) = match page {
        JointPage::Destination => (drawn.message("joint-destination-title"), None, vec![drawn.destination()]),
        JointPage::Section(section) => {
            let title = drawn.text(&section.title);
            let hint = section.hint.as_ref().map(|hint| drawn.text(hint));
            let asked = section.fields.iter().filter(|field| field.is_asked(given));
            (title, hint, asked.map(|field| drawn.field(field, &section.fields)).collect())
        }
        JointPage::Check => return None,
    };
    let of = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let step = Some((of(number + 1), of(count)));
    let intro = hint.map(|hint| ("joint.hint".to_owned(), Kind::Text(hint)));
    let label = drawn.message("joint-continue");
    let go_on = Kind::Button(Button {
        label,
        weight: Weight::Primary,
        action: CONTINUE.to_owned(),
        submits: true,
        confirm: None,
    });
    let inside: Vec<_> =
        intro.into_iter().chain(fields).chain([(format!("joint.{CONTINUE}"), go_on)]).collect();
    // The page is another one for the focus whenever its number is.
    let page = (format!("joint.page-{number}"), Kind::Page(Page { title, step }));
    Some((flat(page, inside, of(number + 1)), drawn.words))
}

/// A page with everything on it below each other.
pub(super) fn flat(page: (String, Kind), inside: Vec<(String, Kind)>, revision: u32) -> View {
    let children = (1..).take(inside.len()).collect();
    let page = Node { key: page.0, kind: page.1, children };
    let others = inside.into_iter().map(|(key, kind)| Node { key, kind, children: Vec::new() });
    View { nodes: [page].into_iter().chain(others).collect(), focus: None, revision }
}

/// The words of a view while it grows.
pub(super) struct Drawn<'p> {
    pub(super) words: Vec<Entry>,
    pub(super) pick: &'p dyn Fn(&LocalText) -> String,
}

impl Drawn<'_> {
    pub(super) fn word(&mut self, entry: Entry) -> Word {
        self.words.push(entry);
        Word::try_from(self.words.len() - 1).unwrap_or(Word::MAX)
    }

    pub(super) fn value(&mut self, value: Value) -> Word {
        self.word(Entry::Value(value))
    }

    pub(super) fn text(&mut self, text: &LocalText) -> Word {
        let text = (self.pick)(text);
        self.value(Value::Data(text))
    }

    pub(super) fn message(&mut self, id: &str) -> Word {
        self.word(Entry::Message(Message { id: id.to_owned(), args: Vec::new() }))
    }

    fn destination(&mut self) -> (String, Kind) {
        let field = Field {
            label: self.message("joint-destination"),
            hint: Some(self.message("joint-destination-hint")),
            error: None,
            optional: false,
            fills_from: None,
            reports_change: false,
        };
        (DESTINATION.to_owned(), regions(field))
    }

    fn field(&mut self, asked: &JointField, all: &[JointField]) -> (String, Kind) {
        // What another question of the page depends on draws the page anew.
        let decides = |other: &JointField| other.only_if.as_ref().is_some_and(|only| only.field == asked.id);
        let field = Field {
            label: self.text(&asked.label),
            hint: asked.hint.as_ref().map(|hint| self.text(hint)),
            error: None,
            optional: !asked.is_required,
            fills_from: asked.fact.as_ref().map(ToString::to_string),
            reports_change: all.iter().any(decides),
        };
        let kind = match &asked.kind {
            FieldKind::Date => Kind::DateInput(DateInput {
                field,
                initial: None,
                earliest: None,
                latest: None,
                remembered: true,
            }),
            FieldKind::Number => Kind::NumberInput(NumberInput {
                field,
                initial: None,
                minimum: None,
                maximum: None,
                unit: None,
            }),
            FieldKind::Region => regions(field),
            FieldKind::Choice => {
                let choices = asked.choices.iter().map(|choice| Choice {
                    id: choice.id.clone(),
                    label: self.text(&choice.label),
                    hint: None,
                });
                Kind::ChooseOne(ChooseOne { field, choices: choices.collect(), initial: None })
            }
            FieldKind::YesNo => {
                let choices = [(JointField::YES, "joint-yes"), (JointField::NO, "joint-no")];
                let choices = choices.map(|(id, label)| Choice {
                    id: id.to_owned(),
                    label: self.message(label),
                    hint: None,
                });
                Kind::ChooseOne(ChooseOne { field, choices: choices.into(), initial: None })
            }
            FieldKind::File => Kind::FileInput(FileInput {
                field,
                media_types: MEDIA_TYPES.map(str::to_owned).into(),
                max_bytes: limits::CASE_FILES_BYTES,
                at_most: u32::try_from(JointField::MOST_FILES).unwrap_or(u32::MAX),
                from_camera: true,
            }),
            // What this version cannot draw is answered in words.
            FieldKind::Text | FieldKind::Unknown(_) => Kind::TextInput(TextInput {
                purpose: purpose(asked),
                field,
                initial: String::new(),
                max_chars: u32::try_from(JointField::MOST_CHARS).unwrap_or(u32::MAX),
            }),
        };
        (asked.id.clone(), kind)
    }
}

/// One region of the catalogue.
fn regions(field: Field) -> Kind {
    Kind::SelectFrom(SelectFrom {
        field,
        choices: Vec::new(),
        code_list: Some("regions".to_owned()),
        initial: None,
    })
}

/// How a text is typed and checked, by the fact that fills it.
fn purpose(field: &JointField) -> TextPurpose {
    match field.fact.as_ref().map(|fact| fact.as_str()) {
        Some("phone") => TextPurpose::Phone,
        Some("email") => TextPurpose::Email,
        Some("name") => TextPurpose::Name,
        Some("id-number") => TextPurpose::NationalId,
        _ => TextPurpose::Plain,
    }
}

/// What a field of the page holds: for a form that comes back.
pub(crate) fn input_of(field: &JointField, answer: &str) -> Option<Input> {
    let mut drawn = Drawn { words: Vec::new(), pick: &|_: &LocalText| String::new() };
    let (_, kind) = drawn.field(field, &[]);
    fingertip_standard::fill::input_from_fact(&kind, answer)
}
