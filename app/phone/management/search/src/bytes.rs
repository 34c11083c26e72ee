//! An index as bytes, so that it is built once and kept: a version and a checksum, and nothing is believed that does not fit.

use fst::Map;

use crate::{
    Index, Synonyms,
    asked::Taken,
    index::{Lists, Rows, Texts},
    postings::{Postings, read, write},
    terms::Terms,
};

/// What the bytes begin with: a name, and the version of what follows. Another version is built anew, never converted.
const BEGIN: &[u8; 8] = b"ftsearch";
const VERSION: u32 = 2;
/// The beginning, the version, the CRC-32 of the rest.
const HEAD: usize = 16;

/// Why bytes are no index. Whoever has the rows builds it anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IndexError {
    /// They do not begin as an index does.
    #[error("these bytes are no search index")]
    NoIndex,
    /// Another version of this crate wrote them.
    #[error("the search index is of another version")]
    OtherVersion,
    /// They were changed or cut since they were written.
    #[error("the search index is broken")]
    Broken,
}

impl Index {
    /// The index as bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut body = Vec::new();
        for map in self.terms.maps() {
            put(&mut body, map.as_fst().as_bytes());
        }
        for postings in [&self.postings, &self.spellings] {
            let (bytes, starts) = postings.parts();
            put(&mut body, bytes);
            put_steps(&mut body, starts);
        }
        put_numbers(&mut body, &self.frequencies);
        put_numbers(&mut body, &self.demands);
        put(&mut body, &self.texts.levels);
        put_numbers(&mut body, &self.texts.bounds);
        put_numbers(&mut body, &self.texts.means.map(f32::to_bits));
        put(&mut body, self.rows.keys.as_bytes());
        put_steps(&mut body, &self.rows.key_ends);
        put(&mut body, &self.rows.levels);
        put_numbers(&mut body, &[self.rows.most]);
        put_numbers(&mut body, &self.rows.lists.texts);
        put_steps(&mut body, &self.rows.lists.ends);
        put_numbers(&mut body, &self.rows.own);
        put_numbers(&mut body, &self.rows.shared);
        put_steps(&mut body, &self.taken.ends);
        put_numbers(&mut body, &self.taken.rows);
        put(&mut body, &self.taken.shares);
        put(&mut body, self.synonyms.source.as_bytes());
        let mut bytes = Vec::with_capacity(HEAD + body.len());
        bytes.extend_from_slice(BEGIN);
        bytes.extend_from_slice(&VERSION.to_le_bytes());
        bytes.extend_from_slice(&crc32fast::hash(&body).to_le_bytes());
        bytes.extend_from_slice(&body);
        bytes
    }

    /// An index from bytes that were kept.
    ///
    /// # Errors
    /// The bytes are none, of another version, or broken: then the index is built anew from its rows.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, IndexError> {
        let (head, body) = bytes.split_at_checked(HEAD).ok_or(IndexError::NoIndex)?;
        if &head[..8] != BEGIN {
            return Err(IndexError::NoIndex);
        }
        if head[8..12] != VERSION.to_le_bytes() {
            return Err(IndexError::OtherVersion);
        }
        if head[12..] != crc32fast::hash(body).to_le_bytes() {
            return Err(IndexError::Broken);
        }
        parse(body).ok_or(IndexError::Broken)
    }
}

fn parse(mut body: &[u8]) -> Option<Index> {
    let rest = &mut body;
    let mut map = || {
        let map = Map::new(take(rest)?.to_vec()).ok()?;
        // Its own checksum: what walks it believes its bytes.
        map.as_fst().verify().ok().map(|()| map)
    };
    let terms = Terms {
        han: map()?,
        words: map()?,
        initials: map()?,
        readings: map()?,
        stems: map()?,
        threes: map()?,
        pairs: map()?,
    };
    let mut postings = || Postings::from_parts(take(rest)?.to_vec(), take_steps(rest)?);
    let (postings, spellings) = (postings()?, postings()?);
    let frequencies = take_numbers(rest)?;
    let demands = take_numbers(rest)?;
    let levels = take(rest)?.to_vec();
    let bounds = take_numbers(rest)?.try_into().ok()?;
    let means: [u32; 4] = take_numbers(rest)?.try_into().ok()?;
    let texts = Texts::from_parts(levels, bounds, means.map(f32::from_bits))?;
    let keys = String::from_utf8(take(rest)?.to_vec()).ok()?;
    let key_ends = take_steps(rest)?;
    let levels = take(rest)?.to_vec();
    let most = take_numbers(rest)?.first().copied()?;
    let lists = Lists { texts: take_numbers(rest)?, ends: take_steps(rest)? };
    let (own, shared) = (take_numbers(rest)?, take_numbers(rest)?);
    let rows = Rows { keys, key_ends, levels, most, lists, own, shared };
    let taken = Taken { ends: take_steps(rest)?, rows: take_numbers(rest)?, shares: take(rest)?.to_vec() };
    let asked = texts.len().checked_sub(texts.bounds[2] as usize)?;
    let synonyms = Synonyms::new(std::str::from_utf8(take(rest)?).ok()?);
    (rest.is_empty() && rows.fit(texts.bounds[2] as usize) && taken.fit(asked, rows.len())).then_some(Index {
        terms,
        postings,
        spellings,
        frequencies,
        demands,
        texts,
        rows,
        taken,
        synonyms,
    })
}

fn put(body: &mut Vec<u8>, part: &[u8]) {
    write(body, part.len() as u64);
    body.extend_from_slice(part);
}

fn put_numbers(body: &mut Vec<u8>, numbers: &[u32]) {
    write(body, numbers.len() as u64);
    for number in numbers {
        write(body, u64::from(*number));
    }
}

/// Ascending numbers, by their differences.
fn put_steps(body: &mut Vec<u8>, numbers: &[u32]) {
    write(body, numbers.len() as u64);
    let mut before = 0;
    for number in numbers {
        write(body, u64::from(number - before));
        before = *number;
    }
}

fn take<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = usize::try_from(read(rest)?).ok()?;
    let (part, after) = rest.split_at_checked(length)?;
    *rest = after;
    Some(part)
}

fn take_numbers(rest: &mut &[u8]) -> Option<Vec<u32>> {
    let count = usize::try_from(read(rest)?).ok()?;
    // A number takes a byte at least: more are not asked memory for.
    if count > rest.len() {
        return None;
    }
    (0..count).map(|_| u32::try_from(read(rest)?).ok()).collect()
}

fn take_steps(rest: &mut &[u8]) -> Option<Vec<u32>> {
    let mut numbers = take_numbers(rest)?;
    let mut before = 0_u32;
    for number in &mut numbers {
        before = before.checked_add(*number)?;
        *number = before;
    }
    Some(numbers)
}
