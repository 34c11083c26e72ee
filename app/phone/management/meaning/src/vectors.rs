//! Many vectors, a byte a dimension.

use crate::{
    Encoder, ModelError,
    file::{Reader, VECTORS, Writer},
};

/// The most vectors that a file may hold.
const MOST: usize = 1 << 22;

/// The vectors of what is searched, in the order in which they were added. One of 256 dimensions takes 260 bytes.
#[derive(Debug, Clone, Default)]
pub struct Vectors {
    width: usize,
    values: Vec<i8>,
    /// What a byte of each stands for.
    scales: Vec<f32>,
}

impl Vectors {
    /// Nothing yet, for vectors of so many dimensions.
    #[must_use]
    pub fn new(width: usize) -> Self {
        Self { width, ..Self::default() }
    }

    /// Adds a vector; one that is shorter ends with zeros, of one that is longer the end is left out.
    pub fn push(&mut self, vector: &[f32]) {
        let most = vector.iter().fold(0.0_f32, |most, value| most.max(value.abs()));
        let scale = if most > 0.0 { most / 127.0 } else { 1.0 };
        let values = vector.iter().copied().chain(std::iter::repeat(0.0)).take(self.width);
        #[expect(clippy::cast_possible_truncation, reason = "-127 to 127")]
        self.values.extend(values.map(|value| (value / scale).round() as i8));
        self.scales.push(scale);
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.scales.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.scales.is_empty()
    }

    /// What is kept on the disk, so that nothing is encoded twice; for the model that encoded them.
    #[must_use]
    pub fn to_bytes(&self, encoder: &Encoder) -> Vec<u8> {
        let mut file = Writer::default();
        file.bytes(&encoder.id().to_le_bytes());
        file.count(self.len());
        file.floats(&self.scales);
        file.bytes(&self.values.iter().map(|value| value.cast_unsigned()).collect::<Vec<_>>());
        file.finish(VECTORS)
    }

    /// What [`Vectors::to_bytes`] wrote.
    ///
    /// # Errors
    /// The bytes are no vectors, damaged, or of another model than `encoder`: then all is to be encoded again.
    pub fn from_bytes(bytes: &[u8], encoder: &Encoder) -> Result<Self, ModelError> {
        const PART: &str = "vectors";
        let mut file = Reader::new(bytes, VECTORS)?;
        if file.bytes(4, PART)? != encoder.id().to_le_bytes() {
            return Err(ModelError::AnotherModels);
        }
        let (width, count) = (encoder.width(), file.count(MOST, PART)?);
        let scales = file.floats(count, PART)?;
        let size = count.checked_mul(width).ok_or(ModelError::misfit(PART))?;
        let values = file.bytes(size, PART)?.iter().map(|byte| byte.cast_signed()).collect();
        file.end()?;
        Ok(Self { width, values, scales })
    }

    /// How near each is to a unit vector: the cosine of the angle between them, -1 to 1, in the order in which they were added.
    #[must_use]
    pub fn nearness(&self, vector: &[f32]) -> Vec<f32> {
        if self.width == 0 {
            return vec![0.0; self.len()];
        }
        let rows = self.values.chunks_exact(self.width).zip(&self.scales);
        rows.map(|(row, scale)| scale * product(row, vector)).collect()
    }

    /// The `count` nearest, nearest first, each with its number and the cosine.
    #[must_use]
    pub fn nearest(&self, vector: &[f32], count: usize) -> Vec<(usize, f32)> {
        let mut all: Vec<(usize, f32)> = self.nearness(vector).into_iter().enumerate().collect();
        all.sort_by(|a, b| b.1.total_cmp(&a.1));
        all.truncate(count);
        all
    }
}

/// Eight sums side by side, which a compiler makes one instruction of.
fn product(row: &[i8], vector: &[f32]) -> f32 {
    let (rows, row_rest) = row.as_chunks::<8>();
    let (vectors, vector_rest) = vector.as_chunks::<8>();
    let mut sums = [0.0_f32; 8];
    for (a, b) in rows.iter().zip(vectors) {
        for place in 0..8 {
            sums[place] += f32::from(a[place]) * b[place];
        }
    }
    let rest: f32 = row_rest.iter().zip(vector_rest).map(|(a, b)| f32::from(*a) * b).sum();
    sums.iter().sum::<f32>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_come_first_with_their_cosine() {
        let mut vectors = Vectors::new(9);
        let unit = |at: usize| (0..9).map(|place| f32::from(u8::from(place == at))).collect::<Vec<_>>();
        vectors.push(&unit(0));
        vectors.push(&unit(8));
        vectors.push(&[0.6, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.8]);
        let nearest = vectors.nearest(&unit(8), 2);
        assert_eq!(nearest.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [1, 2]);
        assert!((nearest[0].1 - 1.0).abs() < 0.01 && (nearest[1].1 - 0.8).abs() < 0.01);
    }

    #[test]
    fn vectors_that_do_not_fit_do_no_harm() {
        let mut vectors = Vectors::new(4);
        vectors.push(&[]);
        vectors.push(&[1.0; 9]);
        vectors.push(&[0.0; 4]);
        assert_eq!(vectors.nearness(&[0.5; 2]).len(), 3);
        assert!(Vectors::default().nearest(&[1.0], 3).is_empty());
    }
}
