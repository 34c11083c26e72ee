//! An address: its region, and the rest as people write it.

use dioxus::prelude::*;

use super::{
    super::select::{SelectField, SelectLabels},
    FieldLabel, FieldNotes, FieldText, TextAreaField,
};

/// A region from the code list, and street, building and door as text.
#[component]
pub fn AddressField(
    /// The group's id; the region has it too, so that an error leads there.
    id: String,
    /// The words around both.
    text: FieldText,
    /// The key of the view's input, as `data-key`.
    #[props(default)]
    input_key: Option<String>,
    /// What the region is called.
    region_label: String,
    /// What the rest is called.
    rest_label: String,
    /// The words of the select.
    labels: SelectLabels,
    /// The regions, `(code, name)`.
    regions: Vec<(String, String)>,
    /// Region and rest that stand there first.
    #[props(default)]
    initial: (String, String),
    /// Says (shown, found) in words.
    select_count: Callback<(u32, u32), String>,
    /// Says (used, most) in words.
    text_count: Callback<(u32, u32), String>,
    /// Region and rest now.
    on_input: EventHandler<(String, String)>,
) -> Element {
    let mut now = use_signal(|| initial.clone());
    let part = |label: String| FieldText { label, hint: None, error: None, optional: text.optional.as_ref().map(|_| String::new()) };
    rsx! {
        fieldset { class: "fi-field", "data-invalid": text.invalid(), aria_describedby: text.described_by(&id),
            legend { class: "fi-field__label", FieldLabel { text: text.clone() } }
            FieldNotes { id: id.clone(), text: text.clone() }
            SelectField {
                id: id.clone(),
                text: part(region_label),
                input_key: input_key.clone(),
                labels,
                choices: regions,
                initial: Some(initial.0.clone()).filter(|region| !region.is_empty()),
                count: select_count,
                on_change: move |region: Option<String>| {
                    now.write().0 = region.unwrap_or_default();
                    on_input.call(now.peek().clone());
                },
            }
            TextAreaField {
                id: format!("{id}_rest"),
                text: part(rest_label),
                input_key,
                initial: initial.1.clone(),
                max_chars: 0,
                count: text_count,
                on_input: move |rest: String| {
                    now.write().1 = rest;
                    on_input.call(now.peek().clone());
                },
            }
        }
    }
}
