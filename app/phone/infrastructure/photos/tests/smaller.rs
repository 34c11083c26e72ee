//! Photos become smaller and stay what they show.

use fingertip_photos::{is_photo, make_smaller};
use image::{
    DynamicImage, ImageEncoder, ImageFormat, Rgb, RgbImage, codecs::jpeg::JpegEncoder,
    codecs::png::PngEncoder,
};

/// A sheet of paper: white, with a red corner at the upper left, and grain as a camera sees it.
fn sheet(width: u32, height: u32) -> RgbImage {
    let mut grain = 0x2545_f491_u32;
    RgbImage::from_fn(width, height, |x, y| {
        grain ^= grain << 13;
        grain ^= grain >> 17;
        grain ^= grain << 5;
        let noise = u8::try_from(grain % 24).unwrap_or_default();
        if x < width / 4 && y < height / 4 { Rgb([200 + noise, noise, noise]) } else { Rgb([230 + noise; 3]) }
    })
}

/// Exif with an orientation and a place, as TIFF 6.0 lays it out: little endian, one tag, and words that nobody should read.
fn exif(orientation: u16) -> Vec<u8> {
    let mut tags = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    tags.extend(orientation.to_le_bytes());
    tags.extend(b"\0\0\0\0\0\0 23.1291N 113.2644E");
    tags
}

fn taken(width: u32, height: u32, orientation: u16) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 97);
    encoder.set_exif_metadata(exif(orientation)).expect("a place for it");
    encoder.encode_image(&sheet(width, height)).expect("a JPEG");
    bytes
}

fn read(bytes: &[u8], format: ImageFormat) -> DynamicImage {
    image::load_from_memory_with_format(bytes, format).expect("a picture")
}

fn is_red(picture: &DynamicImage, x: u32, y: u32) -> bool {
    let Rgb([red, green, _]) = *picture.to_rgb8().get_pixel(x, y);
    red > 150 && green < 90
}

#[test]
fn a_photo_of_paper_becomes_a_fraction_and_shows_the_same() {
    let photo = taken(4032, 3024, 1);
    let made = make_smaller(&photo, "image/jpeg").expect("smaller");
    assert!(made.len() * 3 < photo.len(), "{} of {} bytes", made.len(), photo.len());
    let picture = read(&made, ImageFormat::Jpeg);
    assert_eq!((picture.width(), picture.height()), (2400, 1800));
    assert!(is_red(&picture, 100, 100) && !is_red(&picture, 2300, 100));
}

#[test]
fn a_photo_that_lies_on_its_side_stands_upright() {
    // Exif 3.0, 4.6.5.1.6: 6 is turned a quarter to the right, 3 upside down.
    for (orientation, size, red) in
        [(6, (600, 800), (500, 50)), (3, (800, 600), (750, 550)), (8, (600, 800), (50, 750))]
    {
        let made = make_smaller(&taken(800, 600, orientation), "image/jpeg").expect("without its Exif");
        let picture = read(&made, ImageFormat::Jpeg);
        assert_eq!((picture.width(), picture.height()), size, "{orientation}");
        assert!(is_red(&picture, red.0, red.1), "{orientation}");
    }
}

#[test]
fn where_a_photo_was_taken_goes_with_no_form() {
    for (photo, media_type) in [(taken(300, 200, 1), "image/jpeg"), (png_with_place(), "image/png")] {
        let holds = |bytes: &[u8]| bytes.windows(8).any(|part| part == b"23.1291N");
        assert!(holds(&photo));
        assert!(!holds(&make_smaller(&photo, media_type).expect("without it")), "{media_type}");
    }
}

fn png_with_place() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = PngEncoder::new(&mut bytes);
    encoder.set_exif_metadata(exif(1)).expect("a place for it");
    let sheet = sheet(300, 200);
    encoder.write_image(&sheet, 300, 200, image::ExtendedColorType::Rgb8).expect("a PNG");
    bytes
}

#[test]
fn what_is_small_or_no_photo_stays_as_it_is() {
    let mut small = Vec::new();
    JpegEncoder::new(&mut small).encode_image(&sheet(300, 200)).expect("a JPEG");
    assert_eq!(make_smaller(&small, "image/jpeg"), None);
    let photo = taken(800, 600, 1);
    for media_type in ["application/pdf", "image/heic", "image/webp", "text/plain", ""] {
        assert!(!is_photo(media_type) && make_smaller(&photo, media_type).is_none(), "{media_type}");
    }
}

#[test]
fn torn_or_lying_bytes_are_left_alone() {
    let photo = taken(96, 64, 1);
    for at in (0..photo.len()).step_by(photo.len() / 50) {
        let _ = make_smaller(&photo[..at], "image/jpeg");
        let mut flipped = photo.clone();
        flipped[at] ^= 0xff;
        let _ = make_smaller(&flipped, "image/jpeg");
    }
    assert_eq!(make_smaller(b"no picture at all", "image/png"), None);
    assert_eq!(make_smaller(&photo, "image/png"), None, "its name says something else");
}
