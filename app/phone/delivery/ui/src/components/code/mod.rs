//! A code to be shown at a counter.

use dioxus::prelude::*;
use qrcode::{Color, EcLevel, QrCode, Version, bits::Bits};

/// Modules of light around a code (ISO/IEC 18004, 9.1).
const QUIET: usize = 4;
/// The most bytes in a code that a telephone's camera reads from another's screen: above it, slight blur loses all (tried with zbar,
/// zxing-cpp and jsQR at 390 points).
const MOST_BYTES: usize = 1800;
/// Up to here there is room for the usual error correction; above it the modules would become too small.
const MOST_CORRECTED: usize = 900;
/// UTF-8 (AIM ECI assignments): readers guess otherwise, and guess Japanese.
const UTF_8: u32 = 26;
/// A code with more modules a side takes all the width that there is.
const DENSE: usize = 60;

/// A QR code (ISO/IEC 18004). Dark on light in every mode: scanners want it so. What is more than a reader can take is not drawn, and that
/// is said.
#[component]
pub fn Code(
    /// What it holds.
    data: Vec<u8>,
    /// What it is, for those who do not see it.
    label: String,
    /// What is said in its place where it holds too much.
    too_much: String,
) -> Element {
    let Some(code) = encode(&data) else {
        return rsx! { p { class: "fi-code__too-much", role: "note", "{too_much}" } };
    };
    let width = code.width();
    let side = width + 2 * QUIET;
    let mut path = String::new();
    for (at, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            path.push_str(&format!("M{} {}h1v1h-1z", at % width + QUIET, at / width + QUIET));
        }
    }
    rsx! {
        svg { class: "fi-code", "data-dense": (width > DENSE).then_some("true"), view_box: "0 0 {side} {side}", role: "img", "aria-label": "{label}", shape_rendering: "crispEdges",
            rect { class: "fi-code__light", width: "{side}", height: "{side}" }
            path { class: "fi-code__dark", d: "{path}" }
        }
    }
}

/// The smallest code that holds `data` as it is: one segment of bytes, so that no reader takes a part of it for another script.
fn encode(data: &[u8]) -> Option<QrCode> {
    if data.len() > MOST_BYTES {
        return None;
    }
    let level = if data.len() > MOST_CORRECTED { EcLevel::L } else { EcLevel::M };
    let is_text = !data.is_ascii() && std::str::from_utf8(data).is_ok();
    (1..=40).find_map(|version| {
        let mut bits = Bits::new(Version::Normal(version));
        if is_text {
            bits.push_eci_designator(UTF_8).ok()?;
        }
        bits.push_byte_data(data).ok()?;
        bits.push_terminator(level).ok()?;
        QrCode::with_bits(bits, level).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What an independent reader (a port of quirc) makes of a code of `pixels` a module.
    fn read(code: &QrCode, pixels: usize) -> Vec<u8> {
        let (width, colors) = (code.width(), code.to_colors());
        let side = (width + 2 * QUIET) * pixels;
        let is_dark = |x: usize, y: usize| {
            let at = |pixel: usize| (pixel / pixels).checked_sub(QUIET).filter(|module| *module < width);
            at(x).zip(at(y)).is_some_and(|(x, y)| colors[y * width + x] == Color::Dark)
        };
        let mut image =
            rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| if is_dark(x, y) { 0 } else { 255 });
        let grids = image.detect_grids();
        let mut bytes = Vec::new();
        grids.first().expect("a code").decode_to(&mut bytes).expect("read");
        bytes
    }

    #[test]
    fn a_reader_gets_what_was_put_in() {
        let card = "x".repeat(900);
        let long = "x".repeat(MOST_BYTES);
        for text in ["证号 110105", "خىزمەت", "https://example.cn/a?b=c", "1234567890", &card, &long] {
            let code = encode(text.as_bytes()).expect("a code");
            assert_eq!(String::from_utf8(read(&code, 3)).expect("text"), *text);
        }
        let ticket: Vec<u8> = (0..=255).collect();
        assert_eq!(read(&encode(&ticket).expect("a code"), 3), ticket, "bytes that are no text");
    }

    #[test]
    fn what_no_camera_reads_is_not_drawn() {
        assert!(encode(&vec![b'x'; MOST_BYTES + 1]).is_none());
        assert!(encode(&vec![0; 100_000]).is_none());
    }
}
