//! A real window.

use anyhow::Result;

use crate::Options;

/// The window.
pub fn test(_: &Options) -> Result<()> {
    anyhow::bail!("not yet")
}
