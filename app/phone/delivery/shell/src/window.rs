//! The window of a desktop, and the one of a phone.

use anyhow::Result;
use dioxus::prelude::*;
use fingertip_ui::index_html;

#[cfg(feature = "desktop")]
use crate::{frame::Shell, state::Surface};
use crate::{start::Start, start_page::Root, state::index_options};

/// Shows the shell until the person is done.
///
/// # Errors
/// None today: a window that cannot be made ends the program with its own words.
pub fn open(start: &Start) -> Result<()> {
    launch(start, |builder| builder, Root);
    // The app ends, and with it everything is written, when the window is closed.
    start.end();
    Ok(())
}

/// Shows `root` in a window; `more` adds what it needs besides the shell's start.
#[doc(hidden)]
pub fn launch(start: &Start, more: impl FnOnce(LaunchBuilder) -> LaunchBuilder, root: fn() -> Element) {
    let options = index_options(&start.preferences(), String::new());
    let config = config(&index_html(&options), &options.title);
    #[cfg(not(feature = "desktop"))]
    let config = with_links(config, start.clone());
    more(LaunchBuilder::new().with_cfg(config).with_context(start.clone())).launch(root);
}

/// One more window on the same app: what is done in one shows in the other.
#[cfg(feature = "desktop")]
pub(crate) fn another(surface: Surface) {
    let options = index_options(&surface.model().preferences, String::new());
    let dom = VirtualDom::new(Shell).with_root_context(surface);
    dioxus::desktop::window().new_window(dom, config(&index_html(&options), &options.title));
}

/// Shows the window that this is drawn in above all others.
#[cfg(feature = "desktop")]
pub(crate) fn come_to_front() {
    let window = dioxus::desktop::window();
    window.set_minimized(false);
    window.set_visible(true);
    window.set_focus();
}

/// What the system calls the window that this is drawn in.
#[cfg(feature = "desktop")]
pub(crate) fn name(name: &str) {
    dioxus::desktop::window().set_title(name);
}

#[cfg(feature = "desktop")]
fn config(index: &str, title: &str) -> dioxus::desktop::Config {
    use dioxus::desktop::{Config, LogicalSize, WindowBuilder};
    let window = WindowBuilder::new().with_title(title).with_inner_size(LogicalSize::new(430.0, 880.0));
    Config::new().with_custom_index(index.to_owned()).with_window(window).with_menu(None)
}

/// iOS gives links to the window: those of our own scheme, and those that the nation's host lets the app claim. Android gives them to its
/// activity, and this event never comes.
#[cfg(all(feature = "mobile", not(feature = "desktop")))]
fn with_links(config: dioxus::mobile::Config, start: Start) -> dioxus::mobile::Config {
    use dioxus::mobile::tao::event::Event;
    config.with_custom_event_handler(move |event, _| {
        if let Event::Opened { urls } = event {
            urls.iter().for_each(|url| start.follow(Some(url.to_string())));
        }
    })
}

#[cfg(all(feature = "mobile", not(feature = "desktop")))]
fn config(index: &str, _title: &str) -> dioxus::mobile::Config {
    dioxus::mobile::Config::new().with_custom_index(index.to_owned())
}
