//! The shell: routes, screens and sheets over the headless core. It holds no logic: it shows the model and says what
//! the person did.

mod entry;
mod frame;
mod route;
mod screens;
mod sheets;
mod state;
#[cfg(test)]
mod tests;
mod wording;

use std::{path::PathBuf, process::ExitCode, sync::Arc, time::Duration};

use anyhow::{Context, Result};
use clap::Parser;
use fingertip_core::{Backend, Core, CoreOptions, FileSecrets, Msg, ProfileName, SecretStore, open_secrets};
use jiff::Timestamp;

/// Fingertip: every government service in one place.
#[derive(Parser, Debug)]
struct Arguments {
    /// A link to a place in a mini-app, opened first: fingertip://miniapp/ID/ROUTE?NAME=VALUE. An operating system that knows
    /// this program as the handler of the scheme gives it here.
    link: Option<String>,
    /// Where the national platform is.
    #[arg(long)]
    platform: String,
    /// The TUF root of its repository, which a released app is built with.
    #[arg(long)]
    root: PathBuf,
    /// The folder for everything that is kept.
    #[arg(long)]
    data: PathBuf,
    /// Whose records: each profile has files and a key of its own.
    #[arg(long, default_value = "main")]
    profile: String,
    /// Serve the same components to a browser on loopback: a tester's tool.
    #[arg(long)]
    browser: bool,
    /// Run mini-apps in the interpreter, as phones do that allow no machine code.
    #[arg(long)]
    pulley: bool,
    /// Keep secrets in files even where there is a key store.
    #[arg(long)]
    file_secrets: bool,
}

fn main() -> ExitCode {
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_env_filter(tracing_subscriber::EnvFilter::from_default_env()).init();
    match run(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("fingertip: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> Result<()> {
    std::fs::create_dir_all(&arguments.data).context("the data folder cannot be made")?;
    let folder = arguments.data.join("secrets");
    let secrets: Arc<dyn SecretStore> =
        if arguments.file_secrets { Arc::new(FileSecrets::open(&folder)?) } else { open_secrets("fingertip", &folder)? };
    let browser = arguments.browser;
    let downloads = dirs::download_dir().or_else(dirs::home_dir).unwrap_or_else(|| arguments.data.clone());
    let core = Core::start(CoreOptions {
        data: arguments.data,
        downloads,
        profile: ProfileName::new(&arguments.profile)?,
        platform_url: arguments.platform,
        root: std::fs::read(&arguments.root).with_context(|| format!("{} cannot be read", arguments.root.display()))?,
        backend: if arguments.pulley || cfg!(target_os = "ios") { Backend::Pulley } else { Backend::Native },
        secrets,
        poll: Duration::from_secs(2),
        now: Arc::new(Timestamp::now),
        // In a browser the sheet's own link opens the provider's page; elsewhere the system's browser does.
        open_browser: Arc::new(move |url| {
            if !browser && let Err(error) = webbrowser::open(url.as_str()) {
                tracing::warn!(%error, "the system's browser could not be opened; the sheet shows a link");
            }
        }),
    })?;
    if let Some(link) = arguments.link {
        core.send(Msg::FollowedLink(link));
    }
    entry::enter(core, browser)
}
