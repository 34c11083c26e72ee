//! Inputs of a page. An input is on the page as soon as it is named; what follows makes it more exact:
//! `page.text_input("phone", "card-phone").purpose(TextPurpose::Phone).hint("card-phone-hint");`

use std::marker::PhantomData;

use crate::{
    Date, Decimal, Part, Text, TextPurpose,
    bindings::fingertip::mini_app::{
        view::{self, Field, Kind},
        words::InstantMs,
    },
    part::Tree,
};

/// One answer of a choice.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    id: String,
    label: Text,
    hint: Option<Text>,
}

impl Choice {
    /// The answer `id` and what it says.
    #[must_use]
    pub fn new(id: impl Into<String>, label: impl Into<Text>) -> Self {
        Self { id: id.into(), label: label.into(), hint: None }
    }

    /// More about the answer.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Text>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// An appointment that can be had.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    /// Its id.
    pub id: String,
    /// When it begins.
    pub at: InstantMs,
    /// How long it takes; 0 where nobody knows.
    pub minutes: u16,
    /// Where.
    pub place: Option<Text>,
    /// How many can still have it.
    pub left: u32,
}

/// An input that was just put on the page, of the kind `R`.
#[derive(Debug)]
pub struct InputNode<'p, R> {
    tree: &'p mut Tree,
    at: usize,
    kind: PhantomData<R>,
}

/// A record of a node's kind that is an input.
pub trait Record {
    /// The record in `kind`, if it is this one.
    fn of(kind: &mut Kind) -> Option<&mut Self>;
}

macro_rules! records {
    ($($name:ident),*) => {
        $(impl Record for view::$name {
            fn of(kind: &mut Kind) -> Option<&mut Self> {
                match kind { Kind::$name(record) => Some(record), _ => None }
            }
        })*

        /// What all inputs share. One function for all kinds: one for each would be paid for in bytes.
        fn field_of(kind: &mut Kind) -> Option<&mut Field> {
            match kind { $(Kind::$name(record) => Some(&mut record.field),)* _ => None }
        }
    };
}
records!(
    TextInput,
    TextArea,
    NumberInput,
    MoneyInput,
    DateInput,
    TimeInput,
    ChooseOne,
    ChooseMany,
    SelectFrom,
    Declaration,
    AddressInput,
    PlaceInput,
    FileInput,
    SlotPicker
);

impl<R: Record> InputNode<'_, R> {
    fn change(self, change: impl FnOnce(&mut R)) -> Self {
        if let Some(record) = self.tree.nodes.get_mut(self.at).and_then(|node| R::of(&mut node.kind)) {
            change(record);
        }
        self
    }

    /// How to fill it in.
    pub fn hint(self, hint: impl Into<Text>) -> Self {
        self.tree.set_hint(self.at, hint.into());
        self
    }

    /// What is wrong with its value, if anything.
    pub fn error(self, error: Option<impl Into<Text>>) -> Self {
        if let Some(error) = error {
            self.tree.set_error(self.at, error.into());
        }
        self
    }

    /// It may stay empty.
    pub fn optional(self) -> Self {
        self.tree.change_field(self.at, |field| field.optional = true);
        self
    }

    /// The claim that may fill it, after consent.
    pub fn fills_from(self, claim: &str) -> Self {
        if let Some(field) = self.tree.field(self.at) {
            field.fills_from = Some(claim.to_owned());
        }
        self
    }

    /// Each change is reported, for other things on the page depend on it.
    pub fn reports_change(self) -> Self {
        self.tree.change_field(self.at, |field| field.reports_change = true);
        self
    }
}

impl Tree {
    fn field(&mut self, at: usize) -> Option<&mut Field> {
        self.nodes.get_mut(at).and_then(|node| field_of(&mut node.kind))
    }

    fn change_field(&mut self, at: usize, change: fn(&mut Field)) {
        if let Some(field) = self.field(at) {
            change(field);
        }
    }

    fn set_hint(&mut self, at: usize, hint: Text) {
        let hint = self.words.add(hint);
        if let Some(field) = self.field(at) {
            field.hint = Some(hint);
        }
    }

    fn set_error(&mut self, at: usize, error: Text) {
        let error = self.words.add(error);
        if let Some(field) = self.field(at) {
            field.error = Some(error);
        }
    }
}

impl InputNode<'_, view::TextInput> {
    /// Its keyboard, autofill and checks.
    pub fn purpose(self, purpose: TextPurpose) -> Self {
        self.change(|record| record.purpose = purpose)
    }
    /// What it says at first.
    pub fn initial(self, text: &str) -> Self {
        self.change(|record| text.clone_into(&mut record.initial))
    }
    /// How many characters it takes.
    pub fn at_most(self, chars: u32) -> Self {
        self.change(|record| record.max_chars = chars)
    }
}

impl InputNode<'_, view::TextArea> {
    /// What it says at first.
    pub fn initial(self, text: &str) -> Self {
        self.change(|record| text.clone_into(&mut record.initial))
    }
    /// How many characters it takes.
    pub fn at_most(self, chars: u32) -> Self {
        self.change(|record| record.max_chars = chars)
    }
}

impl InputNode<'_, view::NumberInput> {
    /// Its whole number at first.
    pub fn initial(self, number: Option<i64>) -> Self {
        self.change(|record| record.initial = number.map(whole))
    }
    /// The whole numbers that it takes.
    pub fn between(self, minimum: i64, maximum: i64) -> Self {
        self.change(|record| (record.minimum, record.maximum) = (Some(whole(minimum)), Some(whole(maximum))))
    }
    /// What is counted.
    pub fn unit(self, unit: impl Into<Text>) -> Self {
        let unit = self.tree.words.add(unit.into());
        self.change(|record| record.unit = Some(unit))
    }
}

impl InputNode<'_, view::MoneyInput> {
    /// Its amount at first, in minor units.
    pub fn initial(self, minor: Option<i64>) -> Self {
        self.change(|record| record.initial = minor)
    }
    /// The least amount that it takes, in minor units; nought where none is said. A loss or a refund is below.
    pub fn at_least(self, minor: i64) -> Self {
        self.change(|record| record.minimum_minor = Some(minor))
    }
    /// The largest amount that it takes, in minor units.
    pub fn at_most(self, minor: i64) -> Self {
        self.change(|record| record.maximum_minor = Some(minor))
    }
}

impl InputNode<'_, view::DateInput> {
    /// Its date at first.
    pub fn initial(self, date: Option<Date>) -> Self {
        self.change(|record| record.initial = date)
    }
    /// The first date that it takes.
    pub fn earliest(self, date: Date) -> Self {
        self.change(|record| record.earliest = Some(date))
    }
    /// The last date that it takes.
    pub fn latest(self, date: Date) -> Self {
        self.change(|record| record.latest = Some(date))
    }
    /// A date that people know by heart, such as a birthday: written, not picked.
    pub fn remembered(self) -> Self {
        self.change(|record| record.remembered = true)
    }
}

impl InputNode<'_, view::TimeInput> {
    /// Its time at first, in minutes since midnight.
    pub fn initial(self, minute: Option<u16>) -> Self {
        self.change(|record| record.initial_minute = minute)
    }
}

impl InputNode<'_, view::ChooseOne> {
    /// The answer at first.
    pub fn initial(self, id: Option<&str>) -> Self {
        self.change(|record| record.initial = id.map(str::to_owned))
    }
}

impl InputNode<'_, view::ChooseMany> {
    /// The answers at first.
    pub fn initial(self, ids: &[String]) -> Self {
        self.change(|record| record.initial = ids.to_vec())
    }
    /// How many answers it takes.
    pub fn at_most(self, n: u32) -> Self {
        self.change(|record| record.at_most = Some(n))
    }
}

impl InputNode<'_, view::SelectFrom> {
    /// The answer at first.
    pub fn initial(self, id: Option<&str>) -> Self {
        self.change(|record| record.initial = id.map(str::to_owned))
    }
}

impl InputNode<'_, view::Declaration> {
    /// Whether the person has agreed already.
    pub fn agreed(self, is_agreed: bool) -> Self {
        self.change(|record| record.agreed = is_agreed)
    }
}

impl InputNode<'_, view::AddressInput> {
    /// Its region and the rest at first.
    pub fn initial(self, region: Option<&str>, rest: Option<&str>) -> Self {
        self.change(|record| {
            (record.region, record.initial) = (region.map(str::to_owned), rest.map(str::to_owned))
        })
    }
}

impl InputNode<'_, view::SlotPicker> {
    /// The appointment at first.
    pub fn initial(self, id: Option<&str>) -> Self {
        self.change(|record| record.initial = id.map(str::to_owned))
    }
}

impl InputNode<'_, view::FileInput> {
    /// How many files it takes.
    pub fn at_most(self, n: u32) -> Self {
        self.change(|record| record.at_most = n)
    }
    /// The largest file that it takes.
    pub fn max_bytes(self, bytes: u64) -> Self {
        self.change(|record| record.max_bytes = bytes)
    }
    /// A picture may be taken with the camera.
    pub fn from_camera(self) -> Self {
        self.change(|record| record.from_camera = true)
    }
}

fn whole(number: i64) -> Decimal {
    Decimal { digits: number, scale: 0 }
}

impl Part<'_> {
    fn field(&mut self, label: Text) -> Field {
        let label = self.word(label);
        Field { label, hint: None, error: None, optional: false, fills_from: None, reports_change: false }
    }

    fn input<R>(&mut self, key: &str, kind: Kind) -> InputNode<'_, R> {
        let at = self.push(key, kind);
        InputNode { tree: self.tree, at, kind: PhantomData }
    }

    fn choice(&mut self, choice: Choice) -> view::Choice {
        let label = self.word(choice.label);
        let hint = choice.hint.map(|hint| self.word(hint));
        view::Choice { id: choice.id, label, hint }
    }

    fn choices(&mut self, choices: impl IntoIterator<Item = Choice>) -> Vec<view::Choice> {
        let mut all = Vec::new();
        for choice in choices {
            all.push(self.choice(choice));
        }
        all
    }

    /// A line of text.
    pub fn text_input(&mut self, key: &str, label: impl Into<Text>) -> InputNode<'_, view::TextInput> {
        let field = self.field(label.into());
        let purpose = TextPurpose::Plain;
        self.input(
            key,
            Kind::TextInput(view::TextInput { field, purpose, initial: String::new(), max_chars: 100 }),
        )
    }

    /// Lines of text.
    pub fn text_area(&mut self, key: &str, label: impl Into<Text>) -> InputNode<'_, view::TextArea> {
        let field = self.field(label.into());
        self.input(key, Kind::TextArea(view::TextArea { field, initial: String::new(), max_chars: 1000 }))
    }

    /// A number.
    pub fn number_input(&mut self, key: &str, label: impl Into<Text>) -> InputNode<'_, view::NumberInput> {
        let field = self.field(label.into());
        self.input(
            key,
            Kind::NumberInput(view::NumberInput {
                field,
                initial: None,
                minimum: None,
                maximum: None,
                unit: None,
            }),
        )
    }

    /// An amount of money in this currency.
    pub fn money_input(
        &mut self,
        key: &str,
        label: impl Into<Text>,
        currency: &str,
    ) -> InputNode<'_, view::MoneyInput> {
        let field = self.field(label.into());
        let currency = currency.to_owned();
        self.input(
            key,
            Kind::MoneyInput(view::MoneyInput {
                field,
                currency,
                initial: None,
                minimum_minor: None,
                maximum_minor: None,
            }),
        )
    }

    /// A date.
    pub fn date_input(&mut self, key: &str, label: impl Into<Text>) -> InputNode<'_, view::DateInput> {
        let field = self.field(label.into());
        self.input(
            key,
            Kind::DateInput(view::DateInput {
                field,
                initial: None,
                earliest: None,
                latest: None,
                remembered: false,
            }),
        )
    }

    /// A time of day.
    pub fn time_input(&mut self, key: &str, label: impl Into<Text>) -> InputNode<'_, view::TimeInput> {
        let field = self.field(label.into());
        self.input(key, Kind::TimeInput(view::TimeInput { field, initial_minute: None }))
    }

    /// One answer of a few. There is at least one.
    pub fn choose_one(
        &mut self,
        key: &str,
        label: impl Into<Text>,
        choices: impl IntoIterator<Item = Choice>,
    ) -> InputNode<'_, view::ChooseOne> {
        let (field, choices) = (self.field(label.into()), self.choices(choices));
        self.input(key, Kind::ChooseOne(view::ChooseOne { field, choices, initial: None }))
    }

    /// Any answers of a few. There is at least one.
    pub fn choose_many(
        &mut self,
        key: &str,
        label: impl Into<Text>,
        choices: impl IntoIterator<Item = Choice>,
    ) -> InputNode<'_, view::ChooseMany> {
        let (field, choices) = (self.field(label.into()), self.choices(choices));
        self.input(
            key,
            Kind::ChooseMany(view::ChooseMany { field, choices, initial: Vec::new(), at_most: None }),
        )
    }

    /// One answer of many, with search.
    pub fn select_from(
        &mut self,
        key: &str,
        label: impl Into<Text>,
        choices: impl IntoIterator<Item = Choice>,
    ) -> InputNode<'_, view::SelectFrom> {
        let (field, choices) = (self.field(label.into()), self.choices(choices));
        self.input(key, Kind::SelectFrom(view::SelectFrom { field, choices, code_list: None, initial: None }))
    }

    /// One entry of a code list of the platform, such as `regions`.
    pub fn select_code(
        &mut self,
        key: &str,
        label: impl Into<Text>,
        code_list: &str,
    ) -> InputNode<'_, view::SelectFrom> {
        let field = self.field(label.into());
        let code_list = Some(code_list.to_owned());
        self.input(
            key,
            Kind::SelectFrom(view::SelectFrom { field, choices: Vec::new(), code_list, initial: None }),
        )
    }

    /// A statement that the person agrees to.
    pub fn declaration(
        &mut self,
        key: &str,
        label: impl Into<Text>,
        statement: impl Into<Text>,
    ) -> InputNode<'_, view::Declaration> {
        let field = self.field(label.into());
        let statement = self.word(statement.into());
        self.input(key, Kind::Declaration(view::Declaration { field, statement, agreed: false }))
    }

    /// An address: its region, and street, building and door.
    pub fn address_input(&mut self, key: &str, label: impl Into<Text>) -> InputNode<'_, view::AddressInput> {
        let field = self.field(label.into());
        self.input(key, Kind::AddressInput(view::AddressInput { field, region: None, initial: None }))
    }

    /// A place, by its coordinates or where the person is.
    pub fn place_input(&mut self, key: &str, label: impl Into<Text>) -> InputNode<'_, view::PlaceInput> {
        let field = self.field(label.into());
        self.input(key, Kind::PlaceInput(view::PlaceInput { field, near_region: None }))
    }

    /// Appointments to choose from. The host orders them by day.
    pub fn slot_picker(
        &mut self,
        key: &str,
        label: impl Into<Text>,
        slots: impl IntoIterator<Item = Slot>,
    ) -> InputNode<'_, view::SlotPicker> {
        let field = self.field(label.into());
        let mut all = Vec::new();
        for slot in slots {
            let place = slot.place.map(|place| self.word(place));
            all.push(view::Slot { id: slot.id, at: slot.at, minutes: slot.minutes, place, left: slot.left });
        }
        self.input(key, Kind::SlotPicker(view::SlotPicker { field, slots: all, initial: None }))
    }

    /// Files of these media types, at most 5 MiB each.
    pub fn file_input(
        &mut self,
        key: &str,
        label: impl Into<Text>,
        media_types: &[&str],
    ) -> InputNode<'_, view::FileInput> {
        let field = self.field(label.into());
        let media_types = media_types.iter().map(|&media_type| media_type.to_owned()).collect();
        self.input(
            key,
            Kind::FileInput(view::FileInput {
                field,
                media_types,
                max_bytes: 5 << 20,
                at_most: 1,
                from_camera: false,
            }),
        )
    }
}
