//! The clipboard.

use dioxus::prelude::*;

/// Copies a text. Where the web view does not allow it nothing happens: what can be copied can also be selected.
pub fn copy_text(text: String) {
    let eval = document::eval(
        "const text = await dioxus.recv(); try { await navigator.clipboard.writeText(text); } catch (e) {}",
    );
    // The page may be gone by now.
    let _ = eval.send(text);
}
