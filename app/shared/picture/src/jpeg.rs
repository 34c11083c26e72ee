//! A JPEG's size, as decoders find it. Written out because a head may be filled with bytes that the library takes for a marker.

use crate::Size;

/// The size in its frame (ITU-T T.81, B.2.2). None where it has none, or more than one.
pub(crate) fn measure(bytes: &[u8]) -> Option<Size> {
    const START: u8 = 0xd8;
    const SCAN: u8 = 0xda;
    let mut rest = bytes.strip_prefix(&[0xff, START])?;
    let mut frame = None;
    loop {
        // Any number of fill bytes may be before a marker (B.1.1.2).
        rest = rest.strip_prefix(&[0xff])?;
        while let Some(more) = rest.strip_prefix(&[0xff]) {
            rest = more;
        }
        let (&marker, more) = rest.split_first()?;
        if marker == SCAN {
            return frame;
        }
        let length = usize::from(u16::from_be_bytes([*more.first()?, *more.get(1)?]));
        let segment = more.get(..length)?;
        // Frames of every process, but for the tables between their numbers.
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let [_, _, _, height, low_height, width, low_width, ..] = *segment else { return None };
            let size = Size {
                width: u16::from_be_bytes([width, low_width]).into(),
                height: u16::from_be_bytes([height, low_height]).into(),
            };
            // A height of nothing comes after the first scan (B.2.5): nobody knows it here.
            if frame.replace(size).is_some() || size.height == 0 {
                return None;
            }
        }
        rest = &more[segment.len()..];
        if segment.len() < 2 {
            return None;
        }
    }
}
