//! The shell: routes, screens and sheets over the core. It holds no logic: it shows the model and says what the person did.
//!
//! The window of a desktop or phone is this package's program; a tester's page in a browser is `fingertip-tester`, which
//! serves the same [`Shell`]. Start reading at [`Shell`], then `screens`.

mod frame;
mod route;
mod screens;
mod sheets;
mod start;
mod state;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "desktop", feature = "mobile"))]
pub mod window;
mod wording;

pub use frame::Shell;
pub use start::{Arguments, start};
pub use state::{Surface, index_options};

/// Gives the window another name: the person has chosen another language. A phone's window has none.
pub(crate) fn name_window(name: &str) {
    #[cfg(feature = "desktop")]
    window::name(name);
    #[cfg(not(feature = "desktop"))]
    let _ = name;
}
