//! Photos, made smaller before they leave the device: a page of paper needs no forty million pixels, and nobody needs to be told
//! where a photo was taken.
//!
//! It promises that a photo is decoded in bounded memory, stays readable, stands upright, and says nothing that cannot be seen in it.
//! What it cannot read it leaves as it is. It keeps nothing. Start reading at [`make_smaller`].

use std::io::Cursor;

use image::{
    DynamicImage, ImageDecoder, ImageEncoder, Limits,
    codecs::{
        jpeg::{JpegDecoder, JpegEncoder},
        png::{CompressionType, FilterType, PngDecoder, PngEncoder},
    },
    imageops,
};

/// The largest photo that is looked at, in bytes: what telephones of 2026 make stays below.
pub const READ_BYTES: u64 = 64 << 20;
/// The longer side of what is made, in pixels: 200 to the inch of a sheet of A4, at which small print is read.
const LONGEST: u32 = 2400;
/// How good a JPEG is made, of 100: more is not seen on paper.
const QUALITY: u8 = 82;
/// What a photo may take while it is decoded, in bytes.
const MEMORY: u64 = 384 << 20;
/// A JPEG of fewer bytes that says nothing of its making is left as it is.
const SMALL: usize = 600 << 10;

/// Whether a file of this media type may become smaller here.
#[must_use]
pub fn is_photo(media_type: &str) -> bool {
    kind(media_type).is_some()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Jpeg,
    Png,
}

fn kind(media_type: &str) -> Option<Kind> {
    match media_type {
        "image/jpeg" | "image/jpg" => Some(Kind::Jpeg),
        "image/png" => Some(Kind::Png),
        _ => None,
    }
}

/// The photo with at most 2,400 pixels on its longer side, upright, of the same media type, without what a camera writes beside it (the
/// place, the time, the device: Exif 3.0). None where it is small already, is no photo of this kind, or would become no smaller.
#[must_use]
pub fn make_smaller(content: &[u8], media_type: &str) -> Option<Vec<u8>> {
    let kind = kind(media_type)?;
    let bytes = Cursor::new(content);
    match kind {
        Kind::Jpeg => smaller(content.len(), JpegDecoder::new(bytes).ok()?, content.len() > SMALL, jpeg),
        Kind::Png => smaller(content.len(), PngDecoder::new(bytes).ok()?, false, png),
    }
}

/// Writes a picture with the colours that it is meant in.
type Write = fn(&DynamicImage, Option<Vec<u8>>) -> Option<Vec<u8>>;

fn smaller(n_bytes: usize, mut decoder: impl ImageDecoder, is_large: bool, write: Write) -> Option<Vec<u8>> {
    let tells_more = matches!(decoder.exif_metadata(), Ok(Some(_)));
    let (width, height) = decoder.dimensions();
    if !tells_more && !is_large && width.max(height) <= LONGEST {
        return None;
    }
    // Which red is meant: without it a photo of a wide gamut is pale.
    let colours = decoder.icc_profile().ok().flatten();
    let made = write(&decoded(decoder)?, colours)?;
    // What tells more than is seen goes even where that costs a few bytes.
    (tells_more || made.len() < n_bytes).then_some(made)
}

/// The picture, upright and no larger than it is needed.
fn decoded(mut decoder: impl ImageDecoder) -> Option<DynamicImage> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    limits.reserve(decoder.total_bytes()).ok()?;
    decoder.set_limits(limits).ok()?;
    let orientation = decoder.orientation().ok()?;
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    if picture.width().max(picture.height()) > LONGEST {
        picture = picture.resize(LONGEST, LONGEST, imageops::FilterType::CatmullRom);
    }
    picture.apply_orientation(orientation);
    Some(picture)
}

fn jpeg(picture: &DynamicImage, colours: Option<Vec<u8>>) -> Option<Vec<u8>> {
    let mut made = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut made, QUALITY);
    colours.map(|colours| encoder.set_icc_profile(colours)).transpose().ok()?;
    encoder.encode_image(&picture.to_rgb8()).ok()?;
    Some(made)
}

fn png(picture: &DynamicImage, colours: Option<Vec<u8>>) -> Option<Vec<u8>> {
    let mut made = Vec::new();
    let mut encoder = PngEncoder::new_with_quality(&mut made, CompressionType::Default, FilterType::Adaptive);
    colours.map(|colours| encoder.set_icc_profile(colours)).transpose().ok()?;
    encoder
        .write_image(picture.as_bytes(), picture.width(), picture.height(), picture.color().into())
        .ok()?;
    Some(made)
}
