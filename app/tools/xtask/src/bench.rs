//! Benches.

use anyhow::Result;

use crate::Options;

/// A bench.
pub(crate) fn bench(_: &Options) -> Result<()> {
    anyhow::bail!("not yet")
}
