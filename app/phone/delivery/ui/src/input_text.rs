//! The text of an input, which the page owns while somebody types there.

use dioxus::prelude::*;

use crate::focus::is_plain;

/// Types `text` into the input with this id, in place of what stands there, as its person would.
pub fn type_into(id: &str, text: &str) {
    let text = serde_json::json!(text);
    if is_plain(id) {
        document::eval(&format!(
            "const e = document.getElementById('{id}'); if (e) {{ e.value = {text}; e.dispatchEvent(new Event('input', {{ bubbles: true }})); e.focus(); }}"
        ));
    }
}

/// Puts `text` into the input with this id where `held` is in it: what somebody has typed there meanwhile stays. Without
/// `held` it is put there whatever is in it. The input itself stays, with its focus: one that was exchanged would lose what is
/// typed at that moment.
pub(crate) fn replace_text(id: &str, held: Option<&str>, text: &str) {
    let (held, text) = (serde_json::json!(held), serde_json::json!(text));
    if is_plain(id) {
        document::eval(&format!(
            "const e = document.getElementById('{id}'), held = {held}; if (e && (held === null || e.value === held)) e.value = {text};"
        ));
    }
}
