//! Codes in a photo: what a person's camera, or a copy of a screen, shows.

use std::{
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    time::{Duration, Instant},
};

use fingertip_picture::{PictureError, measure_photo};
use fingertip_standard::{Fault, FaultClass};
use image::{
    DynamicImage, GenericImage, GenericImageView, GrayImage, ImageReader, Limits, Luma, imageops::FilterType,
};
use rqrr::PreparedImage;

/// The largest photo, in bytes.
pub const MOST_BYTES: u64 = 16 << 20;
/// The most pixels of a photo: what telephones take, and 100 MB while it is read.
const MOST_PIXELS: u64 = 26_000_000;
/// The longer side at which codes are looked for, in pixels: small enough for any telephone, large enough for the densest code.
const SIDES: [u32; 2] = [1000, 1800];
/// The most codes that one photo is read for.
const MOST_CODES: usize = 12;
/// How long codes are looked for at each size. A code that a camera sees is found in a fraction of it.
const PATIENCE: Duration = Duration::from_secs(4);

/// Why a photo says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PhotoError {
    /// More bytes or pixels than a telephone's photo has.
    #[error("the photo is too large")]
    TooLarge,
    /// It is no JPEG, PNG or WebP, it is damaged, or it moves.
    #[error("the file is no photo that can be read")]
    NoPhoto,
    /// No code in it can be read.
    #[error("no code in the photo can be read")]
    NoCode,
}

impl Fault for PhotoError {
    fn class(&self) -> FaultClass {
        FaultClass::Person
    }

    fn message_id(&self) -> &'static str {
        match self {
            Self::TooLarge => "fault-photo-large",
            Self::NoPhoto => "fault-photo-kind",
            Self::NoCode => "fault-photo-code",
        }
    }
}

/// What stands in a file: a text as it is, of a photo its codes.
///
/// # Errors
/// As [`read_codes`].
pub fn read_file(content: Vec<u8>) -> Result<Vec<String>, PhotoError> {
    match String::from_utf8(content) {
        Ok(text) => Ok(vec![text]),
        Err(no_text) => read_codes(no_text.as_bytes()),
    }
}

/// The texts of the codes in a photo, the uppermost first. It takes a moment: not for a thread that draws.
///
/// # Errors
/// [`PhotoError`].
pub fn read_codes(photo: &[u8]) -> Result<Vec<String>, PhotoError> {
    let picture = decode(photo)?;
    let longer = picture.width().max(picture.height());
    let sides = SIDES.into_iter().filter(|side| longer > *side).chain([longer.min(SIDES[1])]);
    let mut found = sides.map(|side| find_codes(fit(&picture, side)));
    found.find(|texts| !texts.is_empty()).ok_or(PhotoError::NoCode)
}

fn decode(photo: &[u8]) -> Result<DynamicImage, PhotoError> {
    measure_photo(photo, MOST_BYTES, MOST_PIXELS).map_err(|error| match error {
        PictureError::TooLarge { .. } => PhotoError::TooLarge,
        _ => PhotoError::NoPhoto,
    })?;
    let mut reader =
        ImageReader::new(Cursor::new(photo)).with_guessed_format().map_err(|_| PhotoError::NoPhoto)?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(4 * MOST_PIXELS);
    reader.limits(limits);
    reader.decode().map_err(|_| PhotoError::NoPhoto)
}

fn fit(picture: &DynamicImage, side: u32) -> GrayImage {
    if picture.width().max(picture.height()) > side {
        picture.resize(side, side, FilterType::Triangle).into_luma8()
    } else {
        picture.to_luma8()
    }
}

fn find_codes(gray: GrayImage) -> Vec<String> {
    let patient = Patient { gray, until: Instant::now() + PATIENCE };
    // A reader that panics, or that is taken away, has read nothing.
    let read = catch_unwind(AssertUnwindSafe(|| {
        let mut image = PreparedImage::prepare(patient);
        let mut grids = image.detect_grids();
        grids.sort_by_key(|grid| (grid.bounds[0].y, grid.bounds[0].x));
        let texts = grids.iter().take(MOST_CODES).filter_map(|grid| grid.decode().ok());
        texts.map(|(_, text)| text).collect()
    }));
    read.unwrap_or_default()
}

/// A photo that is taken away from a reader who does not come to an end. The library tries each three corners that could be a code's, on
/// a copy of the photo each: a photo of ten thousand corners would take it days.
struct Patient {
    gray: GrayImage,
    until: Instant,
}

impl Clone for Patient {
    fn clone(&self) -> Self {
        if Instant::now() > self.until {
            // Past the hook that would write a panic down: this is none.
            resume_unwind(Box::new("the photo has too many corners"));
        }
        Self { gray: self.gray.clone(), until: self.until }
    }
}

impl GenericImageView for Patient {
    type Pixel = Luma<u8>;

    fn dimensions(&self) -> (u32, u32) {
        self.gray.dimensions()
    }

    fn get_pixel(&self, x: u32, y: u32) -> Luma<u8> {
        *self.gray.get_pixel(x, y)
    }
}

impl GenericImage for Patient {
    fn get_pixel_mut(&mut self, x: u32, y: u32) -> &mut Luma<u8> {
        self.gray.get_pixel_mut(x, y)
    }

    fn put_pixel(&mut self, x: u32, y: u32, pixel: Luma<u8>) {
        self.gray.put_pixel(x, y, pixel);
    }

    fn blend_pixel(&mut self, x: u32, y: u32, pixel: Luma<u8>) {
        self.gray.put_pixel(x, y, pixel);
    }
}
