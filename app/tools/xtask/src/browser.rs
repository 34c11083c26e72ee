//! The shell in a real browser.

use anyhow::Result;

use crate::Options;

/// The browser journey.
pub fn test(_: &Options) -> Result<()> {
    anyhow::bail!("not yet")
}

/// The README's pictures.
pub fn screenshots(_: &Options) -> Result<()> {
    anyhow::bail!("not yet")
}
