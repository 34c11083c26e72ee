//! Benches.

use anyhow::Result;

use crate::Options;

/// A bench.
pub fn bench(_: &Options) -> Result<()> {
    anyhow::bail!("not yet")
}
