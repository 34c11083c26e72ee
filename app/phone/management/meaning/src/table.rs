//! What each piece of text means by itself: a row of numbers, three bits each.

use crate::{
    ModelError,
    file::{Reader, Writer},
};

/// The eight levels that lose least of numbers that are spread normally (Max 1960, "Quantizing for minimum distortion", table I).
const LEVELS: [f32; 8] = [-2.152, -1.344, -0.756, -0.2451, 0.2451, 0.756, 1.344, 2.152];

/// Rows of numbers; each number is one of eight levels, moved and stretched by its row's mean and deviation.
#[derive(Debug, Clone, Default)]
pub struct Table {
    width: usize,
    /// Eight numbers in three bytes, the first in the lowest bits.
    codes: Vec<u8>,
    /// Mean and deviation of each row, the upper halves of their bits.
    spread: Vec<[u16; 2]>,
}

impl Table {
    /// A table without rows.
    ///
    /// # Errors
    /// `width` is no multiple of eight.
    pub fn new(width: usize) -> Result<Self, ModelError> {
        if width == 0 || !width.is_multiple_of(8) {
            return Err(ModelError::misfit("table"));
        }
        Ok(Self { width, ..Self::default() })
    }

    /// Adds a row, each number as the level nearest to it.
    ///
    /// # Errors
    /// The row is not as wide as the table.
    pub fn push(&mut self, row: &[f32]) -> Result<(), ModelError> {
        if row.len() != self.width {
            return Err(ModelError::misfit("row"));
        }
        #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
        let count = row.len() as f32;
        let mean = row.iter().sum::<f32>() / count;
        let deviation = (row.iter().map(|value| (value - mean).powi(2)).sum::<f32>() / count).sqrt();
        let (numbers, _) = row.as_chunks::<8>();
        for eight in numbers {
            let codes = eight.iter().rev().fold(0_u32, |codes, value| {
                codes << 3 | nearest(if deviation > 0.0 { (value - mean) / deviation } else { 0.0 })
            });
            self.codes.extend_from_slice(&codes.to_le_bytes()[..3]);
        }
        self.spread.push([upper(mean), upper(deviation)]);
        Ok(())
    }

    pub(crate) fn read(file: &mut Reader<'_>, width: usize, rows: usize) -> Result<Self, ModelError> {
        let mut table = Self::new(width)?;
        let length = rows.checked_mul(width / 8 * 3).ok_or(ModelError::misfit("table"))?;
        table.codes = file.bytes(length, "table")?.to_vec();
        let (spread, _) = file.bytes(rows * 4, "table")?.as_chunks::<4>();
        table.spread = spread
            .iter()
            .map(|[a, b, c, d]| [u16::from_le_bytes([*a, *b]), u16::from_le_bytes([*c, *d])])
            .collect();
        let finite = table.spread.iter().flatten().all(|half| whole(*half).is_finite());
        if finite { Ok(table) } else { Err(ModelError::misfit("table")) }
    }

    pub(crate) fn write(&self, file: &mut Writer) {
        file.bytes(&self.codes);
        file.bytes(&self.spread.iter().flatten().flat_map(|half| half.to_le_bytes()).collect::<Vec<_>>());
    }

    /// The numbers of a row; of one that is not there, none.
    pub(crate) fn row(&self, row: usize) -> impl Iterator<Item = f32> {
        let length = self.width / 8 * 3;
        let [mean, deviation] = self.spread.get(row).copied().unwrap_or_default().map(whole);
        let codes = self.codes.get(row * length..(row + 1) * length).unwrap_or_default();
        let (threes, _) = codes.as_chunks::<3>();
        threes.iter().flat_map(move |[a, b, c]| {
            let codes = u32::from_le_bytes([*a, *b, *c, 0]);
            (0..8).map(move |place| mean + deviation * LEVELS[(codes >> (3 * place) & 7) as usize])
        })
    }
}

fn nearest(value: f32) -> u32 {
    // Between two levels the boundary is their middle.
    LEVELS.windows(2).map(|pair| u32::from(value > pair[0].midpoint(pair[1]))).sum()
}

fn upper(value: f32) -> u16 {
    (value.to_bits() >> 16) as u16
}

fn whole(upper: u16) -> f32 {
    f32::from_bits(u32::from(upper) << 16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_comes_back_to_within_a_level() {
        let mut table = Table::new(16).expect("wide enough");
        let rows: Vec<Vec<f32>> = (0..3_u8)
            .map(|row| (0..16_u8).map(|n| f32::from((n * 7 + row * 5) % 16) - 7.5).collect())
            .collect();
        for row in &rows {
            table.push(row).expect("wide enough");
        }
        for (number, row) in rows.iter().enumerate() {
            let back: Vec<f32> = table.row(number).collect();
            assert_eq!(back.len(), 16);
            assert!(row.iter().zip(&back).all(|(a, b)| (a - b).abs() < 2.6), "{row:?} {back:?}");
            let same: f32 = row.iter().zip(&back).map(|(a, b)| a * b).sum();
            assert!(same > 0.0);
        }
        assert_eq!(table.row(9).count(), 0);
    }

    #[test]
    fn a_row_of_one_number_stays_it() {
        let mut table = Table::new(8).expect("wide enough");
        table.push(&[0.5; 8]).expect("wide enough");
        assert!(table.row(0).all(|value| (value - 0.5).abs() < 1e-6));
        assert_eq!(table.push(&[0.5; 7]), Err(ModelError::misfit("row")));
        assert!(Table::new(12).is_err());
    }
}
