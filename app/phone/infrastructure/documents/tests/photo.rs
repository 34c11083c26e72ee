//! Photos of codes, and files that are none.

use std::io::Cursor;

use fingertip_documents::{
    parts::split,
    photo::{PhotoError, read_codes},
};
use image::{DynamicImage, GrayImage, ImageFormat, Luma, imageops};
use qrcode::{Color, EcLevel, QrCode};

/// A code as a telephone's camera sees it on another's screen: `pixels` a module, on grey, and not quite sharp.
fn photo(texts: &[&str], pixels: u32) -> DynamicImage {
    let codes: Vec<QrCode> = texts
        .iter()
        .map(|text| QrCode::with_error_correction_level(text, EcLevel::M).expect("a code"))
        .collect();
    let side = |code: &QrCode| (u32::try_from(code.width()).expect("small") + 8) * pixels;
    let width = codes.iter().map(&side).max().unwrap_or(100) + 80;
    let height = codes.iter().map(&side).sum::<u32>() + 80;
    let mut picture = GrayImage::from_pixel(width, height, Luma([235]));
    let mut top = 40;
    for code in &codes {
        let n_modules = code.width();
        for (at, color) in code.to_colors().into_iter().enumerate() {
            if color == Color::Dark {
                let place = |modules: usize| u32::try_from(modules + 4).expect("small") * pixels;
                for x in 0..pixels {
                    for y in 0..pixels {
                        let (x, y) = (40 + place(at % n_modules) + x, top + place(at / n_modules) + y);
                        picture.put_pixel(x, y, Luma([30]));
                    }
                }
            }
        }
        top += side(code);
    }
    DynamicImage::ImageLuma8(imageops::blur(&picture, 0.8))
}

fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.to_rgb8().write_to(&mut bytes, format).expect("written");
    bytes.into_inner()
}

#[test]
fn a_document_is_read_in_a_photo_of_its_code() {
    let jws = "abcdefghij0123456789-_.".repeat(40);
    for (pixels, format) in [(4, ImageFormat::Png), (6, ImageFormat::Jpeg), (12, ImageFormat::Jpeg)] {
        let codes = read_codes(&file(&photo(&[&jws], pixels), format));
        assert_eq!(codes, Ok(vec![jws.clone()]), "{pixels} {format:?}");
    }
}

#[test]
fn each_part_of_a_large_document_is_read() {
    let parts = split(&"abcdefghij0123456789-_.".repeat(70));
    for part in &parts {
        assert_eq!(read_codes(&file(&photo(&[part], 5), ImageFormat::Jpeg)), Ok(vec![part.clone()]));
    }
}

#[test]
fn what_is_no_photo_is_said_to_be_none() {
    let good = file(&photo(&["code"], 4), ImageFormat::Png);
    let cut = &good[..good.len() / 2];
    for (bytes, error) in [
        (&b""[..], PhotoError::NoPhoto),
        (b"%PDF-1.7", PhotoError::NoPhoto),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", PhotoError::NoPhoto),
        (cut, PhotoError::NoPhoto),
        (&file(&photo(&[], 1), ImageFormat::Png), PhotoError::NoCode),
        (&vec![0xFF; (16 << 20) + 1], PhotoError::TooLarge),
    ] {
        assert_eq!(read_codes(bytes), Err(error));
    }
}

#[test]
fn a_photo_that_claims_more_pixels_than_there_is_memory_for_is_not_decoded() {
    let mut large = file(&photo(&["code"], 4), ImageFormat::Png);
    // Width and height in the head of a PNG (PNG, third edition, 11.2.1).
    large[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    assert_eq!(read_codes(&large), Err(PhotoError::TooLarge));
}

/// Nothing but the corners by which codes are found.
fn corners(side: u32) -> DynamicImage {
    let is_dark = |x: u32, y: u32| {
        let (x, y) = (x % 9, y % 9);
        let ring = x.abs_diff(3).max(y.abs_diff(3));
        x < 7 && y < 7 && ring != 2
    };
    DynamicImage::ImageLuma8(GrayImage::from_fn(side, side, |x, y| {
        Luma([if is_dark(x, y) { 0 } else { 255 }])
    }))
}

#[test]
fn a_photo_of_corners_alone_comes_to_an_end() {
    assert_eq!(read_codes(&file(&corners(1000), ImageFormat::Png)), Err(PhotoError::NoCode));
}
