//! A step in the types of the standard, so that the harness can check it by the host's own rules.

use fingertip_standard::{events as e, requests as r, step, view as v, widget, words as w};

use crate::bindings::{
    exports::fingertip::mini_app::app::Step,
    fingertip::mini_app::{events as be, requests as br, view as bv, words as bw},
};
use crate::widget_bindings::exports::fingertip::mini_app1_1_0::widgets::Widget;

/// What a type of the bindings is in the standard.
trait Lift {
    type To;
    fn lift(&self) -> Self::To;
}

macro_rules! same {
    ($($ty:ty),*) => { $(impl Lift for $ty {
        type To = $ty;
        fn lift(&self) -> $ty { self.clone() }
    })* };
}
same!(bool, u8, u16, u32, i32, i64, u64, String);

impl<T: Lift> Lift for Option<T> {
    type To = Option<T::To>;
    fn lift(&self) -> Self::To {
        self.as_ref().map(Lift::lift)
    }
}

impl<T: Lift> Lift for Vec<T> {
    type To = Vec<T::To>;
    fn lift(&self) -> Self::To {
        self.iter().map(Lift::lift).collect()
    }
}

impl<A: Lift, B: Lift> Lift for (A, B) {
    type To = (A::To, B::To);
    fn lift(&self) -> Self::To {
        (self.0.lift(), self.1.lift())
    }
}

macro_rules! records {
    ($from:ident => $to:ident { $($name:ident { $($field:ident),* })* }) => { $(impl Lift for $from::$name {
        type To = $to::$name;
        fn lift(&self) -> Self::To { $to::$name { $($field: self.$field.lift()),* } }
    })* };
}

macro_rules! enums {
    ($from:ident => $to:ident { $($name:ident { $($case:ident),* })* }) => { $(impl Lift for $from::$name {
        type To = $to::$name;
        fn lift(&self) -> Self::To { match self { $(Self::$case => $to::$name::$case),* } }
    })* };
}

macro_rules! variants {
    ($from:ident => $to:ident { $($name:ident { $($case:ident),* })* }) => { $(impl Lift for $from::$name {
        type To = $to::$name;
        fn lift(&self) -> Self::To { match self { $(Self::$case(inner) => $to::$name::$case(inner.lift())),* } }
    })* };
}

records! { bw => w {
    Date { year, month, day }
    Decimal { digits, scale }
    Money { currency, minor }
    Message { id, args }
} }

records! { be => e {
    File { handle, name, media_type, bytes }
} }

variants! { bw => w {
    Value { Data, Integer, Decimal, Percent, Money, Date, Instant, Days, Region }
    Entry { Message, Value }
} }

enums! { bv => v {
    Tone { Neutral, Information, Success, Warning, Urgent }
    Progress { NotStarted, Blocked, InProgress, WaitingForYou, Done, Problem }
    Weight { Primary, Secondary, Quiet, Destructive }
    TextPurpose { Plain, Name, Phone, Email, Postcode, NationalId, Reference, Plate, Account }
    ChartForm { Bars, Line, PartsOfWhole }
} }

records! { bv => v {
    Page { title, step }
    Section { title, lead }
    Notice { tone, title, body }
    Image { path, alternative }
    Button { label, weight, action, submits, confirm }
    Link { label, detail, tone, action }
    Field { label, hint, error, optional, fills_from, reports_change }
    TextInput { field, purpose, initial, max_chars }
    TextArea { field, initial, max_chars }
    NumberInput { field, initial, minimum, maximum, unit }
    MoneyInput { field, currency, initial, minimum_minor, maximum_minor }
    DateInput { field, initial, earliest, latest, remembered }
    TimeInput { field, initial_minute }
    Choice { id, label, hint }
    ChooseOne { field, choices, initial }
    ChooseMany { field, choices, initial, at_most }
    SelectFrom { field, choices, code_list, initial }
    Declaration { field, statement, agreed }
    AddressInput { field, region, initial }
    PlaceInput { field, near_region }
    FileInput { field, media_types, max_bytes, at_most, from_camera }
    RepeatGroup { label, add_label, at_least, at_most }
    Attribute { claim, label }
    SummaryRow { label, value, change_action }
    Task { label, detail, progress, action }
    Row { title, detail, value, tone, action }
    RecordList { rows, total, more_action }
    Credential { kind, holder, number, issuer, valid_until, code }
    Table { caption, columns, rows }
    TimelineEntry { title, detail, at, progress }
    MapPoint { label, latitude_e6, longitude_e6, action }
    Series { label, points }
    Chart { form, title, categories, series, unit }
    Slot { id, at, minutes, place, left }
    SlotPicker { field, slots, initial }
    Bill { payee, purpose, lines, total, action }
    Confirmation { title, reference, next, keeps_document }
    Node { key, kind, children }
    View { nodes, focus, revision }
} }

variants! { bv => v {
    Kind {
        Page, Section, Heading, Text, Notice, Details, Image, Tabs, Button, LinkList, TextInput, TextArea, NumberInput, MoneyInput,
        DateInput, TimeInput, ChooseOne, ChooseMany, SelectFrom, Declaration, AddressInput, PlaceInput, FileInput, RepeatGroup,
        Attribute, Summary, TaskList, RecordList, Credential, Table, Timeline, Points, Chart, SlotPicker, Bill, Confirmation
    }
} }

enums! { br => r {
    Evidence { Value, Test }
} }

records! { br => r {
    Payment { bill_reference, payee, total, purpose }
    Reminder { at, title, detail, opens }
    Request { id, wish }
} }

impl Lift for br::ClaimWish {
    type To = r::ClaimWish;
    fn lift(&self) -> r::ClaimWish {
        let Self { claim, evidence, test, purpose } = self;
        r::ClaimWish {
            claim: claim.as_str().into(),
            evidence: evidence.lift(),
            test: test.clone(),
            purpose: *purpose,
        }
    }
}

impl Lift for br::Call {
    type To = r::Call;
    fn lift(&self) -> r::Call {
        let Self { operation, body, keep_until_online } = self;
        r::Call {
            operation: operation.as_str().into(),
            body: body.clone(),
            keep_until_online: *keep_until_online,
        }
    }
}

impl Lift for br::CaseDraft {
    type To = r::CaseDraft;
    fn lift(&self) -> r::CaseDraft {
        let Self { service, region, body, claims, documents, files } = self;
        r::CaseDraft {
            service: service.as_str().into(),
            region: region.as_str().into(),
            body: body.clone(),
            claims: claims.iter().map(|claim| claim.as_str().into()).collect(),
            documents: documents.clone(),
            files: files.clone(),
        }
    }
}

impl Lift for br::Wish {
    type To = r::Wish;
    fn lift(&self) -> r::Wish {
        match self {
            Self::Claims(wishes) => r::Wish::Claims(wishes.lift()),
            Self::Call(call) => r::Wish::Call(call.lift()),
            Self::SubmitCase(draft) => r::Wish::SubmitCase(draft.lift()),
            Self::WatchCase(case) => r::Wish::WatchCase(case.as_str().into()),
            Self::ReadDocuments(kinds) => r::Wish::ReadDocuments(kinds.clone()),
            Self::OfferDocument(document) => r::Wish::OfferDocument(document.clone()),
            Self::Store((key, value)) => r::Wish::Store { key: key.clone(), value: value.clone() },
            Self::Fetch(key) => r::Wish::Fetch(key.clone()),
            Self::Locate => r::Wish::Locate,
            Self::ScanCode => r::Wish::ScanCode,
            Self::Pay(payment) => r::Wish::Pay(payment.lift()),
            Self::Sign(text) => r::Wish::Sign(text.clone()),
            Self::Share(word) => r::Wish::Share(*word),
            Self::Open(address) => r::Wish::Open(address.clone()),
            Self::Remind(reminder) => r::Wish::Remind(reminder.lift()),
            Self::Close => r::Wish::Close,
        }
    }
}

/// The step in the types of the standard.
pub(super) fn step(step: &Step) -> step::Step {
    step::Step {
        words: step.words.lift(),
        view: step.view.as_ref().map(Lift::lift),
        requests: step.requests.lift(),
    }
}

/// The card in the types of the standard.
pub(super) fn widget(card: &Widget) -> widget::Widget {
    widget::Widget {
        words: card.words.lift(),
        title: card.title,
        value: card.value,
        details: card.details.clone(),
        tone: card.tone.lift(),
        progress: card.progress.lift(),
        params: card.params.clone(),
    }
}

/// The name of a kind in the standard.
pub(super) fn kind_name(kind: &bv::Kind) -> &'static str {
    kind.lift().name()
}

/// The value of an input in the types of the standard.
pub(super) fn input(input: &be::Input) -> e::Input {
    match input {
        be::Input::None => e::Input::None,
        be::Input::Text(text) => e::Input::Text(text.clone()),
        be::Input::Number(number) => e::Input::Number(number.lift()),
        be::Input::Money(money) => e::Input::Money(money.lift()),
        be::Input::Date(date) => e::Input::Date(date.lift()),
        be::Input::Minute(minute) => e::Input::Minute(*minute),
        be::Input::Choice(id) => e::Input::Choice(id.clone()),
        be::Input::Choices(ids) => e::Input::Choices(ids.clone()),
        be::Input::Agreed(agreed) => e::Input::Agreed(*agreed),
        be::Input::Address((region, rest)) => e::Input::Address(region.clone(), rest.clone()),
        be::Input::Place((latitude, longitude)) => e::Input::Place(*latitude, *longitude),
        be::Input::Files(files) => e::Input::Files(files.lift()),
        be::Input::Slot(id) => e::Input::Slot(id.clone()),
    }
}

/// The value of an input as a mini-app is told of it.
pub(super) fn lowered(input: e::Input) -> be::Input {
    let file = |e::File { handle, name, media_type, bytes }| be::File { handle, name, media_type, bytes };
    match input {
        e::Input::None => be::Input::None,
        e::Input::Text(text) => be::Input::Text(text),
        e::Input::Number(w::Decimal { digits, scale }) => be::Input::Number(bw::Decimal { digits, scale }),
        e::Input::Money(w::Money { currency, minor }) => be::Input::Money(bw::Money { currency, minor }),
        e::Input::Date(w::Date { year, month, day }) => be::Input::Date(bw::Date { year, month, day }),
        e::Input::Minute(minute) => be::Input::Minute(minute),
        e::Input::Choice(id) => be::Input::Choice(id),
        e::Input::Choices(ids) => be::Input::Choices(ids),
        e::Input::Agreed(agreed) => be::Input::Agreed(agreed),
        e::Input::Address(region, rest) => be::Input::Address((region, rest)),
        e::Input::Place(latitude, longitude) => be::Input::Place((latitude, longitude)),
        e::Input::Files(files) => be::Input::Files(files.into_iter().map(file).collect()),
        e::Input::Slot(id) => be::Input::Slot(id),
    }
}
