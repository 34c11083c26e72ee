//! Pictures that are drawn, and pictures that would fill the memory or never end. Raster pictures are heads alone: nothing here is
//! ever decoded.

use fingertip_picture::{PictureError, Size, measure, measure_all};
use fingertip_standard::limits;

/// A PNG's signature, its head with this size, and the chunks `more`.
fn png(width: u32, height: u32, more: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes()[..], &[8, 6, 0, 0, 0]].concat();
    for (name, data) in std::iter::once((b"IHDR", &head[..])).chain(more.iter().copied()) {
        bytes.extend(u32::try_from(data.len()).expect("short").to_be_bytes());
        bytes.extend(name);
        bytes.extend(data);
        bytes.extend([0; 4]);
    }
    bytes
}

fn svg(inner: &str) -> Vec<u8> {
    format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 12">{inner}</svg>"#).into_bytes()
}

fn what(result: Result<Option<Size>, PictureError>) -> String {
    result.expect_err("refused").to_string()
}

#[test]
fn a_picture_has_the_size_of_its_head() {
    assert_eq!(measure("common/a.png", &png(640, 480, &[])), Ok(Some(Size { width: 640, height: 480 })));
    assert_eq!(measure("common/a.svg", &svg("<path/>")), Ok(Some(Size { width: 24, height: 12 })));
    assert_eq!(measure("app.js", b"1"), Ok(None), "it is no picture");
}

#[test]
fn more_pixels_than_a_phone_has_memory_for_are_refused_without_decoding_them() {
    assert!(what(measure("a.png", &png(50_000, 50_000, &[]))).contains("2500000000 pixels"));
    assert!(what(measure("a.svg", br#"<svg width="99999px" height="99999px"/>"#)).contains("pixels"));
    let large = png(2048, 2048, &[]);
    assert!(measure("a.png", &large).is_ok());
    let four = ["1.png", "2.png", "3.png", "4.png"].map(|name| (name, &large[..]));
    assert_eq!(measure_all(four), Ok(()));
    let five = ["1.png", "2.png", "3.png", "4.png", "5.png"].map(|name| (name, &large[..]));
    let (path, error) = measure_all(five).expect_err("too many together");
    assert!(path == "5.png" && matches!(error, PictureError::TooLarge { .. }), "{error}");
}

/// A JPEG's head with `more` before its frame.
fn jpeg(more: &[u8], width: u16, height: u16) -> Vec<u8> {
    let frame =
        [&[0xff, 0xc0, 0, 11, 8], &height.to_be_bytes()[..], &width.to_be_bytes(), &[1, 1, 17, 0]].concat();
    [&[0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0], more, &frame, &[0xff, 0xda, 0, 2]].concat()
}

#[test]
fn a_jpeg_has_the_size_of_its_one_frame() {
    let small = Ok(Some(Size { width: 640, height: 480 }));
    assert_eq!(measure("a.jpg", &jpeg(&[], 640, 480)), small);
    assert_eq!(measure("a.jpg", &jpeg(&[0xff, 0xff], 640, 480)), small, "filled");
    assert!(what(measure("a.jpg", &jpeg(&[0xff], 60_000, 60_000))).contains("pixels"));
    let two = jpeg(&[0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 17, 0], 640, 480);
    assert!(measure("a.jpg", &two).is_err(), "two frames");
    let cut = jpeg(&[], 640, 480);
    (0..cut.len() - 3).for_each(|length| assert!(measure("a.jpg", &cut[..length]).is_err(), "{length}"));
}

#[test]
fn an_svg_is_a_still_drawing_and_refers_in_the_plain_way() {
    for inner in [
        r#"<style>rect{filter:blur(9px)}</style>"#,
        r#"<rect style="filter: blur(9px)"/>"#,
        r#"<rect filter="blur(99px)"/>"#,
        r#"<foreignObject/>"#,
        r#"<animate/>"#,
        r##"<path marker-mid="url(#a)"/>"##,
        r##"<use href="#%61"/>"##,
        r##"<rect fill="url(#\\61)"/>"##,
        r#"<g id="a"/><g id="a"/>"#,
        r#"<b xmlns="http://www.w3.org/1999/xhtml"/>"#,
    ] {
        assert!(measure("a.svg", &svg(inner)).is_err(), "{inner}");
    }
    for inner in [
        r##"<linearGradient id="g"/><rect style="fill: red" fill="URL( '#g' )"/>"##,
        r##"<filter id="f"><feGaussianBlur/></filter><rect filter="url(#f)"/>"##,
        r#"<text>用电量</text><own xmlns="http://www.inkscape.org/namespaces/inkscape"/>"#,
    ] {
        assert_eq!(measure("a.svg", &svg(inner)).map(|size| size.is_some()), Ok(true), "{inner}");
    }
    let used =
        format!(r##"<filter id="f"><feBlend/></filter>{}"##, r##"<rect filter="url(#f)"/>"##.repeat(17));
    assert!(what(measure("a.svg", &svg(&used))).contains("effects"));
    let large = br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2480 3508"/>"#;
    assert_eq!(measure("a.svg", large), Ok(Some(Size { width: 724, height: 1024 })), "units are no pixels");
}

#[test]
fn what_moves_or_is_something_else_is_refused() {
    assert_eq!(measure("a.png", &png(4, 4, &[(b"acTL", &[0; 8])])), Err(PictureError::Animated));
    assert!(
        measure("a.png", &png(4, 4, &[(b"IDAT", &[0; 8]), (b"acTL", &[0; 8])])).is_ok(),
        "it has begun to be drawn"
    );
    assert!(what(measure("a.jpg", &png(4, 4, &[]))).contains("no JPEG"));
    assert!(what(measure("a.png", b"")).contains("no PNG"));
    assert!(what(measure("a.svg", b"<html/>")).contains("no SVG"));
    assert!(what(measure("a.svg", b"\xff")).contains("UTF-8"));
    assert!(what(measure("a.png", &vec![0; limits::PICTURE_BYTES + 1])).contains("bytes"));
}

#[test]
fn an_svg_counts_as_often_as_it_is_drawn() {
    // Ten times ten times ten ... of one dot, in a few lines.
    let mut inner = r#"<g id="a0"><circle r="1"/></g>"#.to_owned();
    for level in 1..=9 {
        let uses = format!(r##"<use href="#a{}"/>"##, level - 1).repeat(10);
        inner += &format!(r#"<g id="a{level}">{uses}</g>"#);
    }
    assert!(what(measure("a.svg", &svg(&inner))).contains("as often as they are drawn"));
    // The same by a pattern that fills a pattern.
    let mut inner = String::new();
    for level in 1..=9 {
        let fills = format!(r##"<rect fill="url(#p{})"/>"##, level - 1).repeat(10);
        inner += &format!(r#"<pattern id="p{level}">{fills}</pattern>"#);
    }
    assert!(what(measure("a.svg", &svg(&inner))).contains("as often as they are drawn"));
    assert!(what(measure("a.svg", &svg(r##"<g id="a"><use href="#a"/></g>"##))).contains("refers to itself"));
    let deep = "<g>".repeat(50_000) + &"</g>".repeat(50_000);
    assert!(measure("a.svg", &svg(&deep)).is_err());
    let chain: String = (0..9000).map(|at| format!(r##"<use id="u{at}" href="#u{}"/>"##, at + 1)).collect();
    assert!(what(measure("a.svg", &svg(&chain))).contains("inside each other"));
    let many = "<circle/>".repeat(20_001);
    assert!(measure("a.svg", &svg(&many)).is_err());
    assert!(measure("a.svg", &svg(&"<circle/>".repeat(1000))).is_ok());
}

#[test]
fn an_svg_brings_no_document_type_no_picture_and_few_effects() {
    let typed = r#"<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>"#;
    assert!(measure("a.svg", typed.as_bytes()).is_err());
    assert!(what(measure("a.svg", &svg(r#"<image href="data:image/png;base64,AA"/>"#))).contains("<image>"));
    let effects = format!("<filter>{}</filter>", "<feTurbulence/>".repeat(17));
    assert!(what(measure("a.svg", &svg(&effects))).contains("effects"));
}
