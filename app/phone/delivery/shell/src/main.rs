//! The shell in a window of its own.

use std::process::ExitCode;

use clap::Parser;

/// Fingertip: every government service in one place.
#[derive(Parser, Debug)]
struct Program {
    #[command(flatten)]
    arguments: fingertip_shell::Arguments,
}

fn main() -> ExitCode {
    fingertip_log::begin("error");
    match run(Program::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("fingertip: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(any(feature = "desktop", feature = "mobile"))]
fn run(program: Program) -> anyhow::Result<()> {
    let start = fingertip_shell::start(program.arguments, fingertip_shell::Screen::Window, |url| {
        if let Err(error) = webbrowser::open(url.as_str()) {
            // Not its words: they may hold the address.
            tracing::warn!(kind = %error.kind(), "the system's browser could not be opened; the sheet shows a link");
        }
    });
    // Where there is none, the app that runs already has the link and comes to the front.
    start.as_ref().map_or(Ok(()), fingertip_shell::window::open)
}

#[cfg(not(any(feature = "desktop", feature = "mobile")))]
fn run(_: Program) -> anyhow::Result<()> {
    anyhow::bail!("this build has no window; fingertip-tester serves the shell to a browser")
}
