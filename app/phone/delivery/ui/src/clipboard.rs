//! The clipboard.

use dioxus::prelude::*;

/// A web view without the newer door, or one that keeps it shut, may still copy what is selected.
const COPY: &str = "
const text = await dioxus.recv();
try { await navigator.clipboard.writeText(text); return true; } catch (e) {}
const field = document.createElement('textarea');
const before = document.activeElement;
field.value = text;
field.readOnly = true;
field.style.position = 'fixed';
field.style.opacity = '0';
document.body.append(field);
field.select();
let copied = false;
try { copied = document.execCommand('copy'); } catch (e) {}
field.remove();
before?.focus({ preventScroll: true });
return copied;
";

/// Copies a text; gives whether it is in the clipboard now.
pub async fn copy_text(text: String) -> bool {
    let eval = document::eval(COPY);
    // A page that has gone copies nothing.
    eval.send(text).is_ok() && eval.join().await.unwrap_or(false)
}
