//! Which slices there are.

use std::collections::BTreeMap;

use fingertip_standard::RegionCode;
use serde::{Deserialize, Serialize};

use crate::{MOST_SLICE_BYTES, SliceError, lines::Lines, pack};

/// The format of an index that this version writes, and the newest that it reads.
const FORMAT: u32 = 1;

/// A slice as the index names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slice {
    /// Its name ([`crate::name_of`]).
    pub sha256: String,
    /// The length of its text in bytes.
    pub bytes: u64,
    /// The length in bytes in which it travelled from whoever made the index. What packs it later may be another library, or another
    /// version of it, and make it longer: this says how much is to come, and [`Self::most_packed`] how much may.
    pub packed: u64,
}

impl Slice {
    /// The entry of this text, and what travels of it.
    #[must_use]
    pub fn of(lines: &Lines) -> (Self, Vec<u8>) {
        let packed = pack(lines.text());
        let length = |bytes: usize| u64::try_from(bytes).unwrap_or(u64::MAX);
        let slice =
            Self { sha256: lines.name(), bytes: length(lines.text().len()), packed: length(packed.len()) };
        (slice, packed)
    }

    /// The most bytes in which it travels, whoever packs it. What gains nothing is stored (RFC 1951, clause 3.2.4): five bytes a block, of
    /// sixteen thousand bytes in the libraries with the smallest ones, and a head and an end (RFC 1952, clause 2.3).
    #[must_use]
    pub fn most_packed(&self) -> u64 {
        self.bytes.saturating_add(self.bytes / 1000).saturating_add(1000)
    }

    fn is_well_formed(&self) -> bool {
        self.sha256.len() == 64
            && self.sha256.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
            && self.bytes <= MOST_SLICE_BYTES
    }
}

/// Every slice of a catalogue, at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SliceIndex {
    /// The format of this index.
    pub format: u32,
    /// What concerns everybody: all regions, life events, alerts, editors' words, and what is offered in the whole nation.
    pub national: Slice,
    /// What is offered in a province or a city and nowhere above it, by its code. What is below a city is in the city's.
    pub regions: BTreeMap<RegionCode, Slice>,
}

impl SliceIndex {
    /// An index in today's format.
    #[must_use]
    pub fn new(national: Slice, regions: BTreeMap<RegionCode, Slice>) -> Self {
        Self { format: FORMAT, national, regions }
    }

    /// Reads an index whose signature was checked. A region with a slice that no phone may read is left out: it costs no other.
    ///
    /// # Errors
    /// [`SliceError::NoIndex`]; [`SliceError::LaterFormat`] where it is of a format that a newer version reads.
    pub fn read(bytes: &[u8]) -> Result<Self, SliceError> {
        #[derive(Deserialize)]
        struct Format {
            format: u32,
        }
        let Format { format } = serde_json::from_slice(bytes).map_err(|_| SliceError::NoIndex)?;
        if format > FORMAT {
            return Err(SliceError::LaterFormat { format, known: FORMAT });
        }
        let mut index: Self = serde_json::from_slice(bytes).map_err(|_| SliceError::NoIndex)?;
        if !index.national.is_well_formed() {
            return Err(SliceError::NoIndex);
        }
        index.regions.retain(|_, slice| slice.is_well_formed());
        Ok(index)
    }

    /// How many bytes travel for all of it.
    #[must_use]
    pub fn packed(&self) -> u64 {
        self.regions.values().fold(self.national.packed, |sum, slice| sum.saturating_add(slice.packed))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn index() -> Value {
        let slice = json!({ "sha256": "ab".repeat(32), "bytes": 70, "packed": 30 });
        json!({ "format": 1, "national": slice, "regions": { "440000": slice, "440100": slice } })
    }

    fn read(index: &Value) -> Result<SliceIndex, SliceError> {
        SliceIndex::read(index.to_string().as_bytes())
    }

    #[test]
    fn an_index_is_read_and_says_how_much_travels() {
        let read = read(&index()).expect("an index");
        assert_eq!((read.packed(), read.regions.len()), (90, 2));
        assert_eq!(serde_json::to_value(&read).expect("JSON"), index());
    }

    #[test]
    fn a_slice_that_may_not_be_read_costs_no_other_and_a_later_format_is_told_from_nonsense() {
        let mut odd = index();
        odd["regions"]["440000"]["sha256"] = "../../etc".into();
        odd["regions"]["440100"]["bytes"] = u64::MAX.into();
        assert_eq!(read(&odd).map(|index| index.regions.len()), Ok(0));
        let mut later = index();
        later["format"] = 2.into();
        later["national"] = json!("another shape");
        assert_eq!(read(&later), Err(SliceError::LaterFormat { format: 2, known: 1 }));
        let mut without = index();
        without["national"]["sha256"] = "".into();
        for nonsense in [without, json!([]), json!({ "format": 1 }), json!({ "format": -1 })] {
            assert_eq!(read(&nonsense), Err(SliceError::NoIndex), "{nonsense}");
        }
        assert_eq!(SliceIndex::read(b"\xff{"), Err(SliceError::NoIndex));
    }
}
