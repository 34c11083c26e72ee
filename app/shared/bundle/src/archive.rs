//! The archive of a bundle, which can be read in one way only.
//!
//! A ZIP says most things twice, and readers differ in which place they believe: the gate could see another file than a
//! device, and many members could stand on the same few bytes. Here both places say the same, the members lie one behind
//! the other, and no byte is left over. So they are together no larger than the bundle, and one pass reads them. The
//! clauses are those of PKWARE's APPNOTE 6.3.10.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use fingertip_standard::{limits, manifest::is_inner_path};
use unicode_normalization::UnicodeNormalization;

use crate::{FormatError, error::malformed};

/// The members of an archive by their paths.
pub(crate) type Members = BTreeMap<String, Arc<[u8]>>;

/// The members of an archive.
///
/// # Errors
/// [`FormatError::Malformed`]: it is over a limit, or could be read in another way.
pub(crate) fn members(bytes: &[u8]) -> Result<Members, FormatError> {
    let (size, limit) = (bytes.len(), limits::BUNDLE_BYTES);
    if size as u64 > limit {
        return Err(malformed(format!("it has {size} bytes, the limit is {limit}")));
    }
    let (mut contents, mut directory, entries) = parts(bytes)?;
    if entries > limits::BUNDLE_ENTRIES {
        return Err(malformed("it has too many entries"));
    }
    let begin = contents.0.len();
    let (mut members, mut names) = (Members::new(), BTreeSet::new());
    for _ in 0..entries {
        let (listed, offset) = directory.entry()?;
        let path = listed.path()?;
        if offset as usize != begin - contents.0.len() {
            return Err(malformed(format!("{path} does not begin where the one before it ends")));
        }
        if contents.header()? != listed {
            return Err(malformed(format!("what is said of {path} differs from place to place")));
        }
        let content = contents.take(listed.size as usize)?;
        if crc32fast::hash(content) != listed.crc {
            return Err(malformed(format!("{path} is damaged")));
        }
        if !names.insert(folded(path)) {
            return Err(malformed(format!(
                "{path} comes twice, or as another but for case or form of letters"
            )));
        }
        members.insert(path.to_owned(), Arc::from(content));
    }
    if !contents.0.is_empty() || !directory.0.is_empty() {
        return Err(malformed("it holds bytes that belong to no member"));
    }
    Ok(members)
}

/// One name for all that some file system takes for the same.
fn folded(path: &str) -> String {
    path.nfkc().collect::<String>().to_uppercase()
}

const HEADER: u32 = 0x0403_4b50;
const ENTRY: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
/// The length of the end record without a comment.
const END_BYTES: usize = 22;
/// The one flag that a member may have: its name is UTF-8 (4.4.4, bit 11).
const UTF8: u16 = 1 << 11;
const ENCRYPTED: u16 = 1;
const STORED: u16 = 0;
/// Extra fields that say otherwise than the header does: sizes and place (4.5.3), the name (4.6.9), encryption (AE-x).
const CONTRADICTING: [u16; 3] = [0x0001, 0x7075, 0x9901];

/// Takes an archive apart at its end record (4.3.16): what holds the members, their directory, and how many they are.
fn parts(bytes: &[u8]) -> Result<(Reader<'_>, Reader<'_>, usize), FormatError> {
    let whole = || malformed("it does not end as an archive does, or stands among other bytes");
    let (rest, end) = bytes.split_at_checked(bytes.len().wrapping_sub(END_BYTES)).ok_or_else(whole)?;
    let mut end = Reader(end);
    let is_end = end.u32()? == END;
    let (disk, first_disk, here, entries) = (end.u16()?, end.u16()?, end.u16()?, end.u16()?);
    let (size, offset, comment) = (end.u32()? as usize, end.u32()? as usize, end.u16()?);
    let is_alone = disk == 0 && first_disk == 0 && here == entries && comment == 0;
    if !is_end || !is_alone || offset.checked_add(size) != Some(rest.len()) {
        return Err(whole());
    }
    let (contents, directory) = rest.split_at_checked(offset).ok_or_else(whole)?;
    Ok((Reader(contents), Reader(directory), usize::from(entries)))
}

/// What is said of a member in both places.
#[derive(Debug, PartialEq, Eq)]
struct Said<'a> {
    flags: u16,
    method: u16,
    crc: u32,
    packed: u32,
    size: u32,
    name: &'a [u8],
}

impl Said<'_> {
    /// Its path, where it is a plain member.
    fn path(&self) -> Result<&str, FormatError> {
        let path = std::str::from_utf8(self.name)
            .ok()
            .filter(|path| path.is_ascii() || self.flags & UTF8 != 0)
            .ok_or_else(|| malformed("a name is not UTF-8"))?;
        if !is_inner_path(path) {
            return Err(malformed(format!("the path {path:?} leaves the bundle")));
        }
        let rules = [
            (self.flags & ENCRYPTED == 0, "is encrypted"),
            (self.flags & !UTF8 == 0, "is packed in a way that no bundle needs"),
            (self.method == STORED, "is compressed"),
            (self.packed == self.size, "has two sizes"),
        ];
        match rules.iter().find(|(holds, _)| !holds) {
            Some((_, broken)) => Err(malformed(format!("{path} {broken}"))),
            None => Ok(path),
        }
    }
}

/// What is still to be read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], FormatError> {
        let (taken, rest) =
            self.0.split_at_checked(length).ok_or_else(|| malformed("it ends in the middle of a member"))?;
        self.0 = rest;
        Ok(taken)
    }

    fn u16(&mut self) -> Result<u16, FormatError> {
        Ok(self.take(2)?.iter().rev().fold(0, |value, byte| value << 8 | u16::from(*byte)))
    }

    fn u32(&mut self) -> Result<u32, FormatError> {
        Ok(self.take(4)?.iter().rev().fold(0, |value, byte| value << 8 | u32::from(*byte)))
    }

    fn signature(&mut self, signature: u32) -> Result<(), FormatError> {
        if self.u32()? == signature { Ok(()) } else { Err(malformed("a header is missing")) }
    }

    /// The header before a member's content (4.3.7).
    fn header(&mut self) -> Result<Said<'a>, FormatError> {
        self.signature(HEADER)?;
        let (said, name, extra) = self.said()?;
        let name = self.take(name)?;
        self.extra(extra)?;
        Ok(Said { name, ..said })
    }

    /// An entry of the directory, and where its member begins (4.3.12).
    fn entry(&mut self) -> Result<(Said<'a>, u32), FormatError> {
        self.signature(ENTRY)?;
        self.take(2)?;
        let (said, name, extra) = self.said()?;
        let (comment, disk) = (self.u16()?, self.u16()?);
        self.take(2)?;
        let (attributes, offset) = (self.u32()?, self.u32()?);
        let name = self.take(name)?;
        self.extra(extra)?;
        self.take(usize::from(comment))?;
        // Unix's kind of file, and MS-DOS' mark of a folder (4.4.15).
        let is_plain = matches!(attributes >> 28, 0 | 0o10) && attributes & 0x10 == 0;
        if !is_plain || disk != 0 {
            return Err(malformed(format!("{:?} is no plain file", String::from_utf8_lossy(name))));
        }
        Ok((Said { name, ..said }, offset))
    }

    /// What both places say in the same order, but for the name; then the lengths of the name and of the extra fields.
    fn said(&mut self) -> Result<(Said<'a>, usize, usize), FormatError> {
        self.take(2)?;
        let (flags, method) = (self.u16()?, self.u16()?);
        // When it was changed is nobody's concern.
        self.take(4)?;
        let (crc, packed, size) = (self.u32()?, self.u32()?, self.u32()?);
        let (name, extra) = (self.u16()?.into(), self.u16()?.into());
        Ok((Said { flags, method, crc, packed, size, name: &[] }, name, extra))
    }

    fn extra(&mut self, length: usize) -> Result<(), FormatError> {
        let mut fields = Reader(self.take(length)?);
        while !fields.0.is_empty() {
            let (id, length) = (fields.u16()?, fields.u16()?);
            fields.take(length.into())?;
            if CONTRADICTING.contains(&id) {
                return Err(malformed("an extra field says otherwise than its header"));
            }
        }
        Ok(())
    }
}
