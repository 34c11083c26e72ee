//! Which texts hold a term: differences and counts in bytes of seven bits.

/// The texts of each term, ascending.
#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) struct Postings {
    bytes: Vec<u8>,
    /// Where each term's bytes begin, and where the last one's end.
    starts: Vec<u32>,
}

impl Postings {
    /// Takes the texts of the next term, each with how often the term is in it.
    pub(crate) fn push(&mut self, texts: &[(u32, u32)]) {
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        let mut before = 0;
        for &(text, count) in texts {
            // The lowest bit says that a count follows: most terms are in a text once.
            let step = u64::from(text - before) << 1;
            before = text;
            write(&mut self.bytes, step | u64::from(count > 1));
            if count > 1 {
                write(&mut self.bytes, u64::from(count));
            }
        }
        self.starts.push(u32::try_from(self.bytes.len()).unwrap_or(u32::MAX));
    }

    /// From parts that were kept; none where they do not fit each other.
    pub(crate) fn from_parts(bytes: Vec<u8>, starts: Vec<u32>) -> Option<Self> {
        let fits = starts.is_sorted() && starts.last().is_none_or(|end| *end as usize == bytes.len());
        fits.then_some(Self { bytes, starts })
    }

    /// The parts to be kept.
    pub(crate) fn parts(&self) -> (&[u8], &[u32]) {
        (&self.bytes, &self.starts)
    }

    /// The texts of a term with how often it is in each; nothing for a term that is not there.
    pub(crate) fn of(&self, term: u32) -> Texts<'_> {
        let term = term as usize;
        let bytes = match (self.starts.get(term), self.starts.get(term + 1)) {
            (Some(from), Some(to)) => self.bytes.get(*from as usize..*to as usize).unwrap_or_default(),
            _ => &[],
        };
        Texts { bytes, text: 0 }
    }

    /// How many bytes a term's texts take: about how many texts there are.
    pub(crate) fn length(&self, term: u32) -> usize {
        self.of(term).bytes.len()
    }
}

/// A term's texts, read one by one.
#[derive(Debug)]
pub(crate) struct Texts<'a> {
    bytes: &'a [u8],
    text: u32,
}

impl Iterator for Texts<'_> {
    type Item = (u32, u32);

    #[inline]
    fn next(&mut self) -> Option<(u32, u32)> {
        let step = read(&mut self.bytes)?;
        let count = if step & 1 == 1 { read(&mut self.bytes)? } else { 1 };
        #[expect(
            clippy::cast_possible_truncation,
            reason = "written from u32; broken bytes give some text that is checked by who reads"
        )]
        {
            self.text = self.text.wrapping_add((step >> 1) as u32);
            Some((self.text, count as u32))
        }
    }
}

/// Seven bits a byte, the lowest first, the highest bit says that more follow (LEB128).
pub(crate) fn write(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push((value & 0x7F) as u8 | 0x80);
        value >>= 7;
    }
    #[expect(clippy::cast_possible_truncation, reason = "below 0x80")]
    bytes.push(value as u8);
}

/// What [`write`] wrote; none at the end or where more bits follow than a number has.
#[inline]
pub(crate) fn read(bytes: &mut &[u8]) -> Option<u64> {
    let (&first, rest) = bytes.split_first()?;
    *bytes = rest;
    if first < 0x80 {
        return Some(u64::from(first));
    }
    let mut value = u64::from(first & 0x7F);
    for shift in (7..64).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u64::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let mut postings = Postings::default();
        let texts = [(0, 1), (3, 2), (300, 1), (4_000_000, 70_000)];
        postings.push(&texts);
        postings.push(&[(5, 1)]);
        assert_eq!(postings.of(0).collect::<Vec<_>>(), texts);
        assert_eq!(postings.of(1).collect::<Vec<_>>(), [(5, 1)]);
        assert_eq!(postings.of(2).count(), 0);
    }
}
