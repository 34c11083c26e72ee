//! Inputs: what stands in them first, and what each change means.

use dioxus::prelude::*;
use fingertip_locale::{Args, Formatter};
use fingertip_standard::{
    events::{File, Input},
    fill,
    limits::CASE_FILES_BYTES,
    view::{
        ChooseMany, ChooseOne, DateInput, Declaration, Field, FileInput, MoneyInput, Node, NumberInput,
        SelectFrom, TextArea, TextInput, TimeInput,
    },
    words::{Decimal, Money, Value},
};

use super::{Draw, ViewEvent, parse};
use crate::{
    components::{
        Checkbox, ChoiceGroup, ChoiceKind, ChoiceOption, DateField, DateLabels, DateOrder, DateParts,
        FieldText, FileField, FileLabels, FileLimits, FileRefusal, HeldFile, RefusedFile, SelectField,
        SelectLabels, TextAreaField, TextField, Typing,
    },
    focus::input_id,
};

impl Draw<'_> {
    pub(super) fn field(&self, node: &Node, field: &Field) -> FieldText {
        // What the person changed is their own word and not the record's any more.
        let fact = field.fills_from.as_ref().and_then(|claim| self.props.claims.get(claim));
        let filled = fact.and_then(|fact| fill::input_from_fact(&node.kind, fact));
        let is_filled = filled.as_ref().is_some_and(|filled| self.value(node) == Some(filled));
        let source = is_filled.then(|| self.say("mini-app-filled"));
        let hints: Vec<String> = self.optional(field.hint).into_iter().chain(source).collect();
        FieldText {
            label: self.word(field.label),
            hint: (!hints.is_empty()).then(|| hints.join(" ")),
            error: self.error(node),
            optional: field.optional.then(|| self.say("mini-app-optional")),
        }
    }

    pub(super) fn value(&self, node: &Node) -> Option<&Input> {
        self.props.inputs.get(&node.key)
    }

    /// A handler that turns what an input says into a change.
    pub(super) fn changed<T: 'static>(
        &self,
        node: &Node,
        read: impl Fn(T) -> Input + 'static,
    ) -> impl FnMut(T) + 'static {
        let (key, on_event) = (node.key.clone(), self.props.on_event);
        move |typed| on_event.call(ViewEvent::Changed { key: key.clone(), input: read(typed) })
    }

    pub(super) fn select_labels(&self) -> SelectLabels {
        SelectLabels {
            choose: self.say("mini-app-select-choose"),
            filter: self.say("mini-app-select-filter"),
            change: self.say("mini-app-change"),
            none_found: self.say("mini-app-select-none"),
        }
    }

    fn number(&self, number: Decimal) -> String {
        self.props.words.formatter().value(&Value::Decimal(number))
    }
}

pub(super) fn text(draw: &Draw<'_>, node: &Node, input: &TextInput) -> Element {
    let initial = text_of(draw.value(node)).unwrap_or_else(|| input.initial.clone());
    rsx! {
        TextField {
            id: input_id(&node.key), input_key: node.key.clone(), text: draw.field(node, &input.field), initial, typing: Typing::of(input.purpose, draw.props.numbers.has_numeric_postcodes()),
            on_input: draw.changed(node, |typed: String| parse::text(&typed)), on_enter: draw.enter,
        }
    }
}

pub(super) fn text_area(draw: &Draw<'_>, node: &Node, input: &TextArea) -> Element {
    let initial = text_of(draw.value(node)).unwrap_or_else(|| input.initial.clone());
    rsx! {
        TextAreaField {
            id: input_id(&node.key), input_key: node.key.clone(), text: draw.field(node, &input.field), initial, max_chars: input.max_chars, count: draw.text_count,
            on_input: draw.changed(node, |typed: String| parse::text(&typed)),
        }
    }
}

/// What was typed, where the host holds text or nothing.
pub(super) fn text_of(value: Option<&Input>) -> Option<String> {
    match value? {
        Input::Text(text) => Some(text.clone()),
        Input::None => Some(String::new()),
        _ => None,
    }
}

pub(super) fn number(draw: &Draw<'_>, node: &Node, input: &NumberInput) -> Element {
    let sign = draw.sign;
    let initial = match draw.value(node) {
        Some(Input::Number(number)) => parse::show_decimal(*number, sign),
        value => text_of(value).unwrap_or_else(|| {
            input.initial.map(|first| parse::show_decimal(first, sign)).unwrap_or_default()
        }),
    };
    let mut text = draw.field(node, &input.field);
    let least = input.minimum.map(|least| draw.number(least));
    text.hint = text.hint.or_else(|| range(draw, least, input.maximum.map(|most| draw.number(most))));
    let typing = Typing::number(input.minimum.is_some_and(|least| least.digits < 0));
    rsx! {
        TextField {
            id: input_id(&node.key), input_key: node.key.clone(), text, initial, typing, suffix: draw.optional(input.unit),
            on_input: draw.changed(node, move |typed: String| parse::number(&typed, sign)), on_enter: draw.enter,
        }
    }
}

/// Between what an answer has to be, in words, where the field limits it.
fn range(draw: &Draw<'_>, least: Option<String>, most: Option<String>) -> Option<String> {
    let (message, args) = match (least, most) {
        (Some(least), Some(most)) => {
            ("mini-app-number-range", Args::new().text("least", least).text("most", most))
        }
        (Some(least), None) => ("mini-app-number-least", Args::new().text("least", least)),
        (None, Some(most)) => ("mini-app-number-most", Args::new().text("most", most)),
        (None, None) => return None,
    };
    Some(draw.say_with(message, &args))
}

pub(super) fn money(draw: &Draw<'_>, node: &Node, input: &MoneyInput) -> Element {
    let (currency, sign) = (input.currency.clone(), draw.sign);
    let initial = match draw.value(node) {
        Some(Input::Money(money)) => parse::show_money(money.minor, &currency, sign),
        value => text_of(value).unwrap_or_else(|| {
            input.initial.map(|minor| parse::show_money(minor, &currency, sign)).unwrap_or_default()
        }),
    };
    let mut text = draw.field(node, &input.field);
    let shown = |minor| draw.props.words.formatter().money(&Money { currency: currency.clone(), minor });
    text.hint =
        text.hint.or_else(|| range(draw, input.minimum_minor.map(shown), input.maximum_minor.map(shown)));
    let typing = Typing::number(input.minimum_minor.is_some_and(|least| least < 0));
    let prefix = draw.say_with("mini-app-currency", &Args::new().text("currency", currency.as_str()));
    rsx! {
        TextField {
            id: input_id(&node.key), input_key: node.key.clone(), text, initial, typing, prefix,
            on_input: draw.changed(node, move |typed: String| parse::money(&typed, &currency, sign)), on_enter: draw.enter,
        }
    }
}

pub(super) fn date(draw: &Draw<'_>, node: &Node, input: &DateInput) -> Element {
    let value = draw.value(node);
    let date = match value {
        Some(Input::Date(date)) => Some(*date),
        Some(_) => None,
        None => input.initial,
    };
    let (id, text) = (input_id(&node.key), draw.field(node, &input.field));
    if !input.remembered {
        return rsx! {
            TextField {
                id, input_key: node.key.clone(), text, initial: date.map(|date| date.to_string()).unwrap_or_default(), typing: Typing::DATE,
                min: input.earliest.map(|date| date.to_string()), max: input.latest.map(|date| date.to_string()),
                on_input: draw.changed(node, |typed: String| parse::iso_date(&typed)), on_enter: draw.enter,
            }
        };
    }
    let initial = match (date, text_of(value)) {
        (Some(date), _) => {
            DateParts { year: date.year.to_string(), month: known(date.month), day: known(date.day) }
        }
        (None, typed) => {
            let typed = typed.unwrap_or_default();
            let mut parts = typed.splitn(3, '-').map(str::to_owned);
            DateParts {
                year: parts.next().unwrap_or_default(),
                month: parts.next().unwrap_or_default(),
                day: parts.next().unwrap_or_default(),
            }
        }
    };
    let is_birthday = input.field.is_birth_date();
    let labels = DateLabels {
        year: draw.say("mini-app-date-year"),
        month: draw.say("mini-app-date-month"),
        day: draw.say("mini-app-date-day"),
    };
    let order = if draw.say("mini-app-date-order") == "day-first" {
        DateOrder::DayFirst
    } else {
        DateOrder::YearFirst
    };
    rsx! {
        DateField {
            id, input_key: node.key.clone(), text, labels, order, initial, is_birthday,
            on_input: draw.changed(node, move |parts: DateParts| parse::date(&parts, is_birthday)), on_enter: draw.enter,
        }
    }
}

/// A part of a date that is not known stands empty.
fn known(part: u8) -> String {
    if part == 0 { String::new() } else { part.to_string() }
}

pub(super) fn time(draw: &Draw<'_>, node: &Node, input: &TimeInput) -> Element {
    let initial = match draw.value(node) {
        Some(Input::Minute(minute)) => parse::show_minute(*minute),
        value => {
            text_of(value).unwrap_or_else(|| input.initial_minute.map(parse::show_minute).unwrap_or_default())
        }
    };
    rsx! {
        TextField {
            id: input_id(&node.key), input_key: node.key.clone(), text: draw.field(node, &input.field), initial, typing: Typing::TIME,
            on_input: draw.changed(node, |typed: String| parse::time(&typed)), on_enter: draw.enter,
        }
    }
}

fn options(draw: &Draw<'_>, choices: &[fingertip_standard::view::Choice]) -> Vec<ChoiceOption> {
    choices
        .iter()
        .map(|choice| ChoiceOption {
            id: choice.id.clone(),
            label: draw.word(choice.label),
            hint: draw.optional(choice.hint),
        })
        .collect()
}

pub(super) fn choose_one(draw: &Draw<'_>, node: &Node, input: &ChooseOne) -> Element {
    let initial = match draw.value(node) {
        Some(Input::Choice(id)) => vec![id.clone()],
        Some(_) => Vec::new(),
        None => input.initial.iter().cloned().collect(),
    };
    let on_change =
        draw.changed(node, |ids: Vec<String>| ids.into_iter().next().map_or(Input::None, Input::Choice));
    rsx! {
        ChoiceGroup { id: input_id(&node.key), input_key: node.key.clone(), text: draw.field(node, &input.field), kind: ChoiceKind::One, choices: options(draw, &input.choices), initial, on_change }
    }
}

pub(super) fn choose_many(draw: &Draw<'_>, node: &Node, input: &ChooseMany) -> Element {
    let initial = match draw.value(node) {
        Some(Input::Choices(ids)) => ids.clone(),
        Some(_) => Vec::new(),
        None => input.initial.clone(),
    };
    let mut text = draw.field(node, &input.field);
    if let (None, Some(most)) = (&text.hint, input.at_most) {
        text.hint = Some(draw.say_with("mini-app-choose-at-most", &Args::new().number("count", most)));
    }
    let on_change =
        draw.changed(node, |ids: Vec<String>| if ids.is_empty() { Input::None } else { Input::Choices(ids) });
    rsx! {
        ChoiceGroup { id: input_id(&node.key), input_key: node.key.clone(), text, kind: ChoiceKind::Many, choices: options(draw, &input.choices), initial, on_change }
    }
}

pub(super) fn select(draw: &Draw<'_>, node: &Node, input: &SelectFrom) -> Element {
    let initial = match draw.value(node) {
        Some(Input::Choice(id)) => Some(id.clone()),
        Some(_) => None,
        None => input.initial.clone(),
    };
    let listed = input.code_list.as_ref().map(|name| (draw.props.code_lists.0)(name)).unwrap_or_default();
    let choices = input
        .choices
        .iter()
        .map(|choice| (choice.id.clone(), draw.word(choice.label)))
        .chain(listed)
        .collect::<Vec<_>>();
    let labels = draw.select_labels();
    let on_change = draw.changed(node, |id: Option<String>| id.map_or(Input::None, Input::Choice));
    rsx! {
        SelectField { id: input_id(&node.key), input_key: node.key.clone(), text: draw.field(node, &input.field), labels, choices, initial, count: draw.select_count, on_change }
    }
}

pub(super) fn declaration(draw: &Draw<'_>, node: &Node, input: &Declaration) -> Element {
    let initial = match draw.value(node) {
        Some(Input::Agreed(agreed)) => *agreed,
        // Nobody has agreed before they did, whatever the mini-app says.
        _ => false,
    };
    rsx! {
        Checkbox {
            id: input_id(&node.key), input_key: node.key.clone(), text: draw.field(node, &input.field), statement: draw.word(input.statement), initial,
            on_change: draw.changed(node, Input::Agreed),
        }
    }
}

pub(super) fn files(draw: &Draw<'_>, node: &Node, input: &FileInput) -> Element {
    let held: Vec<File> = match draw.value(node) {
        Some(Input::Files(files)) => files.clone(),
        _ => Vec::new(),
    };
    let labels = FileLabels {
        choose: draw.say("mini-app-file-choose"),
        camera: input.from_camera.then(|| draw.say("mini-app-file-camera")),
        limits: draw.say_with(
            "mini-app-file-limits",
            &Args::new()
                .number("count", input.at_most.max(1))
                .text("size", draw.props.words.formatter().size(input.max_bytes)),
        ),
        none: draw.say("mini-app-file-none"),
    };
    let shown = held
        .iter()
        .map(|file| HeldFile {
            name: file.name.clone(),
            size: draw.props.words.formatter().size(file.bytes),
            remove_label: draw
                .say_with("mini-app-file-remove", &Args::new().text("name", file.name.as_str())),
        })
        .collect::<Vec<_>>();
    let limits = FileLimits {
        media_types: input.media_types.clone(),
        max_bytes: input.max_bytes,
        at_most: input.at_most,
        // A form that is full takes one byte more, so that nought stays what it means.
        bytes_left: CASE_FILES_BYTES.saturating_sub(bytes_of_all(draw)).max(1),
    };
    let on_event = draw.props.on_event;
    let chosen_key = node.key.clone();
    let on_remove = draw.changed(node, move |position: usize| {
        let left: Vec<File> =
            held.iter().enumerate().filter(|(at, _)| *at != position).map(|(_, file)| file.clone()).collect();
        if left.is_empty() { Input::None } else { Input::Files(left) }
    });
    rsx! {
        FileField {
            id: input_id(&node.key), input_key: node.key.clone(), text: draw.field(node, &input.field), labels, limits, held: shown,
            on_files: move |files| on_event.call(ViewEvent::FilesChosen { key: chosen_key.clone(), files }),
            refused: draw.refused,
            on_remove,
        }
    }
}

/// What all files of the form hold.
fn bytes_of_all(draw: &Draw<'_>) -> u64 {
    let files = draw.props.inputs.values().filter_map(|input| match input {
        Input::Files(files) => Some(files),
        _ => None,
    });
    files.flatten().map(|file| file.bytes).sum()
}

/// Why a file is not taken, in words: its name, its size, the limit. `at_most` and `max_bytes` are the field's.
pub fn say_refused(formatter: &Formatter, file: &RefusedFile, at_most: u32, max_bytes: u64) -> String {
    let (id, limit) = match file.why {
        FileRefusal::TooLarge => ("mini-app-file-too-large", max_bytes),
        FileRefusal::TooMuchTogether => ("mini-app-file-too-much", CASE_FILES_BYTES),
        FileRefusal::TooMany => ("mini-app-file-too-many", 0),
        FileRefusal::OtherKind => ("mini-app-file-other-kind", 0),
        FileRefusal::Unreadable => ("mini-app-file-unreadable", 0),
    };
    let args = Args::new()
        .text("name", formatter.isolate(&file.name))
        .text("size", formatter.size(file.bytes))
        .text("limit", formatter.size(limit))
        .number("count", at_most.max(1));
    formatter.text(id, &args)
}
