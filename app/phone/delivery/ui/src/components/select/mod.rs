//! One answer of many.

use std::rc::Rc;

use dioxus::prelude::*;
use fingertip_search::{Index, Query, Row};

use super::{
    button::Button,
    choice::{Choice, ChoiceKind},
    field::{Field, FieldLabel, FieldNotes, FieldText},
    icon::{Icon, IconName},
    status::Status,
};

/// Up to so many answers stand in a native select.
const NATIVE: usize = 15;
/// So many matches are drawn; the words ask to type more.
const SHOWN: usize = 30;

/// The words of a select with search.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SelectLabels {
    /// "Choose".
    pub choose: String,
    /// "Type to search".
    pub filter: String,
    /// "Change", beside the chosen one.
    pub change: String,
    /// "Nothing found".
    pub none_found: String,
}

/// A select: native up to 15 answers, else a search above a list of radio buttons.
#[component]
pub fn SelectField(
    /// The input's id.
    id: String,
    /// The words around it.
    text: FieldText,
    /// The key of the view's input, as `data-key`.
    #[props(default)]
    input_key: Option<String>,
    /// Its own words.
    labels: SelectLabels,
    /// The answers, `(id, label)`.
    choices: Vec<(String, String)>,
    /// The id chosen first.
    #[props(default)]
    initial: Option<String>,
    /// Says (shown, found) in words.
    count: Callback<(u32, u32), String>,
    /// The id chosen now; none where it was taken back.
    on_change: EventHandler<Option<String>>,
) -> Element {
    let mut chosen = use_signal(|| initial);
    let mut choose = move |now: Option<String>| {
        chosen.set(now.clone());
        on_change.call(now);
    };
    if choices.len() <= NATIVE {
        return rsx! {
            Field { id: id.clone(), text: text.clone(),
                div { class: "fi-input", "data-width": "full",
                    select {
                        class: "fi-input__control fi-select",
                        id: "{id}",
                        "data-key": input_key,
                        aria_required: text.required(),
                        aria_invalid: text.invalid(),
                        aria_describedby: text.described_by(&id),
                        onchange: move |event| choose(Some(event.value()).filter(|id| !id.is_empty())),
                        option { value: "", selected: chosen.read().is_none(), "{labels.choose}" }
                        for (value, label) in choices {
                            option { key: "{value}", value: "{value}", selected: chosen.read().as_ref() == Some(&value), "{label}" }
                        }
                    }
                    span { class: "fi-select__sign", aria_hidden: "true", Icon { name: IconName::Unfold } }
                }
            }
        };
    }
    rsx! {
        SearchSelect { id, text, input_key, labels, choices, chosen: chosen.read().clone(), count, on_change: choose }
    }
}

/// The answers, found as services are: by pinyin, initials, words in any order, with slips put right.
#[derive(Clone)]
struct Findable {
    choices: Rc<Vec<(String, String)>>,
    index: Rc<Index>,
}

impl PartialEq for Findable {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.index, &other.index)
    }
}

impl Findable {
    fn new(choices: Vec<(String, String)>) -> Self {
        let row = |(id, label): &(String, String)| Row {
            key: id.clone(),
            names: vec![label.clone()],
            ..Row::default()
        };
        Self { index: Rc::new(Index::new(choices.iter().map(row))), choices: Rc::new(choices) }
    }

    /// Those that answer to `typed`, best first; all in their order while nothing is typed.
    fn matching(&self, typed: &str) -> Vec<&(String, String)> {
        if typed.trim().is_empty() {
            return self.choices.iter().collect();
        }
        let query = Query { text: typed, limit: self.choices.len() };
        self.index.find(&query, |_| 1.0).hits.iter().filter_map(|hit| self.choices.get(hit.row)).collect()
    }
}

#[component]
fn SearchSelect(
    id: String,
    text: FieldText,
    input_key: Option<String>,
    labels: SelectLabels,
    choices: Vec<(String, String)>,
    chosen: Option<String>,
    count: Callback<(u32, u32), String>,
    on_change: EventHandler<Option<String>>,
) -> Element {
    let mut filter = use_signal(String::new);
    let mut is_open = use_signal(|| chosen.is_none());
    let findable = use_memo(use_reactive!(|choices| Findable::new(choices)));
    let findable = findable.read();
    let choices = &findable.choices;
    let label = chosen.as_ref().and_then(|id| choices.iter().find(|(value, _)| value == id)).map(|(_, label)| label.clone());
    let now = filter.read().clone();
    let found = findable.matching(&now);
    let shown: Vec<_> = found.iter().take(SHOWN).map(|&choice| choice.clone()).collect();
    let words = if found.is_empty() {
        labels.none_found.clone()
    } else {
        count.call((u32::try_from(shown.len()).unwrap_or(u32::MAX), u32::try_from(found.len()).unwrap_or(u32::MAX)))
    };
    rsx! {
        fieldset { class: "fi-field", role: "radiogroup", "data-invalid": text.invalid(), aria_required: text.required(), aria_describedby: text.described_by(&id),
            legend { class: "fi-field__label", FieldLabel { text: text.clone() } }
            FieldNotes { id: id.clone(), text: text.clone() }
            if let Some(label) = label.filter(|_| !is_open()) {
                div { class: "fi-select__chosen",
                    Icon { name: IconName::Check }
                    span { class: "fi-select__label", "{label}" }
                    Button { id: "{id}", label: labels.change.clone(), weight: super::button::Weight::Quiet, on_press: move |()| is_open.set(true) }
                }
            } else {
                div { class: "fi-select__search",
                    label { class: "fi-visually-hidden", r#for: "{id}", "{text.label}: {labels.filter}" }
                    div { class: "fi-input",
                        span { class: "fi-input__affix", aria_hidden: "true", Icon { name: IconName::Search } }
                        input {
                            class: "fi-input__control",
                            id: "{id}",
                            "data-key": input_key.clone(),
                            r#type: "search",
                            placeholder: "{labels.filter}",
                            autocomplete: "off",
                            spellcheck: "false",
                            aria_controls: "{id}_list",
                            aria_invalid: text.invalid(),
                            aria_describedby: text.described_by(&id),
                            oninput: move |event| filter.set(event.value()),
                            onkeydown: move |event| {
                                if event.key() == Key::Enter {
                                    event.prevent_default();
                                }
                            },
                        }
                    }
                    Status { class: "fi-field__hint", text: words }
                    div { class: "fi-select__list", id: "{id}_list",
                        for (position, (value, label)) in shown.into_iter().enumerate() {
                            Choice {
                                key: "{value}",
                                id: format!("{id}_n{position}"),
                                name: format!("{id}_choice"),
                                input_key: input_key.clone(),
                                value: value.clone(),
                                kind: ChoiceKind::One,
                                label,
                                hint: None,
                                is_on: chosen.as_ref() == Some(&value),
                                on_change: move |_| {
                                    is_open.set(false);
                                    filter.set(String::new());
                                    on_change.call(Some(value.clone()));
                                },
                            }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str) -> Vec<String> {
        let names = ["中国工商银行", "中国农业银行", "招商银行", "Bank of China (Hong Kong)", "重庆农村商业银行"];
        let choices = names.iter().enumerate().map(|(at, name)| (format!("{at}"), (*name).to_owned())).collect();
        Findable::new(choices).matching(typed).into_iter().map(|(_, label)| label.clone()).collect()
    }

    #[test]
    fn answers_are_found_as_services_are() {
        for (typed, first) in [
            ("农业", "中国农业银行"),
            ("zhaoshang", "招商银行"),
            ("zsyh", "招商银行"),
            ("chongqing", "重庆农村商业银行"),
            ("hong kong", "Bank of China (Hong Kong)"),
            ("招商銀行", "招商银行"),
        ] {
            assert_eq!(found(typed).first().map(String::as_str), Some(first), "{typed}");
        }
        assert_eq!(found("").len(), 5);
        assert!(found("qqqqq").is_empty());
    }
}
