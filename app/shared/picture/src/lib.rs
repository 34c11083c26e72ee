//! Which pictures may be drawn, and how large they are. The gate asks before a mini-app is published, the device before it is opened:
//! the same answer.
//!
//! It promises that what it lets through is decoded in bounded memory and drawn in bounded time: it knows a picture's pixels from its
//! head, without decoding it, and counts what an SVG draws as often as it is referred to. It draws nothing.

mod jpeg;
mod svg;

use fingertip_standard::limits;
use imagesize::ImageType;

/// How large a picture is, in pixels; of an SVG in its own units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

impl Size {
    /// How many pixels it has once it is decoded.
    #[must_use]
    pub fn pixels(self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }
}

/// Why a picture is not drawn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PictureError {
    /// It is no picture of its kind.
    #[error("it is no {kind}: {reason}")]
    Malformed {
        /// What its name says that it is.
        kind: &'static str,
        /// What is wrong.
        reason: String,
    },
    /// It has more than a picture may have.
    #[error("it has {found} {what}, {limit} are allowed")]
    TooLarge {
        /// Of what.
        what: &'static str,
        /// How many it has.
        found: u64,
        /// How many it may have.
        limit: u64,
    },
    /// It moves.
    #[error("it moves; a picture stands still")]
    Animated,
}

/// The kinds that a shell draws: the ends of their names, their media types.
const KINDS: [(&str, &str, Kind); 5] = [
    ("svg", "image/svg+xml", Kind::Svg),
    ("png", "image/png", Kind::Raster("PNG", ImageType::Png)),
    ("webp", "image/webp", Kind::Raster("WebP", ImageType::Webp)),
    ("jpg", "image/jpeg", Kind::Raster("JPEG", ImageType::Jpeg)),
    ("jpeg", "image/jpeg", Kind::Raster("JPEG", ImageType::Jpeg)),
];

#[derive(Clone, Copy)]
enum Kind {
    Svg,
    Raster(&'static str, ImageType),
}

/// The media type of what is called `path`; none where its name says that it is no picture that a shell draws.
#[must_use]
pub fn media_type(path: &str) -> Option<&'static str> {
    kind_of(path).map(|(media_type, _)| media_type)
}

fn kind_of(path: &str) -> Option<(&'static str, Kind)> {
    let (_, end) = path.rsplit_once('.')?;
    let known = KINDS.iter().find(|(own, _, _)| own.eq_ignore_ascii_case(end));
    known.map(|(_, media_type, kind)| (*media_type, *kind))
}

/// Measures the picture at `path`. None where its name says that it is no picture that a shell draws.
///
/// # Errors
/// [`PictureError`]: it is not what its name says, it is too large, or it moves.
pub fn measure(path: &str, bytes: &[u8]) -> Result<Option<Size>, PictureError> {
    let Some((_, kind)) = kind_of(path) else { return Ok(None) };
    within("bytes", bytes.len() as u64, limits::PICTURE_BYTES as u64)?;
    let size = match kind {
        Kind::Svg => svg::measure(bytes)?,
        Kind::Raster(name, kind) => raster(name, kind, bytes)?,
    };
    within("pixels", size.pixels(), limits::PICTURE_PIXELS)?;
    Ok(Some(size))
}

/// The kinds of a photo: what a camera writes, and what a screen is copied into.
const PHOTOS: [(&str, ImageType); 3] =
    [("JPEG", ImageType::Jpeg), ("PNG", ImageType::Png), ("WebP", ImageType::Webp)];

/// Measures a photo that a person chose, by its own head, whatever it is called: no more than `most_bytes` and `most_pixels`.
///
/// # Errors
/// [`PictureError`]: it is none of the kinds, it is too large, or it moves.
pub fn measure_photo(bytes: &[u8], most_bytes: u64, most_pixels: u64) -> Result<Size, PictureError> {
    within("bytes", bytes.len() as u64, most_bytes)?;
    let found = imagesize::image_type(bytes).ok();
    let known = PHOTOS.iter().find(|(_, kind)| found == Some(*kind));
    let (name, kind) = known.ok_or_else(|| PictureError::Malformed {
        kind: "photo",
        reason: "its first bytes are of another kind".to_owned(),
    })?;
    let size = raster(name, *kind, bytes)?;
    within("pixels", size.pixels(), most_pixels)?;
    Ok(size)
}

/// Measures every picture of a bundle.
///
/// # Errors
/// The path of the first that is not drawn, and why; none of them alone may be too large, nor all together.
pub fn measure_all<'b>(
    files: impl IntoIterator<Item = (&'b str, &'b [u8])>,
) -> Result<(), (&'b str, PictureError)> {
    let mut pixels = 0;
    for (path, bytes) in files {
        let Some(size) = measure(path, bytes).map_err(|error| (path, error))? else { continue };
        pixels += size.pixels();
        within("pixels together with those before it", pixels, limits::PICTURES_PIXELS)
            .map_err(|error| (path, error))?;
    }
    Ok(())
}

pub(crate) fn within(what: &'static str, found: u64, limit: u64) -> Result<(), PictureError> {
    if found > limit { Err(PictureError::TooLarge { what, found, limit }) } else { Ok(()) }
}

fn raster(kind: &'static str, wanted: ImageType, bytes: &[u8]) -> Result<Size, PictureError> {
    let malformed = |reason: String| PictureError::Malformed { kind, reason };
    let is_it = imagesize::image_type(bytes).is_ok_and(|found| found == wanted);
    if !is_it {
        return Err(malformed("its first bytes are of another kind".to_owned()));
    }
    if moves(bytes) {
        return Err(PictureError::Animated);
    }
    if wanted == ImageType::Jpeg {
        return jpeg::measure(bytes).ok_or_else(|| malformed("it has no frame, or several".to_owned()));
    }
    let size = imagesize::blob_size(bytes).map_err(|error| malformed(error.to_string()))?;
    let of = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    Ok(Size { width: of(size.width), height: of(size.height) })
}

/// Whether it has more frames than one: a small file may have thousands, each as large as the whole. In a PNG the chunk `acTL` says so
/// (PNG, third edition, 11.3.6.1), in a WebP a bit of its extended head (RFC 9649, 2.7).
fn moves(bytes: &[u8]) -> bool {
    const SIGNATURE: usize = 8;
    const WEBP_ANIMATES: u8 = 0b10;
    if bytes.starts_with(b"RIFF") {
        return bytes.get(12..16) == Some(b"VP8X")
            && bytes.get(20).is_some_and(|flags| flags & WEBP_ANIMATES != 0);
    }
    if !bytes.starts_with(b"\x89PNG") {
        return false;
    }
    let mut at = SIGNATURE;
    while let (Some(length), Some(name)) = (bytes.get(at..at + 4), bytes.get(at + 4..at + 8)) {
        match name {
            b"acTL" => return true,
            b"IDAT" => return false,
            _ => {}
        }
        let length = u32::from_be_bytes(length.try_into().unwrap_or_default()) as usize;
        at = at.saturating_add(length).saturating_add(12);
    }
    false
}
