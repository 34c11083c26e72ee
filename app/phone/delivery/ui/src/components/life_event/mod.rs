//! Life events: wide cards with a drawing.

mod drawing;

use dioxus::prelude::*;

use crate::Said;
use fingertip_contract::Occasion;

pub use drawing::Drawing;

/// The list of [`EventCard`]s: two a row where there is room.
#[component]
pub fn EventCards(
    /// What the list holds, for assistive technology.
    label: String,
    /// The cards.
    children: Element,
) -> Element {
    rsx! {
        ul { class: "fi-events", aria_label: label, {children} }
    }
}

/// One life event. Its name is one button and the whole card is its target.
#[component]
pub fn EventCard(
    /// Its name.
    #[props(into)]
    title: Said,
    /// What there is to do.
    #[props(default, into)]
    detail: Said,
    /// Its drawing.
    occasion: Occasion,
    /// Opens it.
    on_press: EventHandler<()>,
) -> Element {
    rsx! {
        li { class: "fi-event",
            Drawing { occasion }
            div { class: "fi-event__text",
                button { class: "fi-event__press", r#type: "button", onclick: move |_| on_press.call(()), {title} }
                if !detail.is_empty() {
                    p { class: "fi-muted", {detail} }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[component]
    fn Sample() -> Element {
        rsx! {
            EventCards { label: "Life events",
                for occasion in Occasion::ALL {
                    EventCard { key: "{occasion:?}", title: "<b>{occasion:?}</b>", occasion, on_press: |()| () }
                }
            }
        }
    }

    #[test]
    fn every_occasion_has_a_drawing_of_its_own_in_the_tokens_colours() {
        let mut dom = VirtualDom::new(Sample);
        dom.rebuild_in_place();
        let html = dioxus_ssr::render(&dom);
        let drawings: std::collections::BTreeSet<_> =
            html.split("<svg").skip(1).filter_map(|rest| rest.split_once("</svg>").map(|(drawing, _)| drawing)).collect();
        assert_eq!(drawings.len(), Occasion::ALL.len());
        assert!(drawings.iter().all(|drawing| drawing.contains("aria-hidden") && !drawing.contains('#') && !drawing.contains("fill=")));
        assert!(!html.contains("<b>"), "a department's name is text");
    }
}
