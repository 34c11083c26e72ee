//! Buttons, and links that look like text.

use dioxus::prelude::*;
pub use fingertip_standard::view::Weight;

use super::icon::{Icon, IconName};

pub(crate) fn weight_name(weight: Weight) -> &'static str {
    match weight {
        Weight::Primary => "primary",
        Weight::Secondary => "secondary",
        Weight::Quiet => "quiet",
        Weight::Destructive => "destructive",
    }
}

/// A button with words. It never submits a form natively.
#[component]
pub fn Button(
    /// What it does.
    label: String,
    /// What it stands for.
    #[props(default = Weight::Secondary)]
    weight: Weight,
    /// An icon before the words.
    #[props(default)]
    icon: Option<IconName>,
    /// Cannot be pressed now. Prefer to let people press and to say what is missing.
    #[props(default)]
    is_disabled: bool,
    /// Is at work: stays focusable, ignores presses.
    #[props(default)]
    is_busy: bool,
    /// As wide as its place.
    #[props(default)]
    is_wide: bool,
    /// Pressed.
    on_press: EventHandler<()>,
    /// Anything else that a button takes.
    #[props(extends = GlobalAttributes, extends = button)]
    attributes: Vec<Attribute>,
) -> Element {
    rsx! {
        button {
            class: "fi-button",
            r#type: "button",
            "data-weight": weight_name(weight),
            "data-wide": is_wide.then_some("true"),
            disabled: is_disabled,
            aria_disabled: is_busy.then_some("true"),
            aria_busy: is_busy.then_some("true"),
            onclick: move |event| {
                event.stop_propagation();
                if !is_busy && !is_disabled {
                    on_press.call(());
                }
            },
            ..attributes,
            if is_busy {
                span { class: "fi-button__spinner", aria_hidden: "true" }
            } else if let Some(name) = icon {
                Icon { name }
            }
            span { class: "fi-button__label", "{label}" }
        }
    }
}

/// A button with an icon only. `label` is what assistive technology says.
#[component]
pub fn IconButton(
    /// The icon.
    icon: IconName,
    /// What it does.
    label: String,
    /// Whether the words stand below the icon for all to see.
    #[props(default)]
    shows_label: bool,
    /// Whether something new waits behind it; drawn as a dot, so `label` has to say it too.
    #[props(default)]
    has_news: bool,
    /// Pressed.
    on_press: EventHandler<()>,
    /// Anything else that a button takes.
    #[props(extends = GlobalAttributes, extends = button)]
    attributes: Vec<Attribute>,
) -> Element {
    rsx! {
        button {
            class: "fi-icon-button",
            r#type: "button",
            "data-labelled": shows_label.then_some("true"),
            "data-news": has_news.then_some("true"),
            aria_label: (!shows_label).then(|| label.clone()),
            title: (!shows_label).then(|| label.clone()),
            onclick: move |event| {
                event.stop_propagation();
                on_press.call(());
            },
            ..attributes,
            Icon { name: icon }
            if shows_label {
                span { class: "fi-icon-button__label", "{label}" }
            }
        }
    }
}

/// A link in a text. With `on_press` it stays inside the shell.
#[component]
pub fn TextLink(
    /// Where it leads, in words.
    label: String,
    /// The address; `#` where only `on_press` leads on.
    #[props(default = "#".to_owned())]
    href: String,
    /// More of the accessible name, not shown: what "change" changes.
    #[props(default)]
    hidden_suffix: Option<String>,
    /// An icon after the words.
    #[props(default)]
    icon: Option<IconName>,
    /// The action of the view's row, as `data-action`.
    #[props(default)]
    action: Option<String>,
    /// Followed; the address is then not opened.
    #[props(default)]
    on_press: Option<EventHandler<()>>,
) -> Element {
    rsx! {
        a {
            class: "fi-link",
            href,
            "data-action": action,
            onclick: move |event| {
                if let Some(on_press) = on_press {
                    event.prevent_default();
                    event.stop_propagation();
                    on_press.call(());
                }
            },
            "{label}"
            if let Some(suffix) = hidden_suffix {
                span { class: "fi-visually-hidden", " {suffix}" }
            }
            if let Some(name) = icon {
                Icon { name, size: super::icon::IconSize::Small }
            }
        }
    }
}
