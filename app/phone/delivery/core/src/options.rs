//! All that the app needs from outside, and why it may not start.

use std::{path::PathBuf, sync::Arc, time::Duration};

use fingertip_platform_client::PlatformError;
use fingertip_records::{ProfileName, RecordsError};
use fingertip_runtime::{Backend, RuntimeError};
use fingertip_secrets::{SecretError, SecretStore};
use fingertip_standard::{Fault, FaultClass};
use jiff::Timestamp;
use url::Url;

/// All that the app needs from outside.
pub struct CoreOptions {
    /// The folder for everything that is kept.
    pub data: PathBuf,
    /// Whose records.
    pub profile: ProfileName,
    /// Where the national platform is.
    pub platform_url: String,
    /// The TUF root that this shell was built with.
    pub root: Vec<u8>,
    /// The PIN that the person has given, where their key is behind one.
    pub pin: Option<String>,
    /// How mini-apps are run.
    pub backend: Backend,
    /// Where secrets are kept.
    pub secrets: Arc<dyn SecretStore>,
    /// How often what is under way is looked at.
    pub poll: Duration,
    /// The clock.
    pub now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    /// The sentence encoder's file (`cargo xtask model`); none where services are found by words alone.
    pub meaning: Option<PathBuf>,
    /// The language that somebody meets who has chosen none yet, where the device says which; else the shell's first.
    pub first_language: Option<String>,
    /// The folder in which people look for what they saved.
    pub downloads: PathBuf,
    /// Opens a page in the system's browser: the provider's, or one that the person agreed to go to.
    pub open_browser: Arc<dyn Fn(&Url) + Send + Sync>,
    /// Gives a text to another program that the person chooses, and says whether it was shown to them; none where the system has no such
    /// sheet: there the shell lets them copy it.
    pub share: Option<Arc<dyn Fn(String) -> bool + Send + Sync>>,
}

/// Why the app cannot start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CoreError {
    /// The key store failed.
    #[error("the key store failed")]
    Secrets(#[from] SecretError),
    /// The records cannot be opened.
    #[error("the records cannot be opened")]
    Records(#[from] RecordsError),
    /// The engine cannot be set up.
    #[error("the engine cannot be set up")]
    Engine(#[from] RuntimeError),
    /// There is no HTTP client.
    #[error("there is no HTTP client")]
    Platform(#[from] PlatformError),
    /// There is no thread for it.
    #[error("there is no thread")]
    Thread(#[from] std::io::Error),
}

impl Fault for CoreError {
    fn class(&self) -> FaultClass {
        FaultClass::Device
    }
    fn message_id(&self) -> &'static str {
        match self {
            Self::Secrets(SecretError::Missing) => "fault-key-missing",
            Self::Secrets(_) => "fault-key-store",
            Self::Records(error) => error.message_id(),
            Self::Engine(error) => error.message_id(),
            Self::Platform(_) | Self::Thread(_) => "fault-start",
        }
    }
}
