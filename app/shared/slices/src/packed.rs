//! How slices and differences travel: gzip (RFC 1952).

use std::io::{Read, Write};

use flate2::{Compression, read::GzDecoder, write::GzEncoder};

use crate::SliceError;

/// A text as it travels. The same text is the same bytes from one program; from another, or a later one, it is what unpacks to the text.
#[must_use]
pub fn pack(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(text.as_bytes()).and_then(|()| encoder.finish());
    written.expect("memory takes what is written")
}

/// The text that travelled as `packed`, of at most `most` bytes: what unpacks to more is refused at that point.
///
/// # Errors
/// [`SliceError::TooLarge`], or [`SliceError::NotPacked`] where it is no whole gzip of UTF-8.
pub fn unpack(packed: &[u8], most: u64) -> Result<String, SliceError> {
    let mut bytes = Vec::new();
    let mut decoder = GzDecoder::new(packed).take(most.saturating_add(1));
    decoder.read_to_end(&mut bytes).map_err(|_| SliceError::NotPacked)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > most {
        return Err(SliceError::TooLarge);
    }
    String::from_utf8(bytes).map_err(|_| SliceError::NotPacked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_comes_back_and_not_more_than_is_allowed() {
        let text = "services {\"id\":\"a\"}\n".repeat(1000);
        let packed = pack(&text);
        assert_eq!(pack(&text), packed, "the same text is the same bytes");
        assert!(packed.len() * 50 < text.len());
        assert_eq!(unpack(&packed, 20_000).as_deref(), Ok(text.as_str()));
        assert_eq!(unpack(&packed, 19_999), Err(SliceError::TooLarge));
    }

    #[test]
    fn cut_or_changed_anywhere_it_is_refused_or_another_text_and_never_a_panic() {
        let text = "regions {\"code\":\"440100\"}\n".repeat(20);
        let packed = pack(&text);
        for at in 0..packed.len() {
            assert!(unpack(packed.get(..at).unwrap_or_default(), 10_000).is_err(), "cut at {at}");
            let mut flipped = packed.clone();
            if let Some(byte) = flipped.get_mut(at) {
                *byte ^= 0x40;
            }
            drop(unpack(&flipped, 10_000));
        }
    }
}
