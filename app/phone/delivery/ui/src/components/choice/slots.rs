//! Appointments to choose from.

use dioxus::prelude::*;

use super::{
    super::field::{FieldLabel, FieldNotes, FieldText},
    Choice, ChoiceKind,
};

/// One appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotOption {
    /// Its id.
    pub id: String,
    /// When on its day.
    pub label: String,
    /// Where, and how many are left.
    pub hint: Option<String>,
    /// Whether nobody can have it any more.
    pub is_full: bool,
}

/// The appointments of one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotDay {
    /// The day.
    pub label: String,
    /// Its appointments.
    pub slots: Vec<SlotOption>,
}

/// Appointments by day. The first day with a free one is open, the others unfold: a week of times is too much at once.
#[component]
pub fn SlotField(
    /// The group's id; its first input has it too, so that an error leads there.
    id: String,
    /// The words.
    text: FieldText,
    /// The key of the view's input, as `data-key`.
    #[props(default)]
    input_key: Option<String>,
    /// The days.
    days: Vec<SlotDay>,
    /// What stands there when there is none.
    none: String,
    /// The id chosen first.
    #[props(default)]
    initial: Option<String>,
    /// The id chosen now.
    on_change: EventHandler<String>,
) -> Element {
    let mut chosen = use_signal(|| initial);
    let is_free = |day: &SlotDay| day.slots.iter().any(|slot| !slot.is_full);
    let of_chosen = days.iter().position(|day| day.slots.iter().any(|slot| chosen.peek().as_ref() == Some(&slot.id)));
    let first_open = use_hook(|| of_chosen.or_else(|| days.iter().position(is_free)));
    // An error leads to the first appointment that is seen.
    let leading = first_open.unwrap_or(0);
    let drawn = days.into_iter().enumerate().map(|(at, day)| {
        let slots = day.slots.into_iter().enumerate().map(|(number, slot)| {
            let own = if (at, number) == (leading, 0) { id.clone() } else { format!("{id}_n{at}-{number}") };
            rsx! {
                Choice {
                    key: "{slot.id}",
                    id: own,
                    name: id.clone(),
                    input_key: input_key.clone(),
                    value: slot.id.clone(),
                    kind: ChoiceKind::One,
                    label: slot.label,
                    hint: slot.hint,
                    is_on: chosen.read().as_ref() == Some(&slot.id),
                    is_disabled: slot.is_full,
                    on_change: move |_| {
                        chosen.set(Some(slot.id.clone()));
                        on_change.call(slot.id.clone());
                    },
                }
            }
        });
        rsx! {
            details { key: "{at}", class: "fi-details", open: first_open == Some(at),
                summary { class: "fi-details__summary", "{day.label}" }
                div { class: "fi-choices", {slots} }
            }
        }
    });
    let drawn: Vec<Element> = drawn.collect();
    rsx! {
        fieldset {
            class: "fi-field",
            role: "radiogroup",
            "data-invalid": text.invalid(),
            aria_required: text.required(),
            aria_invalid: text.invalid(),
            aria_describedby: text.described_by(&id),
            legend { class: "fi-field__label", FieldLabel { text: text.clone() } }
            FieldNotes { id: id.clone(), text: text.clone() }
            if drawn.is_empty() {
                p { class: "fi-muted", id: "{id}", tabindex: "-1", "{none}" }
            }
            {drawn.into_iter()}
        }
    }
}
