//! How the shell comes to a screen.

#[cfg(feature = "browser")]
mod browser;
#[cfg(any(feature = "desktop", feature = "mobile"))]
mod window;

use anyhow::Result;
use fingertip_core::Core;

#[cfg(feature = "desktop")]
pub(crate) use window::another as another_window;

/// Shows the shell until the person is done.
pub(crate) fn enter(core: Core, is_browser: bool) -> Result<()> {
    if is_browser {
        #[cfg(feature = "browser")]
        return browser::serve(core);
        #[cfg(not(feature = "browser"))]
        anyhow::bail!("this build has no browser entry");
    }
    #[cfg(any(feature = "desktop", feature = "mobile"))]
    return window::open(core);
    #[cfg(not(any(feature = "desktop", feature = "mobile")))]
    anyhow::bail!("this build has no window; use --browser");
}

/// Gives the window its name anew: the person has chosen another language. A phone's window has none.
pub(crate) fn name_window(name: &str) {
    #[cfg(feature = "desktop")]
    window::name(name);
    #[cfg(not(feature = "desktop"))]
    let _ = name;
}
