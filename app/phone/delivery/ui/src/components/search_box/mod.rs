//! The search box.

use dioxus::prelude::*;

use super::{
    button::IconButton,
    icon::{Icon, IconName},
};
use crate::{focus_element, input_text::replace_text};

/// A search box with a real label and a button that empties it.
#[component]
pub fn SearchBox(
    /// The input's id.
    id: String,
    /// Its label, read out and shown inside while it is empty.
    label: String,
    /// What stands in it until the person types; it may come late.
    #[props(default)]
    initial: String,
    /// What the emptying button says.
    clear_label: String,
    /// What stands in it now, at each change.
    on_input: EventHandler<String>,
    /// Enter was pressed: what stands in it.
    #[props(default)]
    on_search: Option<EventHandler<String>>,
    /// Buttons at its end: microphone, scan.
    #[props(default)]
    children: Element,
) -> Element {
    let mut text = use_signal(|| initial.clone());
    let mut is_touched = use_signal(|| false);
    let first = use_hook(|| initial.clone());
    let own = id.clone();
    use_effect(use_reactive!(|initial| {
        if !*is_touched.peek() && *text.peek() != initial {
            replace_text(&own, Some(&text.peek()), &initial);
            text.set(initial);
        }
    }));
    // A letter draws nothing again: only whether there is any shows outside of the input.
    let is_empty = use_memo(move || text.read().is_empty());
    let emptied = id.clone();
    rsx! {
        // A screen may have two: by its name each is found among the page's parts.
        div { class: "fi-search", role: "search", aria_label: "{label}",
            label { class: "fi-visually-hidden", r#for: "{id}", "{label}" }
            span { class: "fi-search__sign", Icon { name: IconName::Search } }
            input {
                class: "fi-search__input",
                id: "{id}",
                r#type: "search",
                enterkeyhint: "search",
                autocomplete: "off",
                placeholder: "{label}",
                initial_value: first,
                oninput: move |event| {
                    is_touched.set(true);
                    text.set(event.value());
                    on_input.call(event.value());
                },
                onkeydown: move |event| {
                    if event.key() == Key::Enter && !event.is_composing() {
                        event.prevent_default();
                        if let Some(on_search) = on_search {
                            on_search.call(text.peek().clone());
                        }
                    }
                },
            }
            if !is_empty() {
                IconButton {
                    icon: IconName::Close,
                    label: clear_label,
                    on_press: move |()| {
                        is_touched.set(true);
                        text.set(String::new());
                        replace_text(&emptied, None, "");
                        focus_element(&emptied);
                        on_input.call(String::new());
                    },
                }
            }
            {children}
        }
    }
}
