//! The places of a list, and the zlib stream in which they travel (draft, 4.1 and 4.2).

use std::io::{Read, Write};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use flate2::{Compression, read::ZlibDecoder, write::ZlibEncoder};

use super::{MOST_LIST_BYTES, Status, StatusError};

/// A list of statuses, packed from the lowest bit of each byte.
#[derive(Clone, PartialEq, Eq)]
pub struct StatusList {
    bits: u8,
    bytes: Vec<u8>,
}

impl std::fmt::Debug for StatusList {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StatusList").field("bits", &self.bits).finish_non_exhaustive()
    }
}

impl StatusList {
    /// A list of at least `n_places` of `bits` each, all valid.
    ///
    /// # Errors
    /// [`StatusError::Bits`], [`StatusError::TooLarge`].
    pub fn new(bits: u8, n_places: u64) -> Result<Self, StatusError> {
        let per_byte = per_byte(bits)?;
        let n_bytes = usize::try_from(n_places.div_ceil(per_byte)).map_err(|_| StatusError::TooLarge)?;
        if n_bytes > MOST_LIST_BYTES {
            return Err(StatusError::TooLarge);
        }
        Ok(Self { bits, bytes: vec![0; n_bytes] })
    }

    /// Reads `lst`: a zlib stream (RFC 1950) in base64url, decompressed no further than the bound.
    ///
    /// # Errors
    /// [`StatusError::Bits`], [`StatusError::Malformed`], [`StatusError::TooLarge`].
    pub fn decompress(bits: u8, lst: &str) -> Result<Self, StatusError> {
        per_byte(bits)?;
        let packed = URL_SAFE_NO_PAD.decode(lst).map_err(|_| StatusError::Malformed)?;
        let mut bytes = Vec::new();
        let bound = MOST_LIST_BYTES as u64 + 1;
        ZlibDecoder::new(&*packed).take(bound).read_to_end(&mut bytes).map_err(|_| StatusError::Malformed)?;
        if bytes.len() > MOST_LIST_BYTES {
            return Err(StatusError::TooLarge);
        }
        Ok(Self { bits, bytes })
    }

    /// The list as `lst`, at the highest level of compression, as the draft recommends.
    ///
    /// # Errors
    /// [`StatusError::TooLarge`] when there is no memory for it.
    pub fn compress(&self) -> Result<String, StatusError> {
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
        packed.write_all(&self.bytes).map_err(|_| StatusError::TooLarge)?;
        Ok(URL_SAFE_NO_PAD.encode(packed.finish().map_err(|_| StatusError::TooLarge)?))
    }

    /// How many bits a place takes.
    #[must_use]
    pub fn bits(&self) -> u8 {
        self.bits
    }

    /// What it says of the place `index`.
    ///
    /// # Errors
    /// [`StatusError::NoSuchPlace`].
    pub fn get(&self, index: u64) -> Result<Status, StatusError> {
        let (at, shift) = self.place(index)?;
        let byte = self.bytes.get(at).ok_or(StatusError::NoSuchPlace)?;
        Ok(Status::read(byte >> shift & self.mask()))
    }

    /// Says something else of the place `index`.
    ///
    /// # Errors
    /// [`StatusError::NoSuchPlace`], [`StatusError::DoesNotFit`].
    pub fn set(&mut self, index: u64, status: Status) -> Result<(), StatusError> {
        let ((at, shift), mask) = (self.place(index)?, self.mask());
        if status.value() > mask {
            return Err(StatusError::DoesNotFit);
        }
        let byte = self.bytes.get_mut(at).ok_or(StatusError::NoSuchPlace)?;
        *byte = *byte & !(mask << shift) | status.value() << shift;
        Ok(())
    }

    /// The byte and the bit at which a place begins.
    fn place(&self, index: u64) -> Result<(usize, u32), StatusError> {
        let per_byte = per_byte(self.bits)?;
        let at = usize::try_from(index / per_byte).map_err(|_| StatusError::NoSuchPlace)?;
        let shift = u32::try_from(index % per_byte).unwrap_or_default() * u32::from(self.bits);
        Ok((at, shift))
    }

    fn mask(&self) -> u8 {
        u8::MAX >> (8 - self.bits)
    }
}

/// How many places a byte holds.
fn per_byte(bits: u8) -> Result<u64, StatusError> {
    match bits {
        1 | 2 | 4 | 8 => Ok(u64::from(8 / bits)),
        _ => Err(StatusError::Bits),
    }
}
