//! The icon in every form, from the one drawing `icon.svg`: a square `ground` and the strokes of `mark`, in the units of Android's adaptive
//! icons (108 a side, of which a circle of 66 is always seen).

use std::fmt::Write as _;

use anyhow::{Context, Result, bail};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};
use roxmltree::Document;

/// How much of each edge no store shows, and how much is left: the mark is as large there as Android's masks make it.
const EDGE: f32 = 12.0;
const SHOWN: f32 = 84.0;

/// A stroke of the mark.
#[derive(Debug, Clone, PartialEq)]
struct Stroke {
    path: String,
    colour: String,
    width: String,
}

/// The drawing.
#[derive(Debug)]
pub(crate) struct Icon {
    source: String,
    ground: String,
    strokes: Vec<Stroke>,
}

/// What of the drawing is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// The mark on its ground, to every edge: both stores cut the corners themselves.
    Whole,
    /// The mark alone.
    Mark,
}

impl Icon {
    /// Reads the drawing.
    ///
    /// # Errors
    /// Where it is no SVG of the form above: Android's vectors know no more.
    pub(crate) fn read(source: &str) -> Result<Self> {
        let document = Document::parse(source).context("icon.svg is no XML")?;
        let by_id = |id: &str| {
            document
                .descendants()
                .find(|node| node.attribute("id") == Some(id))
                .with_context(|| format!("icon.svg has no {id}"))
        };
        let ground = by_id("ground")?.attribute("fill").context("the ground has no colour")?.to_owned();
        let mut strokes = Vec::new();
        for path in by_id("mark")?.children().filter(roxmltree::Node::is_element) {
            let attribute = |name: &str| {
                path.attribute(name)
                    .map(str::to_owned)
                    .with_context(|| format!("a part of the mark has no {name}"))
            };
            if !path.has_tag_name(("http://www.w3.org/2000/svg", "path")) || path.has_attribute("transform") {
                bail!("the mark is made of paths alone, and none is moved");
            }
            strokes.push(Stroke {
                path: attribute("d")?,
                colour: attribute("stroke")?,
                width: attribute("stroke-width")?,
            });
        }
        if strokes.is_empty() {
            bail!("the mark has no stroke");
        }
        Ok(Self { source: source.to_owned(), ground, strokes })
    }

    /// The colour of the ground.
    pub(crate) fn ground(&self) -> &str {
        &self.ground
    }

    /// The mark as a drawing of Android's; in one colour for icons in the theme of the screen, where only what is there counts.
    pub(crate) fn vector(&self, is_one_colour: bool) -> String {
        let mut text = String::from(
            "<vector xmlns:android=\"http://schemas.android.com/apk/res/android\"\n    android:width=\"108dp\"\n    \
             android:height=\"108dp\"\n    android:viewportWidth=\"108\"\n    android:viewportHeight=\"108\">\n",
        );
        for Stroke { path, colour, width } in &self.strokes {
            let colour = if is_one_colour { "#FFFFFF" } else { colour };
            let _ = write!(
                text,
                "    <path\n        android:pathData=\"{path}\"\n        android:strokeColor=\"{colour}\"\n        \
                 android:strokeWidth=\"{width}\"\n        android:strokeLineCap=\"round\" />\n"
            );
        }
        text.push_str("</vector>\n");
        text
    }

    /// A picture of `side` pixels, as PNG.
    ///
    /// # Errors
    /// Where the drawing cannot be drawn.
    pub(crate) fn picture(&self, part: Part, side: u32) -> Result<Vec<u8>> {
        let source = match part {
            Part::Whole => self.source.clone(),
            Part::Mark => self.source.replace("id=\"ground\"", "id=\"ground\" display=\"none\""),
        };
        let tree = Tree::from_str(&source, &Options::default()).context("icon.svg cannot be drawn")?;
        let mut pixels = Pixmap::new(side, side).context("a picture has pixels")?;
        #[expect(clippy::cast_precision_loss, reason = "no side has 16 million pixels")]
        let scale = side as f32 / SHOWN;
        let move_in = Transform::from_translate(-EDGE, -EDGE).post_scale(scale, scale);
        resvg::render(&tree, move_in, &mut pixels.as_mut());
        pixels.encode_png().context("the picture cannot be written")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn icon() -> Icon {
        let source = std::fs::read_to_string(crate::folder().join("icon.svg")).expect("the drawing");
        Icon::read(&source).expect("of the right form")
    }

    /// The pixels of a picture.
    fn pixels(part: Part, side: u32) -> Pixmap {
        Pixmap::decode_png(&icon().picture(part, side).expect("drawn")).expect("a PNG")
    }

    #[test]
    fn a_store_gets_a_whole_square_and_nothing_that_is_seen_through() {
        let whole = pixels(Part::Whole, 256);
        assert!(
            whole.pixels().iter().all(|pixel| pixel.alpha() == 255),
            "Apple refuses an icon that is seen through"
        );
        let mark = pixels(Part::Mark, 256);
        assert_eq!(mark.pixel(0, 0).expect("a corner").alpha(), 0);
        assert!(mark.pixels().iter().any(|pixel| pixel.alpha() == 255));
    }

    #[test]
    fn no_mask_of_any_device_cuts_the_mark() {
        // https://developer.android.com/develop/ui/views/launch/icon_design_adaptive: a circle of 66 of 108 is always seen.
        let (side, mark) = (432_u32, pixels(Part::Mark, 432));
        let (centre, radius) = (f64::from(side) / 2.0, f64::from(side) * 33.0 / f64::from(SHOWN));
        for (index, pixel) in mark.pixels().iter().enumerate() {
            let index = u32::try_from(index).expect("few pixels");
            let (x, y) = (f64::from(index % side) - centre, f64::from(index / side) - centre);
            assert!(pixel.alpha() == 0 || x.hypot(y) <= radius, "the mark is cut at {x}, {y}");
        }
    }

    #[test]
    fn a_drawing_that_android_cannot_have_is_refused() {
        for (from, to) in [
            ("<path d=", "<circle d="),
            ("id=\"ground\"", "id=\"floor\""),
            ("stroke-width=\"5\" />", "/>"),
            ("<path d=", "<path transform=\"rotate(3)\" d="),
        ] {
            let source = icon().source.replace(from, to);
            assert!(Icon::read(&source).is_err(), "{to}");
        }
    }
}
