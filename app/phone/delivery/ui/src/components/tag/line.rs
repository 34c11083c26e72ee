//! Chips on one line.

use dioxus::prelude::*;

use crate::focus::is_plain;

/// Chips of which one is on. Where they are more than a phone's line holds, the line is moved along, so that what they filter is seen
/// without scrolling past all of them; in seniors mode, with large text and in a window all of them are seen at once.
#[component]
pub fn ChipLine(
    /// Its id, in letters, digits and hyphens.
    id: &'static str,
    /// What is chosen in it, for assistive technology.
    label: String,
    /// What the chip that is on says: its place is moved into view.
    chosen: String,
    /// The chips.
    children: Element,
) -> Element {
    use_effect(use_reactive!(|chosen| {
        let _ = &chosen;
        show_chosen(id);
    }));
    rsx! {
        div { class: "fi-chips", id, role: "group", aria_label: label, "data-line": "true", {children} }
    }
}

/// Moves the line along and not the page: `scrollIntoView` would move both.
const SHOW: &str = "
requestAnimationFrame(() => {
  const line = document.getElementById('LINE'), chip = line?.querySelector('[aria-pressed=true]');
  if (!chip) return;
  const room = 20, seen = line.getBoundingClientRect(), own = chip.getBoundingClientRect();
  const left = Math.min(0, own.left - seen.left - room), right = Math.max(0, own.right - seen.right + room);
  line.scrollBy({ left: left || right });
});
";

fn show_chosen(id: &str) {
    if is_plain(id) {
        document::eval(&SHOW.replace("LINE", id));
    }
}
