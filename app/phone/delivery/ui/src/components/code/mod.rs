//! A code to be shown at a counter.

use dioxus::prelude::*;
use qrcode::{Color, EcLevel, QrCode};

/// Modules of light around a code (ISO/IEC 18004, 9.1).
const QUIET: usize = 4;

/// A QR code. Dark on light in every mode: scanners want it so.
#[component]
pub fn Code(
    /// What it holds.
    data: Vec<u8>,
    /// What it is, for those who do not see it.
    label: String,
) -> Element {
    // More than a code can hold is not shown as a torn one.
    let Ok(code) = QrCode::with_error_correction_level(&data, EcLevel::M) else { return rsx! {} };
    let width = code.width();
    let side = width + 2 * QUIET;
    let mut path = String::new();
    for (at, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            path.push_str(&format!("M{} {}h1v1h-1z", at % width + QUIET, at / width + QUIET));
        }
    }
    rsx! {
        svg { class: "fi-code", view_box: "0 0 {side} {side}", role: "img", "aria-label": "{label}", shape_rendering: "crispEdges",
            rect { class: "fi-code__light", width: "{side}", height: "{side}" }
            path { class: "fi-code__dark", d: "{path}" }
        }
    }
}
