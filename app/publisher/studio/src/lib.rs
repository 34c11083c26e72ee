//! A mini-app while it is being written: seen on the shell's real components in every display side by side, with
//! everything that it says and asks for, and built anew at each save.
//!
//! What is shown is a function of the build and of what was done so far ([`Session`]): a new build does it all again, so
//! nothing that was typed is lost; going back in time does less of it; and what was done is a journey that can be kept.
//! Start reading at [`run`], then `session`.

mod inspector;
mod page;
mod pane;
mod session;
mod watch;

use std::{path::PathBuf, sync::Arc};

use anyhow::Result;
use fingertip_serve::serve;

pub use session::Build;

/// What is to be shown.
pub struct StudioOptions {
    /// The mini-app's folder: a save in it builds anew, and journeys are kept in it.
    pub folder: PathBuf,
    /// Builds it.
    pub build: Box<dyn Fn() -> Result<Build> + Send + Sync>,
    /// The journey to begin with.
    pub journey: Option<String>,
}

/// Serves the studio until it is interrupted; `ready` gets its address.
///
/// # Errors
/// When the journeys of the folder cannot be read, or no port can be had.
pub fn run(options: StudioOptions, ready: impl FnOnce(&str)) -> Result<()> {
    let studio = Arc::new(session::Studio::open(options)?);
    watch::start(studio.clone())?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(serve(Arc::new(page::StudioSite(studio)), ready))?;
    Ok(())
}
