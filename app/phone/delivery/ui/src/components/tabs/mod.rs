//! Several panels, one of which is seen.

use dioxus::prelude::*;

use crate::focus::focus_element;

/// Tabs as the ARIA practices have them: one stop in the tab order, arrows between the tabs.
#[component]
pub fn Tabs(
    /// Begins the ids of tabs and panels.
    id: String,
    /// What the tabs say.
    titles: Vec<String>,
    /// One panel a tab.
    panels: Vec<Element>,
    /// Whether the page runs from right to left: the arrows do then too.
    #[props(default)]
    is_rtl: bool,
) -> Element {
    let mut open = use_signal(|| 0_usize);
    let last = titles.len().saturating_sub(1);
    let now = open().min(last);
    let begin = id.clone();
    let on_key = move |event: KeyboardEvent| {
        let (before, after) = (now.checked_sub(1).unwrap_or(last), if now == last { 0 } else { now + 1 });
        let target = match event.key() {
            Key::ArrowRight => Some(if is_rtl { before } else { after }),
            Key::ArrowLeft => Some(if is_rtl { after } else { before }),
            Key::Home => Some(0),
            Key::End => Some(last),
            _ => None,
        };
        if let Some(target) = target {
            event.prevent_default();
            open.set(target);
            focus_element(&format!("{begin}_tab{target}"));
        }
    };
    rsx! {
        div { class: "fi-tabs",
            div { class: "fi-tabs__list", role: "tablist", onkeydown: on_key,
                for (at, title) in titles.into_iter().enumerate() {
                    button {
                        key: "{at}",
                        class: "fi-tabs__tab",
                        id: "{id}_tab{at}",
                        r#type: "button",
                        role: "tab",
                        aria_selected: if at == now { "true" } else { "false" },
                        aria_controls: "{id}_panel{at}",
                        tabindex: if at == now { "0" } else { "-1" },
                        onclick: move |_| open.set(at),
                        "{title}"
                    }
                }
            }
            for (at, panel) in panels.into_iter().enumerate() {
                // What is typed in a panel stays: it is hidden, not taken away.
                div {
                    key: "{at}",
                    class: "fi-tabs__panel",
                    id: "{id}_panel{at}",
                    role: "tabpanel",
                    aria_labelledby: "{id}_tab{at}",
                    tabindex: "0",
                    hidden: at != now,
                    {panel}
                }
            }
        }
    }
}
