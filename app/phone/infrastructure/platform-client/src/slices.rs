//! Slices of the catalogue: what has changed where the platform can say it, else the whole. Nothing is taken but what the index names.

use fingertip_contract::api::{Operation, PACKED};
use fingertip_slices::{Lines, Slice, SliceError, difference::applied, unpack};

use crate::{Platform, error::PlatformError};

impl Platform {
    /// The slice that the signed index names, by what has changed since the one that is `known` where that is less.
    ///
    /// # Errors
    /// [`PlatformError`]: it cannot be reached, has no such slice, or gives another than was asked for.
    pub async fn slice(&self, slice: &Slice, known: Option<&Lines>) -> Result<Lines, PlatformError> {
        if let Some(known) = known {
            match self.changed_slice(slice, known).await {
                Err(error @ (PlatformError::Unreachable | PlatformError::TimedOut)) => return Err(error),
                Ok(lines) => return Ok(lines),
                // A platform that does not know the earlier one any more, or a difference that leads elsewhere.
                Err(error) => tracing::info!(%error, "a slice of the catalogue is read as a whole"),
            }
        }
        let packed =
            self.packed(Operation::ShowCatalogueSlice, &[&slice.sha256], slice.most_packed()).await?;
        Lines::from_packed(&packed, &slice.sha256, slice.bytes).map_err(nonsense)
    }

    async fn changed_slice(&self, slice: &Slice, known: &Lines) -> Result<Lines, PlatformError> {
        let ids = [slice.sha256.as_str(), &known.name()];
        // One that is larger than the whole is of no use.
        let packed = self.packed(Operation::ShowCatalogueSliceChange, &ids, slice.packed).await?;
        let difference = unpack(&packed, most_of_difference(slice)).map_err(nonsense)?;
        applied(known, &difference, &slice.sha256, slice.bytes).map_err(nonsense)
    }

    async fn packed(&self, operation: Operation, ids: &[&str], most: u64) -> Result<Vec<u8>, PlatformError> {
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        self.sender().body(&self.sender().at(operation, ids).accept(PACKED).at_most(most)).await
    }
}

/// A difference repeats no more than the slice, and says a place a line.
fn most_of_difference(slice: &Slice) -> u64 {
    slice.bytes.saturating_mul(2)
}

fn nonsense(error: SliceError) -> PlatformError {
    PlatformError::Nonsense { reason: format!("a slice of the catalogue: {error}") }
}
