//! A layer's weights, a byte each.

use ndarray::{Array2, ArrayView2, Axis};

use crate::{
    ModelError,
    file::{Reader, Writer},
};

/// Weights from inputs to outputs, a byte each, with one scale an output.
#[derive(Debug, Clone)]
pub struct Matrix {
    /// Inputs by outputs.
    weights: Array2<i8>,
    scales: Vec<f32>,
}

impl Matrix {
    /// Rounds weights, given as rows of `outputs` numbers, one row an input; the largest of each output becomes 127.
    ///
    /// # Errors
    /// The weights are no whole rows.
    pub fn round(weights: &[f32], outputs: usize) -> Result<Self, ModelError> {
        let inputs = weights.len().checked_div(outputs).unwrap_or_default();
        let whole =
            ArrayView2::from_shape((inputs, outputs), weights).map_err(|_| ModelError::misfit("weights"))?;
        let scales: Vec<f32> = whole
            .axis_iter(Axis(1))
            .map(|column| column.iter().fold(0.0_f32, |most, weight| most.max(weight.abs())) / 127.0)
            .collect();
        #[expect(clippy::cast_possible_truncation, reason = "-127 to 127")]
        let rounded = Array2::from_shape_fn((inputs, outputs), |(input, output)| {
            if scales[output] > 0.0 { (whole[(input, output)] / scales[output]).round() as i8 } else { 0 }
        });
        Ok(Self { weights: rounded, scales })
    }

    pub(crate) fn read(file: &mut Reader<'_>, inputs: usize, outputs: usize) -> Result<Self, ModelError> {
        const PART: &str = "weights";
        let scales = file.floats(outputs, PART)?;
        let size = inputs.checked_mul(outputs).ok_or(ModelError::misfit(PART))?;
        let weights = file.bytes(size, PART)?.iter().map(|byte| byte.cast_signed()).collect();
        let weights =
            Array2::from_shape_vec((inputs, outputs), weights).map_err(|_| ModelError::misfit(PART))?;
        Ok(Self { weights, scales })
    }

    pub(crate) fn write(&self, file: &mut Writer) {
        file.floats(&self.scales);
        file.bytes(&self.weights.iter().map(|weight| weight.cast_unsigned()).collect::<Vec<_>>());
    }

    /// Inputs and outputs.
    pub(crate) fn size(&self) -> (usize, usize) {
        self.weights.dim()
    }

    /// Rows of inputs into rows of outputs. The weights are made numbers for this one product: kept so, they would take four times the memory.
    pub(crate) fn apply(&self, rows: &ArrayView2<'_, f32>) -> Array2<f32> {
        let mut product = rows.dot(&self.weights.mapv(f32::from));
        for mut row in product.rows_mut() {
            row.iter_mut().zip(&self.scales).for_each(|(value, scale)| *value *= scale);
        }
        product
    }
}
