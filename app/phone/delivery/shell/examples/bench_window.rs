//! What `cargo xtask bench open` measures in the desktop's web view: a script in the shell's own window, or a plain page in a
//! window of the same web view. What the script says is printed, a line each.
//!
//!     bench_window SCRIPT --platform ... --root ... --data ...
//!     bench_window --page ADDRESS

use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Parser;
use dioxus::{
    desktop::{
        tao::{
            dpi::LogicalSize,
            event::{Event, WindowEvent},
            event_loop::{ControlFlow, EventLoop},
            window::WindowBuilder,
        },
        wry::WebViewBuilder,
    },
    prelude::*,
};
use fingertip_shell::{Root, Screen, Start, window};

/// A shell whose window runs a script.
#[derive(Parser)]
struct Program {
    /// The script.
    script: std::path::PathBuf,
    #[command(flatten)]
    arguments: fingertip_shell::Arguments,
}

#[derive(Clone)]
struct Script(String);

/// The shell, and the script beside it.
#[component]
fn Scripted() -> Element {
    let Script(script) = use_context();
    let start = use_context::<Start>();
    use_future(move || {
        let (mut said, start) = (document::eval(&script), start.clone());
        async move {
            while let Ok(line) = said.recv::<String>().await {
                println!("{line}");
            }
            start.end();
            std::process::exit(0);
        }
    });
    rsx! { Root {} }
}

fn shell() -> Result<()> {
    let program = Program::parse();
    let script = std::fs::read_to_string(&program.script)
        .with_context(|| format!("{} cannot be read", program.script.display()))?;
    let start = fingertip_shell::start(program.arguments, Screen::Window, |_| {})
        .context("another shell runs on this profile")?;
    window::launch(&start, |builder| builder.with_context(Script(script)), Scripted);
    Ok(())
}

/// A window of the same size and the same web view, at an address; until it is ended.
fn page(address: &str) -> Result<()> {
    let events = EventLoop::new();
    let window = WindowBuilder::new().with_inner_size(LogicalSize::new(430.0, 880.0)).build(&events)?;
    let builder = WebViewBuilder::new().with_url(address);
    #[cfg(target_os = "linux")]
    let view = {
        use dioxus::desktop::{tao::platform::unix::WindowExtUnix, wry::WebViewBuilderExtUnix};
        builder.build_gtk(window.default_vbox().context("a window without a box")?)?
    };
    #[cfg(not(target_os = "linux"))]
    let view = builder.build(&window)?;
    events.run(move |event, _, flow| {
        // Both live as long as this closure.
        let _ = (&window, &view);
        *flow = ControlFlow::Wait;
        if let Event::WindowEvent { event: WindowEvent::CloseRequested, .. } = event {
            *flow = ControlFlow::Exit;
        }
    });
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().collect();
    let done = match &words[..] {
        [_, flag, address] if flag == "--page" => page(address),
        _ => shell(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench_window: {error:#}");
            ExitCode::FAILURE
        }
    }
}
