//! One or several answers of a few; appointments.

mod slots;

use dioxus::prelude::*;

use super::field::{FieldLabel, FieldNotes, FieldText};

pub use slots::{SlotDay, SlotField, SlotOption};

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceOption {
    /// Its id.
    pub id: String,
    /// What it says.
    pub label: String,
    /// Help with it.
    pub hint: Option<String>,
}

/// Whether one or any answers can be chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ChoiceKind {
    /// One: radio buttons.
    #[default]
    One,
    /// Any: check boxes.
    Many,
}

/// A group of radio buttons or check boxes with hit areas as wide as the page.
#[component]
pub fn ChoiceGroup(
    /// The group's id; its first input has it too, so that an error leads there.
    id: String,
    /// The words.
    text: FieldText,
    /// The key of the view's input, as `data-key`.
    #[props(default)]
    input_key: Option<String>,
    /// One or many.
    #[props(default)]
    kind: ChoiceKind,
    /// The answers.
    choices: Vec<ChoiceOption>,
    /// The ids chosen first.
    #[props(default)]
    initial: Vec<String>,
    /// The ids chosen now, in the order of the answers.
    on_change: EventHandler<Vec<String>>,
) -> Element {
    let mut chosen = use_signal(|| initial);
    let order: Vec<String> = choices.iter().map(|choice| choice.id.clone()).collect();
    let toggle = move |choice: String, is_on: bool| {
        let now: Vec<String> = match kind {
            ChoiceKind::One => vec![choice],
            ChoiceKind::Many => {
                let before = chosen.read().clone();
                order.iter().filter(|&id| if *id == choice { is_on } else { before.contains(id) }).cloned().collect()
            }
        };
        chosen.set(now.clone());
        on_change.call(now);
    };
    let role = if kind == ChoiceKind::One { "radiogroup" } else { "group" };
    rsx! {
        fieldset {
            class: "fi-field",
            role,
            "data-invalid": text.invalid(),
            aria_required: text.required().filter(|_| kind == ChoiceKind::One),
            aria_invalid: text.invalid().filter(|_| kind == ChoiceKind::One),
            aria_describedby: text.described_by(&id),
            legend { class: "fi-field__label", FieldLabel { text: text.clone() } }
            FieldNotes { id: id.clone(), text: text.clone() }
            div { class: "fi-choices",
                for (position, choice) in choices.into_iter().enumerate() {
                    Choice {
                        key: "{choice.id}",
                        id: if position == 0 { id.clone() } else { format!("{id}_n{position}") },
                        name: id.clone(),
                        input_key: input_key.clone(),
                        value: choice.id.clone(),
                        kind,
                        label: choice.label.clone(),
                        hint: choice.hint.clone(),
                        is_on: chosen.read().contains(&choice.id),
                        on_change: {
                            let mut toggle = toggle.clone();
                            move |is_on| toggle(choice.id.clone(), is_on)
                        },
                    }
                }
            }
        }
    }
}

/// One radio button or check box with its label; the label is the target.
#[component]
pub(crate) fn Choice(
    id: String,
    name: String,
    #[props(default)] input_key: Option<String>,
    #[props(default)] value: Option<String>,
    kind: ChoiceKind,
    label: String,
    hint: Option<String>,
    is_on: bool,
    #[props(default)] is_disabled: bool,
    #[props(default)] described_by: Option<String>,
    #[props(default)] invalid: Option<&'static str>,
    #[props(default)] required: Option<&'static str>,
    on_change: EventHandler<bool>,
) -> Element {
    let described = [hint.as_ref().map(|_| format!("{id}_more")), described_by].into_iter().flatten().collect::<Vec<_>>();
    rsx! {
        div { class: "fi-choice", "data-on": is_on.then_some("true"), "data-disabled": is_disabled.then_some("true"),
            input {
                class: "fi-choice__control",
                id: "{id}",
                r#type: if kind == ChoiceKind::One { "radio" } else { "checkbox" },
                name: "{name}",
                value,
                "data-key": input_key,
                checked: is_on,
                disabled: is_disabled,
                aria_invalid: invalid,
                aria_required: required,
                aria_describedby: (!described.is_empty()).then(|| described.join(" ")),
                onchange: move |event| on_change.call(event.checked()),
            }
            div { class: "fi-choice__text",
                label { class: "fi-choice__label", r#for: "{id}", "{label}" }
                if let Some(hint) = hint {
                    p { class: "fi-choice__hint", id: "{id}_more", "{hint}" }
                }
            }
        }
    }
}

/// One check box that stands alone: a statement that is agreed to.
#[component]
pub fn Checkbox(
    /// Its id.
    id: String,
    /// The statement is the label; hint and error stand around it.
    text: FieldText,
    /// The key of the view's input, as `data-key`.
    #[props(default)]
    input_key: Option<String>,
    /// A longer statement above the check box.
    #[props(default)]
    statement: Option<String>,
    /// Whether it is on first.
    #[props(default)]
    initial: bool,
    /// Turned on or off.
    on_change: EventHandler<bool>,
) -> Element {
    let mut is_on = use_signal(|| initial);
    let described = [statement.as_ref().map(|_| format!("{id}_statement")), text.described_by(&id)].into_iter().flatten().collect::<Vec<_>>();
    rsx! {
        div { class: "fi-field", "data-invalid": text.invalid(),
            if let Some(statement) = statement {
                p { class: "fi-choice__statement", id: "{id}_statement", "{statement}" }
            }
            FieldNotes { id: id.clone(), text: text.clone() }
            Choice {
                id: id.clone(),
                name: id.clone(),
                input_key: input_key.clone(),
                kind: ChoiceKind::Many,
                label: [Some(text.label.clone()), text.optional.clone()].into_iter().flatten().collect::<Vec<_>>().join(" "),
                hint: None,
                is_on: is_on(),
                described_by: (!described.is_empty()).then(|| described.join(" ")),
                invalid: text.invalid(),
                required: text.required(),
                on_change: move |now| {
                    is_on.set(now);
                    on_change.call(now);
                },
            }
        }
    }
}
