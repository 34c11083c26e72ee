//! The shell in a window of its own.

use std::process::ExitCode;

/// What a person typed or was shown is in no memory that was given back: who looks into a telephone that was locked finds nothing of it.
#[cfg(any(feature = "desktop", feature = "mobile"))]
#[global_allocator]
static MEMORY: fingertip_device::WipingAllocator = fingertip_device::WipingAllocator;

fn main() -> ExitCode {
    fingertip_log::begin("error");
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("fingertip: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Begins as the command line says.
#[cfg(all(any(feature = "desktop", feature = "mobile"), not(any(target_os = "android", target_os = "ios"))))]
fn run() -> anyhow::Result<()> {
    use clap::Parser as _;

    /// Fingertip: every government service in one place.
    #[derive(clap::Parser, Debug)]
    struct Program {
        #[command(flatten)]
        arguments: fingertip_shell::Arguments,
    }
    let device = fingertip_device::here()?;
    let setup = fingertip_shell::Setup::from(Program::parse().arguments).on(device.clone());
    let start =
        fingertip_shell::start(setup, fingertip_shell::Screen::Window, move |url| open_page(&*device, url));
    // Where there is none, the app that runs already has the link and comes to the front.
    start.as_ref().map_or(Ok(()), fingertip_shell::window::open)
}

/// Begins as the phone has it. Nothing here may ask for a command line: Android calls the program without one, and what would be read as
/// its length and place is whatever lies there.
#[cfg(all(feature = "mobile", any(target_os = "android", target_os = "ios")))]
fn run() -> anyhow::Result<()> {
    let device = fingertip_device::here()?;
    let browser = device.clone();
    let setup = fingertip_shell::Setup::of_phone(device.clone());
    let start =
        fingertip_shell::start(setup, fingertip_shell::Screen::Window, move |url| open_page(&*browser, url));
    let Some(start) = start else { return Ok(()) };
    let follows = start.clone();
    // On iOS links are events of the window.
    let _ = device.watch_links(Box::new(move |link| follows.follow(Some(link))));
    fingertip_shell::window::open(&start)
}

#[cfg(not(any(feature = "desktop", feature = "mobile")))]
fn run() -> anyhow::Result<()> {
    anyhow::bail!("this build has no window; fingertip-tester serves the shell to a browser")
}

#[cfg(any(feature = "desktop", feature = "mobile"))]
fn open_page(device: &dyn fingertip_device::Platform, url: &url::Url) {
    if let Err(error) = device.open(url) {
        // Its words hold no address.
        tracing::warn!(%error, "the system's browser could not be opened; the sheet shows a link");
    }
}
