//! Inputs that are typed into. They are uncontrolled: the browser owns what is being typed, so that the cursor never
//! jumps and an input method is never disturbed. A caller that changes the value from outside gives the component
//! another `key`.

mod address;
mod place;

use dioxus::prelude::*;
use fingertip_standard::view::TextPurpose;

use super::icon::{Icon, IconName, IconSize};
use crate::focus::keep_focus_in_view;

pub use address::AddressField;
pub use place::{PlaceField, PlaceLabels};

/// The words around an input.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldText {
    /// The question.
    pub label: String,
    /// Help with it.
    pub hint: Option<String>,
    /// What is wrong.
    pub error: Option<String>,
    /// "(optional)", where it may stay empty; none makes the input required.
    pub optional: Option<String>,
}

impl FieldText {
    /// The ids of hint and error, for `aria-describedby`.
    #[must_use]
    pub fn described_by(&self, id: &str) -> Option<String> {
        match (&self.hint, &self.error) {
            (None, None) => None,
            (Some(_), None) => Some(format!("{id}_hint")),
            (None, Some(_)) => Some(format!("{id}_error")),
            (Some(_), Some(_)) => Some(format!("{id}_hint {id}_error")),
        }
    }

    pub(crate) fn invalid(&self) -> Option<&'static str> {
        self.error.as_ref().map(|_| "true")
    }

    pub(crate) fn required(&self) -> Option<&'static str> {
        self.optional.is_none().then_some("true")
    }
}

/// Hint and error, with the ids that `aria-describedby` names.
#[component]
pub(crate) fn FieldNotes(id: String, text: FieldText) -> Element {
    rsx! {
        if let Some(hint) = text.hint {
            p { class: "fi-field__hint", id: "{id}_hint", "{hint}" }
        }
        if let Some(error) = text.error {
            p { class: "fi-field__error", id: "{id}_error",
                Icon { name: IconName::Error, size: IconSize::Small }
                span { "{error}" }
            }
        }
    }
}

/// The label's text with "(optional)".
#[component]
pub(crate) fn FieldLabel(text: FieldText) -> Element {
    rsx! {
        "{text.label}"
        if let Some(optional) = text.optional {
            span { class: "fi-field__optional", " {optional}" }
        }
    }
}

/// Label, hint and error around one input with the id `id`.
#[component]
pub fn Field(
    /// The input's id.
    id: String,
    /// The words.
    text: FieldText,
    /// The input.
    children: Element,
) -> Element {
    rsx! {
        div { class: "fi-field", "data-invalid": text.invalid(),
            label { class: "fi-field__label", r#for: "{id}", FieldLabel { text: text.clone() } }
            FieldNotes { id: id.clone(), text: text.clone() }
            {children}
        }
    }
}

/// What a line of text takes: its keyboard and its autofill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typing {
    /// `type`.
    pub kind: &'static str,
    /// `inputmode`.
    pub keyboard: &'static str,
    /// `autocomplete`.
    pub autofill: &'static str,
    /// Whether spelling is checked and letters are raised: never for numbers and ids.
    pub is_prose: bool,
    /// How wide it is drawn: the width tells how much is expected.
    pub width: &'static str,
}

impl Typing {
    /// A PIN: digits that nobody beside reads, and nothing remembers.
    pub const PIN: Self = Self { kind: "password", keyboard: "numeric", autofill: "off", is_prose: false, width: "short" };
    /// A calendar.
    pub const DATE: Self = Self { kind: "date", keyboard: "none", autofill: "off", is_prose: false, width: "medium" };
    /// A clock.
    pub const TIME: Self = Self { kind: "time", keyboard: "none", autofill: "off", is_prose: false, width: "medium" };
}

impl Typing {
    /// A number. The decimal pad of an iPhone has no minus: a field that takes a number below nought is offered a whole keyboard.
    #[must_use]
    pub const fn number(is_signed: bool) -> Self {
        let keyboard = if is_signed { "text" } else { "decimal" };
        Self { kind: "text", keyboard, autofill: "off", is_prose: false, width: "short" }
    }

    /// What the person is offered for a line of text. An account may be an IBAN, which has letters.
    #[must_use]
    pub fn of(purpose: TextPurpose, has_numeric_postcodes: bool) -> Self {
        let (kind, keyboard, autofill, is_prose, width) = match purpose {
            TextPurpose::Plain => ("text", "text", "off", true, "full"),
            TextPurpose::Name => ("text", "text", "name", false, "full"),
            TextPurpose::Phone => ("tel", "tel", "tel", false, "medium"),
            // Not `email`: such a field rewrites the host of what is typed (Punycode) before anybody has read it.
            TextPurpose::Email => ("text", "email", "email", false, "full"),
            TextPurpose::Postcode => {
                ("text", if has_numeric_postcodes { "numeric" } else { "text" }, "postal-code", false, "short")
            }
            // 18 characters, the last of which may be X: no numeric keyboard.
            TextPurpose::NationalId | TextPurpose::Reference | TextPurpose::Account => ("text", "text", "off", false, "full"),
            TextPurpose::Plate => ("text", "text", "off", false, "medium"),
        };
        Self { kind, keyboard, autofill, is_prose, width }
    }
}

/// A line of text, a number, a native date or time.
#[component]
pub fn TextField(
    /// The input's id.
    id: String,
    /// The words.
    text: FieldText,
    /// The key of the view's input, as `data-key`.
    #[props(default)]
    input_key: Option<String>,
    /// What stands in it first.
    #[props(default)]
    initial: String,
    /// What it takes.
    #[props(default = Typing::of(TextPurpose::Plain, false))]
    typing: Typing,
    /// A sign before it: a currency.
    #[props(default)]
    prefix: Option<String>,
    /// A unit after it.
    #[props(default)]
    suffix: Option<String>,
    /// The least, for native dates.
    #[props(default)]
    min: Option<String>,
    /// The most, for native dates.
    #[props(default)]
    max: Option<String>,
    /// What stands in it now, at each change.
    on_input: EventHandler<String>,
    /// Enter was pressed outside an input method.
    #[props(default)]
    on_enter: Option<EventHandler<()>>,
) -> Element {
    let initial = use_hook(|| initial);
    let affix = |text: Option<String>| text.map(|text| rsx! { span { class: "fi-input__affix", aria_hidden: "true", "{text}" } });
    // Prefix and unit are part of the question for those who do not see them.
    let label = match (&prefix, &suffix) {
        (None, None) => None,
        _ => Some([Some(text.label.clone()), prefix.clone(), suffix.clone()].into_iter().flatten().collect::<Vec<_>>().join(", ")),
    };
    rsx! {
        Field { id: id.clone(), text: text.clone(),
            div { class: "fi-input", "data-width": typing.width,
                {affix(prefix)}
                input {
                    class: "fi-input__control",
                    id: "{id}",
                    "data-key": input_key,
                    r#type: typing.kind,
                    inputmode: (typing.keyboard != "none").then_some(typing.keyboard),
                    autocomplete: typing.autofill,
                    spellcheck: if typing.is_prose { "true" } else { "false" },
                    autocapitalize: if typing.is_prose { "sentences" } else { "off" },
                    enterkeyhint: "next",
                    min,
                    max,
                    aria_label: label,
                    aria_required: text.required(),
                    aria_invalid: text.invalid(),
                    aria_describedby: text.described_by(&id),
                    initial_value: initial,
                    oninput: move |event| on_input.call(event.value()),
                    onkeydown: move |event| {
                        if event.key() == Key::Enter && !event.is_composing() {
                            event.prevent_default();
                            if let Some(on_enter) = on_enter {
                                on_enter.call(());
                            }
                        }
                    },
                }
                {affix(suffix)}
            }
        }
    }
}

/// Several lines of text. `count` says how many characters are used, in words.
#[component]
pub fn TextAreaField(
    /// The input's id.
    id: String,
    /// The words.
    text: FieldText,
    /// The key of the view's input, as `data-key`.
    #[props(default)]
    input_key: Option<String>,
    /// What stands in it first.
    #[props(default)]
    initial: String,
    /// The most characters; 0 for no limit. More can be typed and is then named as an error: nothing is cut off.
    #[props(default)]
    max_chars: u32,
    /// Says (used, most) in words.
    #[props(default)]
    count: Option<Callback<(u32, u32), String>>,
    /// What stands in it now, at each change.
    on_input: EventHandler<String>,
) -> Element {
    let initial = use_hook(|| initial);
    let mut used = use_signal(|| u32::try_from(initial.chars().count()).unwrap_or(u32::MAX));
    let words = count.filter(|_| max_chars > 0).map(|count| count.call((used(), max_chars)));
    let described = [text.described_by(&id), words.as_ref().map(|_| format!("{id}_count"))].into_iter().flatten().collect::<Vec<_>>();
    rsx! {
        Field { id: id.clone(), text: text.clone(),
            div { class: "fi-input", "data-width": "full",
                textarea {
                    class: "fi-input__control",
                    id: "{id}",
                    "data-key": input_key,
                    rows: 4,
                    autocomplete: "off",
                    aria_required: text.required(),
                    aria_invalid: text.invalid(),
                    aria_describedby: (!described.is_empty()).then(|| described.join(" ")),
                    initial_value: initial,
                    // A browser shows its first line; the rest may lie below a bar (WCAG 2.2, 2.4.12).
                    onfocus: move |_| keep_focus_in_view(),
                    oninput: move |event| {
                        used.set(u32::try_from(event.value().chars().count()).unwrap_or(u32::MAX));
                        on_input.call(event.value());
                    },
                }
            }
            if let Some(words) = words {
                p { class: "fi-field__count", id: "{id}_count", "data-over": (used() > max_chars).then_some("true"), "{words}" }
            }
        }
    }
}

/// Year, month and day as they are typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DateParts {
    /// The year.
    pub year: String,
    /// The month.
    pub month: String,
    /// The day.
    pub day: String,
}

/// Which way a date is typed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DateOrder {
    /// Year, month, day.
    #[default]
    YearFirst,
    /// Day, month, year.
    DayFirst,
}

/// The labels of a date's parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DateLabels {
    /// "Year".
    pub year: String,
    /// "Month".
    pub month: String,
    /// "Day".
    pub day: String,
}

/// A date that the person knows by heart: three short numbers.
#[component]
pub fn DateField(
    /// The first part's id.
    id: String,
    /// The words.
    text: FieldText,
    /// The key of the view's input, as `data-key`.
    #[props(default)]
    input_key: Option<String>,
    /// The labels of the parts.
    labels: DateLabels,
    /// Their order.
    #[props(default)]
    order: DateOrder,
    /// Whether it is a birthday, which the device may fill in.
    #[props(default)]
    is_birthday: bool,
    /// What stands in it first.
    #[props(default)]
    initial: DateParts,
    /// All parts, at each change of one.
    on_input: EventHandler<DateParts>,
    /// Enter was pressed.
    #[props(default)]
    on_enter: Option<EventHandler<()>>,
) -> Element {
    let initial = use_hook(|| initial);
    let mut parts = use_signal(|| initial.clone());
    let all = [
        ("year", labels.year, initial.year.clone(), "bday-year", 4),
        ("month", labels.month, initial.month.clone(), "bday-month", 2),
        ("day", labels.day, initial.day.clone(), "bday-day", 2),
    ];
    let ordered: Vec<_> = match order {
        DateOrder::YearFirst => all.into_iter().collect(),
        DateOrder::DayFirst => all.into_iter().rev().collect(),
    };
    let first = ordered[0].0;
    rsx! {
        fieldset {
            class: "fi-field",
            role: "group",
            "data-invalid": text.invalid(),
            aria_describedby: text.described_by(&id),
            legend { class: "fi-field__label", FieldLabel { text: text.clone() } }
            FieldNotes { id: id.clone(), text: text.clone() }
            div { class: "fi-date",
                for (part, label, value, autofill, chars) in ordered {
                    div { class: "fi-date__part", key: "{part}",
                        label { class: "fi-date__label", r#for: if part == first { id.clone() } else { format!("{id}_n{part}") }, "{label}" }
                        div { class: "fi-input", "data-width": if chars == 4 { "year" } else { "day" },
                            input {
                                class: "fi-input__control",
                                id: if part == first { id.clone() } else { format!("{id}_n{part}") },
                                "data-key": input_key.clone(),
                                "data-part": part,
                                r#type: "text",
                                inputmode: "numeric",
                                autocomplete: if is_birthday { autofill } else { "off" },
                                aria_required: text.required(),
                                aria_invalid: text.invalid(),
                                initial_value: value,
                                oninput: move |event| {
                                    let mut now = parts.write();
                                    match part {
                                        "year" => now.year = event.value(),
                                        "month" => now.month = event.value(),
                                        _ => now.day = event.value(),
                                    }
                                    let now = now.clone();
                                    on_input.call(now);
                                },
                                onkeydown: move |event| {
                                    if event.key() == Key::Enter && !event.is_composing() {
                                        event.prevent_default();
                                        if let Some(on_enter) = on_enter {
                                            on_enter.call(());
                                        }
                                    }
                                },
                            }
                        }
                    }
                }
            }
        }
    }
}
