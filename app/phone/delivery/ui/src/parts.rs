//! Long things are drawn in parts: a page with thousands of rows is slow on every phone, and nobody reads so many at once.

use dioxus::prelude::*;

use crate::components::Button;

/// How many are drawn at first, and with each press.
pub(crate) const PART: usize = 50;

/// How many of `count` are drawn now, and the button that draws more; nothing where all are.
pub(crate) fn use_parts(count: usize, more: &str) -> (usize, Element) {
    let mut shown = use_signal(|| PART);
    let now = shown();
    let button = (count > now).then(|| {
        rsx! {
            Button { label: more.to_owned(), is_wide: true, "data-action": "more-rows", on_press: move |()| shown.set(now + PART) }
        }
    });
    (now, rsx! { {button} })
}
