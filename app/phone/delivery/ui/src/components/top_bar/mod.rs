//! The bar at the top of a screen and the frame of a mini-app.

use dioxus::prelude::*;

use crate::Said;

use super::{
    button::IconButton,
    icon::{Icon, IconName, IconSize},
};

/// A button of the bar.
#[derive(Debug, Clone, PartialEq)]
pub struct BarAction {
    /// What it does.
    pub label: String,
    /// Its icon.
    pub icon: IconName,
    /// Pressed.
    pub on_press: EventHandler<()>,
}

/// Back at the start, names in the middle, further buttons and close at the end. Its title is no heading: the page has
/// the one `h1`.
#[component]
pub fn TopBar(
    /// The name of the screen or the service.
    #[props(into)]
    title: Said,
    /// The department, below the title.
    #[props(default, into)]
    subtitle: Said,
    /// "Verified", where the shell vouches for the department: drawn as a seal beside its name.
    #[props(default)]
    verified_label: Option<String>,
    /// A crest before the names.
    #[props(default = VNode::empty())]
    crest: Element,
    /// Leads back.
    #[props(default)]
    back: Option<BarAction>,
    /// Closes; always given for a mini-app.
    #[props(default)]
    close: Option<BarAction>,
    /// More buttons: the menu of a mini-app.
    #[props(default)]
    children: Element,
) -> Element {
    rsx! {
        header { class: "fi-top-bar",
            if let Some(back) = back {
                IconButton { icon: back.icon, label: back.label, "data-way-back": "true", on_press: move |()| back.on_press.call(()) }
            }
            {crest}
            div { class: "fi-top-bar__names",
                p { class: "fi-top-bar__title", {title} }
                if !subtitle.is_empty() {
                    p { class: "fi-top-bar__subtitle",
                        {subtitle}
                        if let Some(label) = verified_label {
                            span { class: "fi-top-bar__seal", Icon { name: IconName::Verified, label, size: IconSize::Small } }
                        }
                    }
                }
            }
            div { class: "fi-top-bar__actions",
                {children}
                if let Some(close) = close {
                    IconButton { icon: close.icon, label: close.label, "data-way-back": "true", on_press: move |()| close.on_press.call(()) }
                }
            }
        }
    }
}
