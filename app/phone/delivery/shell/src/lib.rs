//! The shell: routes, screens and sheets over the core. It holds no logic: it shows the model and says what the person did.
//!
//! The window of a desktop or phone is this package's program; a tester's page in a browser is `fingertip-tester`, which
//! serves the same [`Root`]. Start reading at [`start`] and [`Root`], then `frame` and `screens`.

mod acting;
mod alerts;
mod entering;
mod frame;
mod kept;
mod known;
mod nation;
mod on_device;
mod print;
mod route;
mod screens;
mod sheets;
mod start;
mod start_page;
mod state;
mod switched;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "desktop", feature = "mobile"))]
pub mod window;
mod wording;

pub use start::{Arguments, Screen, Setup, Start, StartError, start};
pub use start_page::Root;
pub use state::index_options;

/// Gives the window another name: the person has chosen another language. A phone's window has none.
pub(crate) fn name_window(name: &str) {
    #[cfg(feature = "desktop")]
    window::name(name);
    #[cfg(not(feature = "desktop"))]
    let _ = name;
}

/// Shows the window above all others: the person has started the app once more. A phone's system does that itself.
pub(crate) fn come_to_front() {
    #[cfg(feature = "desktop")]
    window::come_to_front();
}
