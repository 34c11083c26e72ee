//! Pages, sections, what stands in them, and buttons.

use dioxus::prelude::*;
use fingertip_locale::{Args, Direction, direction};
use fingertip_standard::{
    events::Display,
    view::{Button as ButtonNode, Kind, Link, Node, Notice as NoticeNode, Section, Weight},
    words::Word,
};

use super::{Draw, PAGE_TITLE_ID, ViewEvent, children, words::tone_id};
use crate::{
    components::{Button, Details, List, ListRow, Notice, ProgressSteps, Tabs},
    focus::{focus_element, input_id, node_id},
};

pub(super) fn page(draw: &Draw<'_>, node: &Node, summary: Option<Element>) -> Element {
    let Kind::Page(page) = &node.kind else { return rsx! {} };
    let step = page.step.map(|(current, total)| {
        let text =
            draw.say_with("mini-app-step", &Args::new().number("current", current).number("total", total));
        rsx! {
            ProgressSteps { current, total, text }
        }
    });
    rsx! {
        div { class: "fi-view__head",
            {step}
            h1 { class: "fi-view__title", id: PAGE_TITLE_ID, tabindex: "-1", {draw.word(page.title)} }
        }
        {summary}
        {children(draw, node, 2)}
    }
}

pub(super) fn heading(text: &str, level: u8, id: Option<String>) -> Element {
    if level <= 2 {
        rsx! {
            h2 { class: "fi-view__heading", id, "{text}" }
        }
    } else {
        rsx! {
            h3 { class: "fi-view__heading", id, "{text}" }
        }
    }
}

pub(super) fn section(draw: &Draw<'_>, node: &Node, section: &Section, level: u8) -> Element {
    let title = draw.optional(section.title);
    let lead =
        draw.optional(section.lead).map(|lead| rsx! { p { class: "fi-view__text fi-view__lead", "{lead}" } });
    let inputs = node
        .children
        .iter()
        .filter_map(|&index| draw.node(index))
        .filter(|child| child.kind.field().is_some())
        .count();
    let id = format!("{}_title", crate::focus::node_id(&node.key));
    match title {
        // A group of one input would be announced twice.
        Some(title) if inputs >= 2 => rsx! {
            fieldset { class: "fi-view__section",
                legend { class: "fi-view__legend", {heading(&title, level, None)} }
                {lead}
                {children(draw, node, level + 1)}
            }
        },
        Some(title) => rsx! {
            section { class: "fi-view__section", aria_labelledby: "{id}",
                {heading(&title, level, Some(id.clone()))}
                {lead}
                {children(draw, node, level + 1)}
            }
        },
        None => rsx! {
            div { class: "fi-view__section",
                {lead}
                {children(draw, node, level + 1)}
            }
        },
    }
}

pub(super) fn notice(draw: &Draw<'_>, node: &Node, notice: &NoticeNode, level: u8) -> Element {
    rsx! {
        Notice { tone: notice.tone, tone_label: draw.say(tone_id(notice.tone)), title: draw.optional(notice.title),
            p { class: "fi-view__text", {draw.word(notice.body)} }
            {children(draw, node, level + 1)}
        }
    }
}

/// In seniors mode nothing is hidden behind a tab: the panels stand below each other under their titles.
pub(super) fn tabs(draw: &Draw<'_>, node: &Node, titles: &[Word], level: u8) -> Element {
    let panels = node.children.iter().map(|&index| super::nodes(draw, &[index], level + 1));
    if draw.props.mode == Display::Seniors {
        let stacked = titles.iter().zip(panels).enumerate().map(|(at, (&title, panel))| {
            let id = format!("{}_panel{at}", node_id(&node.key));
            rsx! {
                section { key: "{at}", class: "fi-view__section", aria_labelledby: "{id}",
                    {heading(&draw.word(title), level, Some(id.clone()))}
                    {panel}
                }
            }
        });
        return rsx! {
            {stacked}
        };
    }
    let is_rtl = direction(draw.props.words.formatter().language()) == Direction::Rtl;
    rsx! {
        Tabs { id: format!("{}_", node_id(&node.key)), titles: titles.iter().map(|&title| draw.word(title)).collect::<Vec<_>>(), panels: panels.collect::<Vec<_>>(), is_rtl }
    }
}

pub(super) fn details(draw: &Draw<'_>, node: &Node, word: Word, level: u8) -> Element {
    rsx! {
        Details { summary: draw.word(word), {children(draw, node, level + 1)} }
    }
}

impl Draw<'_> {
    /// What pressing a button does: ask first where it says so, then submit or act.
    fn press(&self, node: &Node, button: &ButtonNode) -> impl FnMut(()) + 'static + use<> {
        let asks = button.confirm.is_some();
        let (mut confirming, key, is_busy) = (self.confirming, node.key.clone(), self.props.is_busy);
        let mut go = self.go(node, button);
        move |()| {
            if !asks {
                go(());
            } else if !is_busy {
                confirming.set(Some(key.clone()));
            }
        }
    }

    fn go(&self, node: &Node, button: &ButtonNode) -> impl FnMut(()) + 'static + use<> {
        let action = button.action.clone();
        self.emit(if button.submits {
            ViewEvent::Submitted { action }
        } else {
            ViewEvent::Acted { action, node: node.key.clone(), row: None }
        })
    }
}

pub(super) fn button(draw: &Draw<'_>, node: &Node, button: &ButtonNode) -> Element {
    let id = input_id(&node.key);
    let label = draw.word(button.label);
    let mut confirming = draw.confirming;
    let is_asking = confirming.read().as_ref() == Some(&node.key);
    let question = draw.optional(button.confirm).filter(|_| is_asking);
    let is_wide = matches!(button.weight, Weight::Primary | Weight::Secondary | Weight::Destructive);
    let on_press = draw.press(node, button);
    let Some(question) = question else {
        return rsx! {
            Button { id: "{id}", "data-action": "{button.action}", label, weight: button.weight, is_wide, is_busy: draw.props.is_busy && button.weight == Weight::Primary, on_press }
        };
    };
    let mut go = draw.go(node, button);
    let back = id.clone();
    rsx! {
        div {
            class: "fi-confirm",
            role: "alertdialog",
            tabindex: "-1",
            aria_labelledby: "{id}_question",
            onmounted: move |event| async move {
                // The page may have changed meanwhile.
                let _ = event.set_focus(true).await;
            },
            p { class: "fi-confirm__question", id: "{id}_question", "{question}" }
            div { class: "fi-confirm__answers",
                Button {
                    "data-action": "{button.action}",
                    label,
                    weight: if button.weight == Weight::Destructive { Weight::Destructive } else { Weight::Primary },
                    is_wide: true,
                    is_busy: draw.props.is_busy,
                    on_press: move |()| {
                        confirming.set(None);
                        go(());
                    },
                }
                Button {
                    label: draw.say("mini-app-confirm-cancel"),
                    is_wide: true,
                    on_press: move |()| {
                        confirming.set(None);
                        focus_element(&back);
                    },
                }
            }
        }
    }
}

pub(super) fn links(draw: &Draw<'_>, node: &Node, links: &[Link]) -> Element {
    let rows = links.iter().enumerate().map(|(position, link)| {
        rsx! {
            ListRow {
                key: "{position}",
                title: draw.word(link.label),
                detail: draw.optional(link.detail),
                tone: link.tone,
                tone_label: draw.say(tone_id(link.tone)),
                action: link.action.clone(),
                on_press: draw.act(node, &link.action, Some(position)),
            }
        }
    });
    rsx! {
        List { {rows} }
    }
}
