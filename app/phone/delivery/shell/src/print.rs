//! A page on paper, or as PDF.
//!
//! The web view prints: it has the person's fonts, Han and Uyghur among them, and each system's dialog saves a PDF beside the printers. A
//! library for PDF would want fonts of its own, 20 MB of them for Han alone, and know nothing of the person's printers. What a page is
//! on paper says the part for `print` of the styles (`screens.css`).

use dioxus::prelude::*;

/// Waits until what was drawn last is on the screen.
const DRAWN: &str =
    "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))); return true;";

/// Whether pages can be printed: by a browser, and by the window of a desktop. The web views of phones print nothing by themselves.
pub(crate) fn can_print(is_browser: bool) -> bool {
    is_browser || cfg!(feature = "desktop")
}

/// Has the page printed as it stands, once it is drawn.
pub(crate) fn print_page(is_browser: bool) {
    spawn(async move {
        // A window that is behind draws nothing; then nobody waits for paper either.
        let _ = document::eval(DRAWN).await;
        if is_browser {
            document::eval("window.print();");
        } else {
            print_window();
        }
    });
}

#[cfg(feature = "desktop")]
fn print_window() {
    dioxus::desktop::window().print();
}

#[cfg(not(feature = "desktop"))]
fn print_window() {}
