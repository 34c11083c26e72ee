//! From a command line to a running app.

use std::{path::PathBuf, sync::Arc, time::Duration};

use anyhow::{Context, Result};
use clap::Args;
use fingertip_core::{
    Backend, Core, CoreOptions, FileSecrets, LinksMsg, ProfileName, SecretStore, open_secrets,
};
use jiff::Timestamp;
use url::Url;

/// What every entry of the shell is started with.
#[derive(Args, Debug)]
pub struct Arguments {
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
    /// Run mini-apps in the interpreter, as phones do that allow no machine code.
    #[arg(long)]
    pulley: bool,
    /// Keep secrets in files even where there is a key store.
    #[arg(long)]
    file_secrets: bool,
}

/// Starts the app; `open_browser` opens a page in the system's browser.
///
/// # Errors
/// What keeps it from starting, with its cause: the data folder, the root, the key store, the records.
pub fn start(arguments: Arguments, open_browser: impl Fn(&Url) + Send + Sync + 'static) -> Result<Core> {
    std::fs::create_dir_all(&arguments.data).context("the data folder cannot be made")?;
    let folder = arguments.data.join("secrets");
    let secrets: Arc<dyn SecretStore> = if arguments.file_secrets {
        Arc::new(FileSecrets::open(&folder)?)
    } else {
        open_secrets("fingertip", &folder)?
    };
    let downloads = dirs::download_dir().or_else(dirs::home_dir).unwrap_or_else(|| arguments.data.clone());
    let core = Core::start(CoreOptions {
        data: arguments.data,
        downloads,
        profile: ProfileName::new(&arguments.profile)?,
        platform_url: arguments.platform,
        root: std::fs::read(&arguments.root)
            .with_context(|| format!("{} cannot be read", arguments.root.display()))?,
        backend: if arguments.pulley || cfg!(target_os = "ios") { Backend::Pulley } else { Backend::Native },
        secrets,
        poll: Duration::from_secs(2),
        now: Arc::new(Timestamp::now),
        open_browser: Arc::new(open_browser),
    })?;
    if let Some(link) = arguments.link {
        core.send(LinksMsg::FollowedLink(link));
    }
    Ok(core)
}
