//! The files of a model and of vectors: a mark, a version, a checksum, and then numbers, little-endian, one after the other.

use crate::ModelError;

/// What a file begins with; the end of line is there to be damaged by whatever takes it for text.
pub(crate) type Mark = [u8; 8];
/// A model's.
pub(crate) const MODEL: Mark = *b"FTMEAN\r\n";
/// Vectors'.
pub(crate) const VECTORS: Mark = *b"FTVECT\r\n";
/// The version of both formats that is read and written.
const VERSION: u32 = 1;
const HEAD: usize = size_of::<Mark>() + 8;

/// Writes parts.
#[derive(Debug, Default)]
pub(crate) struct Writer(Vec<u8>);

impl Writer {
    /// A whole number.
    ///
    /// # Panics
    /// It is above 2^32 - 1, which no part of a model is.
    pub(crate) fn count(&mut self, value: usize) {
        let value = u32::try_from(value).expect("parts of a model are small");
        self.0.extend(value.to_le_bytes());
    }

    /// Numbers as they are in memory.
    pub(crate) fn floats(&mut self, values: &[f32]) {
        self.0.extend(values.iter().flat_map(|value| value.to_le_bytes()));
    }

    /// Bytes as they are.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// The whole file: the mark, the version, the checksum (CRC-32, ISO 3309) and what was written.
    pub(crate) fn finish(self, mark: Mark) -> Vec<u8> {
        let sum = crc32fast::hash(&self.0);
        [&mark[..], &VERSION.to_le_bytes(), &sum.to_le_bytes(), &self.0].concat()
    }
}

/// Reads parts.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
    sum: u32,
}

impl<'a> Reader<'a> {
    /// Looks at mark, version and checksum. The checksum is against a disk that errs; who made the file, its bundle's signatures say.
    pub(crate) fn new(bytes: &'a [u8], mark: Mark) -> Result<Self, ModelError> {
        if !bytes.starts_with(&mark) {
            return Err(ModelError::NotAModel);
        }
        let mut head = Self { rest: bytes.get(mark.len()..HEAD).ok_or(ModelError::Damaged)?, sum: 0 };
        let (found, sum) = (head.number("head")?, head.number("head")?);
        if found != VERSION {
            return Err(ModelError::Version { found, known: VERSION });
        }
        let rest = &bytes[HEAD..];
        if crc32fast::hash(rest) != sum {
            return Err(ModelError::Damaged);
        }
        Ok(Self { rest, sum })
    }

    /// The checksum, which tells one file from another.
    pub(crate) fn sum(&self) -> u32 {
        self.sum
    }

    fn number(&mut self, part: &'static str) -> Result<u32, ModelError> {
        let (number, rest) = self.rest.split_first_chunk().ok_or(ModelError::misfit(part))?;
        self.rest = rest;
        Ok(u32::from_le_bytes(*number))
    }

    /// A whole number of at most `most`, so that nothing larger is ever asked of the memory.
    pub(crate) fn count(&mut self, most: usize, part: &'static str) -> Result<usize, ModelError> {
        let count = usize::try_from(self.number(part)?).map_err(|_| ModelError::misfit(part))?;
        if count > most { Err(ModelError::misfit(part)) } else { Ok(count) }
    }

    pub(crate) fn bytes(&mut self, length: usize, part: &'static str) -> Result<&'a [u8], ModelError> {
        let (bytes, rest) = self.rest.split_at_checked(length).ok_or(ModelError::misfit(part))?;
        self.rest = rest;
        Ok(bytes)
    }

    /// Finite numbers: one that is not would make every vector useless.
    pub(crate) fn floats(&mut self, count: usize, part: &'static str) -> Result<Vec<f32>, ModelError> {
        let length = count.checked_mul(4).ok_or(ModelError::misfit(part))?;
        let (numbers, _) = self.bytes(length, part)?.as_chunks();
        let values: Vec<f32> = numbers.iter().map(|number| f32::from_le_bytes(*number)).collect();
        if values.iter().all(|value| value.is_finite()) { Ok(values) } else { Err(ModelError::misfit(part)) }
    }

    /// Nothing may be left over.
    pub(crate) fn end(&self) -> Result<(), ModelError> {
        if self.rest.is_empty() { Ok(()) } else { Err(ModelError::misfit("end")) }
    }
}
