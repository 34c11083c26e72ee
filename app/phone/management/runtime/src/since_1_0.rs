//! The world of the standard 1.0: generated bindings and their way to and from the standard's own types. A later
//! world gets a module beside this one; this one stays.

use std::str::FromStr;

use fingertip_standard::{Named, events as se, requests as sr, step as ss, view as sv, words as sw};

pub(crate) mod bindings {
    wasmtime::component::bindgen!({ path: "../../../../mini-apps/standard/wit/since-1.0", world: "mini-app" });
}

/// What an interpreter exports beside the mini-app that it plays.
mod script_bindings {
    wasmtime::component::bindgen!({
        path: "../../../../mini-apps/standard/wit/since-1.0",
        inline: "package fingertip:host; world scripted { export fingertip:mini-app/script@1.0.0; }",
        world: "fingertip:host/scripted",
    });
}

pub(crate) use bindings::{MiniApp, MiniAppPre};
use bindings::{
    exports::fingertip::mini_app::app as wa,
    fingertip::mini_app::{events as we, requests as wr, view as wv, words as ww},
};
pub(crate) use script_bindings::{Scripted, ScriptedPre};

/// Takes a value of one side to the other.
pub(crate) trait Lift<T> {
    /// The same value on the other side.
    fn lift(self) -> T;
}

macro_rules! same {
    ($($ty:ty),*) => { $(impl Lift<$ty> for $ty { fn lift(self) -> $ty { self } })* };
}
same!(String, bool, u8, u16, u32, u64, i32, i64);

// A name is read here, once.
impl<T: FromStr> Lift<Named<T>> for String {
    fn lift(self) -> Named<T> {
        self.into()
    }
}

impl<A: Lift<B>, B> Lift<Option<B>> for Option<A> {
    fn lift(self) -> Option<B> {
        self.map(Lift::lift)
    }
}
impl<A: Lift<B>, B> Lift<Vec<B>> for Vec<A> {
    fn lift(self) -> Vec<B> {
        self.into_iter().map(Lift::lift).collect()
    }
}
impl<A: Lift<C>, B: Lift<D>, C, D> Lift<(C, D)> for (A, B) {
    fn lift(self) -> (C, D) {
        (self.0.lift(), self.1.lift())
    }
}

macro_rules! records {
    ($($f:ident::$from:ident => $t:ident::$to:ident { $($field:ident),* $(,)? })*) => {
        $(impl Lift<$t::$to> for $f::$from {
            fn lift(self) -> $t::$to { $t::$to { $($field: self.$field.lift()),* } }
        })*
    };
}
macro_rules! variants {
    ($($f:ident::$from:ident => $t:ident::$to:ident { $($unit:ident),* ; $($with:ident),* $(,)? })*) => {
        $(impl Lift<$t::$to> for $f::$from {
            fn lift(self) -> $t::$to {
                match self {
                    $($f::$from::$unit => $t::$to::$unit,)*
                    $($f::$from::$with(inner) => $t::$to::$with(inner.lift()),)*
                }
            }
        })*
    };
}

// Guest to host: words.
records! {
    ww::Date => sw::Date { year, month, day }
    ww::Decimal => sw::Decimal { digits, scale }
    ww::Money => sw::Money { currency, minor }
    ww::Message => sw::Message { id, args }
}
variants! {
    ww::Value => sw::Value { ; Data, Integer, Decimal, Percent, Money, Date, Instant, Days, Region }
    ww::Entry => sw::Entry { ; Message, Value }
}

// Guest to host: the view.
variants! {
    wv::Tone => sv::Tone { Neutral, Information, Success, Warning, Urgent ; }
    wv::Progress => sv::Progress { NotStarted, Blocked, InProgress, WaitingForYou, Done, Problem ; }
    wv::Weight => sv::Weight { Primary, Secondary, Quiet, Destructive ; }
    wv::TextPurpose => sv::TextPurpose { Plain, Name, Phone, Email, Postcode, NationalId, Reference, Plate, Account ; }
    wv::ChartForm => sv::ChartForm { Bars, Line, PartsOfWhole ; }
    wv::Kind => sv::Kind { ;
        Page, Section, Heading, Text, Notice, Details, Image, Tabs, Button, LinkList, TextInput, TextArea, NumberInput, MoneyInput,
        DateInput, TimeInput, ChooseOne, ChooseMany, SelectFrom, Declaration, AddressInput, PlaceInput, FileInput, RepeatGroup,
        Attribute, Summary, TaskList, RecordList, Credential, Table, Timeline, Points, Chart, SlotPicker, Bill, Confirmation,
    }
}
records! {
    wv::Page => sv::Page { title, step }
    wv::Section => sv::Section { title, lead }
    wv::Notice => sv::Notice { tone, title, body }
    wv::Image => sv::Image { path, alternative }
    wv::Button => sv::Button { label, weight, action, submits, confirm }
    wv::Link => sv::Link { label, detail, tone, action }
    wv::Field => sv::Field { label, hint, error, optional, fills_from, reports_change }
    wv::TextInput => sv::TextInput { field, purpose, initial, max_chars }
    wv::TextArea => sv::TextArea { field, initial, max_chars }
    wv::NumberInput => sv::NumberInput { field, initial, minimum, maximum, unit }
    wv::MoneyInput => sv::MoneyInput { field, currency, initial, minimum_minor, maximum_minor }
    wv::DateInput => sv::DateInput { field, initial, earliest, latest, remembered }
    wv::TimeInput => sv::TimeInput { field, initial_minute }
    wv::Choice => sv::Choice { id, label, hint }
    wv::ChooseOne => sv::ChooseOne { field, choices, initial }
    wv::ChooseMany => sv::ChooseMany { field, choices, initial, at_most }
    wv::SelectFrom => sv::SelectFrom { field, choices, code_list, initial }
    wv::Declaration => sv::Declaration { field, statement, agreed }
    wv::AddressInput => sv::AddressInput { field, region, initial }
    wv::PlaceInput => sv::PlaceInput { field, near_region }
    wv::FileInput => sv::FileInput { field, media_types, max_bytes, at_most, from_camera }
    wv::RepeatGroup => sv::RepeatGroup { label, add_label, at_least, at_most }
    wv::Attribute => sv::Attribute { claim, label }
    wv::SummaryRow => sv::SummaryRow { label, value, change_action }
    wv::Task => sv::Task { label, detail, progress, action }
    wv::Row => sv::Row { title, detail, value, tone, action }
    wv::RecordList => sv::RecordList { rows, total, more_action }
    wv::Credential => sv::Credential { kind, holder, number, issuer, valid_until, code }
    wv::Table => sv::Table { caption, columns, rows }
    wv::TimelineEntry => sv::TimelineEntry { title, detail, at, progress }
    wv::MapPoint => sv::MapPoint { label, latitude_e6, longitude_e6, action }
    wv::Series => sv::Series { label, points }
    wv::Chart => sv::Chart { form, title, categories, series, unit }
    wv::Slot => sv::Slot { id, at, minutes, place, left }
    wv::SlotPicker => sv::SlotPicker { field, slots, initial }
    wv::Bill => sv::Bill { payee, purpose, lines, total, action }
    wv::Confirmation => sv::Confirmation { title, reference, next, keeps_document }
    wv::Node => sv::Node { key, kind, children }
    wv::View => sv::View { nodes, focus, revision }
}

// Guest to host: requests.
variants! {
    wr::Evidence => sr::Evidence { Value, Test ; }
}
records! {
    wr::ClaimWish => sr::ClaimWish { claim, evidence, test, purpose }
    wr::Call => sr::Call { operation, body, keep_until_online }
    wr::CaseDraft => sr::CaseDraft { service, region, body, claims, documents, files }
    wr::Payment => sr::Payment { bill_reference, payee, total, purpose }
    wr::Reminder => sr::Reminder { at, title, detail, opens }
    wr::Request => sr::Request { id, wish }
    wa::Step => ss::Step { words, view, requests }
}
impl Lift<sr::Wish> for wr::Wish {
    fn lift(self) -> sr::Wish {
        match self {
            Self::Claims(wishes) => sr::Wish::Claims(wishes.lift()),
            Self::Call(call) => sr::Wish::Call(call.lift()),
            Self::SubmitCase(draft) => sr::Wish::SubmitCase(draft.lift()),
            Self::WatchCase(case) => sr::Wish::WatchCase(case.lift()),
            Self::ReadDocuments(kinds) => sr::Wish::ReadDocuments(kinds),
            Self::OfferDocument(document) => sr::Wish::OfferDocument(document),
            Self::Store((key, value)) => sr::Wish::Store { key, value },
            Self::Fetch(key) => sr::Wish::Fetch(key),
            Self::Locate => sr::Wish::Locate,
            Self::ScanCode => sr::Wish::ScanCode,
            Self::Pay(payment) => sr::Wish::Pay(payment.lift()),
            Self::Sign(text) => sr::Wish::Sign(text),
            Self::Share(word) => sr::Wish::Share(word),
            Self::Open(address) => sr::Wish::Open(address),
            Self::Remind(reminder) => sr::Wish::Remind(reminder.lift()),
            Self::Close => sr::Wish::Close,
        }
    }
}

// Host to guest: events and answers.
records! {
    sw::Date => ww::Date { year, month, day }
    sw::Decimal => ww::Decimal { digits, scale }
    sw::Money => ww::Money { currency, minor }
    se::Launch => we::Launch { route, params, origin, caller, region, language, display, now, today, seed, signed_in, saved }
    se::File => we::File { handle, name, media_type, bytes }
    se::Submitted => we::Submitted { action, inputs, revision }
    se::Acted => we::Acted { action, node, row, revision }
    se::Changed => we::Changed { key, input, revision }
    sr::Objection => wr::Problem { code, words }
}
variants! {
    se::Display => we::Display { Normal, Seniors ; }
    se::Origin => we::Origin { Person, DeepLink, MiniApp, Widget, Reminder ; }
    se::Moment => we::Moment { Shown, Hidden, Resumed, SignedIn, SignedOut, Unloaded ; }
    sr::Refusal => wr::Refusal { NotInManifest, NotGrantedByStore, DeclinedByPerson, NeedsSignIn, NeedsStrongerSignIn, OverQuota ; }
    sr::RequestFault => wr::Fault { Offline, TimedOut, DepartmentUnavailable, PlatformUnavailable, Device ; }
    sr::Answer => wr::Answer { Done, Queued ; Claims, Reply, CaseAccepted, Documents, Bytes, Region, Code, Receipt, Signature, Refused, Failed, Rejected }
}
impl Lift<we::Input> for se::Input {
    fn lift(self) -> we::Input {
        match self {
            Self::None => we::Input::None,
            Self::Text(text) => we::Input::Text(text),
            Self::Number(number) => we::Input::Number(number.lift()),
            Self::Money(money) => we::Input::Money(money.lift()),
            Self::Date(date) => we::Input::Date(date.lift()),
            Self::Minute(minute) => we::Input::Minute(minute),
            Self::Choice(id) => we::Input::Choice(id),
            Self::Choices(ids) => we::Input::Choices(ids),
            Self::Agreed(agreed) => we::Input::Agreed(agreed),
            Self::Address(region, rest) => we::Input::Address((region, rest)),
            Self::Place(latitude, longitude) => we::Input::Place((latitude, longitude)),
            Self::Files(files) => we::Input::Files(files.lift()),
            Self::Slot(id) => we::Input::Slot(id),
        }
    }
}
impl Lift<we::Event> for se::Event {
    fn lift(self) -> we::Event {
        match self {
            Self::Launched(launch) => we::Event::Launched(launch.lift()),
            Self::Submitted(submitted) => we::Event::Submitted(submitted.lift()),
            Self::Acted(acted) => we::Event::Acted(acted.lift()),
            Self::Changed(changed) => we::Event::Changed(changed.lift()),
            Self::WentBack => we::Event::WentBack,
            Self::Answered(id, answer) => we::Event::Answered((id, answer.lift())),
            Self::CaseChanged(case, state) => we::Event::CaseChanged((case, state)),
            Self::Moment(moment) => we::Event::Moment(moment.lift()),
            Self::Ticked(now) => we::Event::Ticked(now),
            Self::LanguageChanged(language) => we::Event::LanguageChanged(language),
            Self::RegionChanged(region) => we::Event::RegionChanged(region),
            Self::DisplayChanged(display) => we::Event::DisplayChanged(display.lift()),
        }
    }
}
