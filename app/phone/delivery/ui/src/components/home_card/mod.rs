//! Small live cards on home, each made by a mini-app that is not open.

use dioxus::prelude::*;
use fingertip_standard::view::Tone;

use super::{
    button::IconButton,
    icon::{Icon, IconName},
    notice::{tone_icon, tone_name},
    progress_line::ProgressLine,
};

/// The list of [`HomeCard`]s: two a row where there is room, one in seniors mode.
#[component]
pub fn HomeCards(
    /// What the list holds, for assistive technology.
    label: String,
    /// The cards.
    children: Element,
) -> Element {
    rsx! {
        ul { class: "fi-home-cards", aria_label: label, {children} }
    }
}

/// One card. Its title is one button and the whole card is its target; taking it off home is the other.
#[component]
pub fn HomeCard(
    /// What it is about.
    title: String,
    /// The one thing to see at a glance.
    #[props(default)]
    value: Option<String>,
    /// More of it, one line each.
    #[props(default)]
    details: Vec<String>,
    /// What it means; with a tone, `tone_label` names its icon.
    #[props(default = Tone::Neutral)]
    tone: Tone,
    /// The tone in a word.
    #[props(default)]
    tone_label: String,
    /// How much of the whole, from 0 to 100, and the same in words.
    #[props(default)]
    progress: Option<(f64, String)>,
    /// Since when it is so, in words.
    #[props(default)]
    as_of: Option<String>,
    /// "Take off home".
    remove_label: String,
    /// Opens the mini-app.
    on_press: EventHandler<()>,
    /// Takes it off home.
    on_remove: EventHandler<()>,
    /// Anything else.
    #[props(extends = GlobalAttributes)]
    attributes: Vec<Attribute>,
    /// Buttons that stand below while home is arranged.
    #[props(default)]
    children: Element,
) -> Element {
    rsx! {
        li { class: "fi-home-card", "data-tone": tone_name(tone), ..attributes,
            div { class: "fi-home-card__head",
                h3 { class: "fi-home-card__title",
                    button { class: "fi-home-card__press", r#type: "button", onclick: move |_| on_press.call(()), "{title}" }
                }
                IconButton { icon: IconName::Close, label: remove_label, on_press: move |()| on_remove.call(()) }
            }
            if let Some(value) = value {
                p { class: "fi-home-card__value", "{value}" }
            }
            if let Some((share, text)) = progress {
                ProgressLine { share, label: text }
            }
            for (index, detail) in details.into_iter().enumerate() {
                p { class: "fi-home-card__detail", key: "{index}",
                    if index == 0 && tone != Tone::Neutral {
                        Icon { name: tone_icon(tone), label: tone_label.clone() }
                    }
                    span { "{detail}" }
                }
            }
            if let Some(as_of) = as_of {
                p { class: "fi-home-card__time", "{as_of}" }
            }
            {children}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[component]
    fn Sample() -> Element {
        rsx! {
            HomeCards { label: "My cards",
                HomeCard {
                    title: "Bus card",
                    value: "¥3.50",
                    details: vec!["Top up soon".to_owned(), "Last trip: line 7, ¥2.00".to_owned()],
                    tone: Tone::Warning,
                    tone_label: "Attention",
                    progress: (25.0, "A quarter".to_owned()),
                    as_of: "As of 24 November 2026, 08:00",
                    remove_label: "Take “Bus card” off home",
                    on_press: |()| (),
                    on_remove: |()| (),
                    "data-widget": "balance",
                }
                HomeCard { title: "<b>Balance</b>", remove_label: "Take it off home", on_press: |()| (), on_remove: |()| () }
            }
        }
    }

    #[test]
    fn a_card_is_one_button_and_says_its_tone_in_a_word() {
        let mut dom = VirtualDom::new(Sample);
        dom.rebuild_in_place();
        let html = dioxus_ssr::render(&dom);
        assert_eq!(html.matches("<button").count(), 4, "two for each card: open it, take it away");
        assert_eq!(html.matches("type=\"button\"").count(), 4, "none would submit");
        assert!(html.contains("aria-label=\"Attention\"") || html.contains(">Attention<"), "{html}");
        assert!(html.contains("aria-label=\"A quarter\""), "a bar has words");
        assert!(!html.contains("<b>"), "what a mini-app says is text");
        // Drawings say nothing that a reviewer reads.
        let mut text = String::new();
        let mut rest = html.as_str();
        while let Some((before, after)) = rest.split_once("<svg") {
            text.push_str(before);
            text.push_str("<svg/>");
            rest = after.split_once("</svg>").map_or("", |(_, rest)| rest);
        }
        text.push_str(rest);
        insta::assert_snapshot!("home-card", text.replace('>', ">\n").replace("</", "\n</").replace("\n\n", "\n"));
    }
}
