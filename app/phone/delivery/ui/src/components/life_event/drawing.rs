//! A drawing for each occasion: flat, two colours and their tints, no people in uniform.

use dioxus::prelude::*;
use fingertip_contract::Occasion;

/// What is drawn, in a field of 120 x 80. `p` and `q` are the first colour and its tint, `a` and `b` the second; `l` is a line.
fn shapes(occasion: &Occasion) -> &'static str {
    match occasion {
        // A pram under the sun.
        Occasion::Birth => concat!(
            r#"<circle class="b" cx="99" cy="17" r="9"/><path class="q" d="M22 36h34V8a28 28 0 0 0-34 28z"/>"#,
            r#"<path class="p" d="M22 36h64c0 17-13 27-32 27S22 53 22 36z"/><path class="l" d="M86 36l9-14h9"/>"#,
            r#"<circle class="a" cx="38" cy="68" r="7"/><circle class="a" cx="70" cy="68" r="7"/>"#,
        ),
        // An open book and a pencil.
        Occasion::School => concat!(
            r#"<path class="q" d="M60 22C48 12 30 12 14 16v46c16-4 34-4 46 6z"/><path class="p" d="M60 22c12-10 30-10 46-6v46c-16-4-34-4-46 6z"/>"#,
            r#"<path class="a" d="M84 4l8 5-22 38-9 5 1-10z"/><path class="l" d="M24 30c9-2 18-1 26 2M24 42c9-2 18-1 26 2"/>"#,
        ),
        // A case on the way.
        Occasion::Work => concat!(
            r#"<path class="l" d="M46 26v-6a6 6 0 0 1 6-6h16a6 6 0 0 1 6 6v6"/><rect class="p" x="22" y="26" width="76" height="40" rx="7"/>"#,
            r#"<path class="q" d="M22 40c24 10 52 10 76 0v8c-24 10-52 10-76 0z"/><rect class="a" x="54" y="41" width="12" height="12" rx="3"/>"#,
        ),
        // Two rings and a heart.
        Occasion::Marriage => concat!(
            r#"<circle class="r p" cx="47" cy="48" r="22"/><circle class="r a" cx="73" cy="48" r="22"/>"#,
            r#"<path class="b" d="M60 20c-4-8-14-9-16-1-1 6 6 11 16 17 10-6 17-11 16-17-2-8-12-7-16 1z"/>"#,
        ),
        // A house beside a tree.
        Occasion::Home => concat!(
            r#"<circle class="b" cx="98" cy="38" r="14"/><path class="l" d="M98 44v24"/><rect class="q" x="26" y="36" width="54" height="32" rx="2"/>"#,
            r#"<path class="p" d="M16 40 53 10l37 30z"/><rect class="a" x="46" y="46" width="15" height="22" rx="2"/><path class="l" d="M10 69h100"/>"#,
        ),
        // A removal van.
        Occasion::Moving => concat!(
            r#"<rect class="q" x="8" y="20" width="64" height="40" rx="5"/><path class="p" d="M72 32h20a6 6 0 0 1 5 3l11 16v9H72z"/>"#,
            r#"<path class="b" d="M22 34h20v14H22z"/><circle class="a" cx="30" cy="62" r="9"/><circle class="a" cx="90" cy="62" r="9"/>"#,
        ),
        // A heart with its beat.
        Occasion::Illness => concat!(
            r#"<path class="q" d="M60 22c-9-17-35-17-38 3-2 17 16 31 38 45 22-14 40-28 38-45-3-20-29-20-38-3z"/>"#,
            r#"<path class="l" d="M10 42h30l8-14 12 30 9-22 6 6h35"/><circle class="a" cx="60" cy="12" r="6"/>"#,
        ),
        // A tree in the evening sun, with a bench.
        Occasion::Retirement => concat!(
            r#"<circle class="b" cx="90" cy="22" r="13"/><path class="q" d="M0 72c28-18 84-18 120 0v8H0z"/><path class="l" d="M36 40v26"/>"#,
            r#"<circle class="p" cx="36" cy="26" r="19"/><path class="a" d="M62 52h34v5H62z"/><path class="l" d="M67 57v9M91 57v9"/>"#,
        ),
        // A candle.
        Occasion::Bereavement => concat!(
            r#"<circle class="q" cx="60" cy="30" r="27"/><rect class="p" x="50" y="38" width="20" height="30" rx="4"/><path class="l" d="M60 38v-7"/>"#,
            r#"<path class="a" d="M60 8c7 9 9 13 9 17a9 9 0 0 1-18 0c0-4 2-8 9-17z"/><path class="l" d="M36 69h48"/>"#,
        ),
        // A letter: something came.
        Occasion::Unknown(_) => concat!(
            r#"<circle class="q" cx="60" cy="40" r="28"/><rect class="p" x="34" y="26" width="52" height="34" rx="3"/>"#,
            r#"<path class="l" d="M34 29l26 18 26-18"/><path class="l" d="M12 69h96"/>"#,
        ),
        // A shop under its awning.
        Occasion::Business => concat!(
            r#"<rect class="q" x="22" y="34" width="76" height="34" rx="3"/><path class="p" d="M26 10h68l12 22a9 9 0 0 1-18 3 10 10 0 0 1-18 0 10 10 0 0 1-20 0 10 10 0 0 1-18 0 9 9 0 0 1-18-3z"/>"#,
            r#"<rect class="a" x="70" y="44" width="18" height="24" rx="2"/><rect class="b" x="32" y="46" width="26" height="14" rx="2"/><path class="l" d="M12 69h96"/>"#,
        ),
    }
}

/// The drawing. It says nothing that the name beside it does not.
#[component]
pub fn Drawing(
    /// Of what.
    occasion: Occasion,
) -> Element {
    rsx! {
        svg { class: "fi-drawing", view_box: "0 0 120 80", "aria-hidden": "true", dangerous_inner_html: shapes(&occasion) }
    }
}
