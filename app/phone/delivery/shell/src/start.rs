//! From a command line to a running app, however often it takes. Window and tester's page begin alike.

mod instance;
mod problem;

use std::{
    io,
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use clap::Args;
use fingertip_core::{
    Backend, Core, CoreError, CoreOptions, Fallback, FileSecrets, LinksMsg, Msg, Preferences, ProfileName,
    Profiles, SecretError, SecretStore, open_secrets,
};
use fingertip_device::{Platform, Recorded, Shared};
use fingertip_locale::{SHELL_LANGUAGES, negotiate};
use jiff::Timestamp;
use tokio::sync::watch;
use url::Url;

use crate::{nation, on_device::OnDevice, state::Surface};
use instance::{Holder, Turn, take_turn};
pub(crate) use problem::Problem;

/// The app's name in a key store.
const SERVICE: &str = "fingertip";

/// What every entry of the shell is started with.
#[derive(Args, Debug, Clone)]
pub struct Arguments {
    /// A link to a place in a mini-app, opened first, as `fingertip://miniapp/ID/ROUTE?NAME=VALUE`, or one by which something is asked to
    /// be shown, `openid4vp://?...`. An operating system that knows this program as the handler of the schemes gives it here.
    link: Option<String>,
    /// Where the national platform is.
    #[arg(long, required = nation::BUILT_IN.is_none())]
    platform: Option<String>,
    /// The sentence encoder's file, by which services are found that have other words for what is asked; without it they are found by words
    /// alone.
    #[arg(long, value_name = "FILE")]
    meaning: Option<PathBuf>,
    /// The TUF root of its repository, which a released app is built with.
    #[arg(long, required = nation::BUILT_IN.is_none())]
    root: Option<PathBuf>,
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

/// The TUF root of a nation's repository.
#[derive(Debug, Clone)]
enum Root {
    /// In a file.
    File(PathBuf),
    /// In this program.
    BuiltIn(&'static [u8]),
}

/// What an app is started with, whoever says so: a command line, or a phone.
#[derive(Clone)]
pub struct Setup {
    link: Option<String>,
    platform: String,
    root: Root,
    meaning: Option<PathBuf>,
    data: PathBuf,
    /// Where what is saved goes; none for the folder in which people look for it.
    downloads: Option<PathBuf>,
    profile: String,
    backend: Backend,
    has_file_secrets: bool,
    /// What somebody reads who has chosen nothing yet; none for the shell's first language.
    first_language: Option<String>,
    device: Option<Arc<dyn Platform>>,
}

/// The platform and the root that are built in. Without them a command line is asked for both, and a phone says that it is not whole.
fn of_nation() -> (String, Root) {
    let none = || (String::new(), Root::File(PathBuf::new()));
    nation::BUILT_IN.map_or_else(none, |nation| (nation.platform.to_owned(), Root::BuiltIn(nation.root)))
}

impl From<Arguments> for Setup {
    fn from(arguments: Arguments) -> Self {
        let (platform, root) = of_nation();
        Self {
            link: arguments.link,
            platform: arguments.platform.unwrap_or(platform),
            root: arguments.root.map_or(root, Root::File),
            meaning: arguments.meaning,
            data: arguments.data,
            downloads: None,
            profile: arguments.profile,
            backend: if arguments.pulley { Backend::Pulley } else { Backend::here() },
            has_file_secrets: arguments.file_secrets,
            first_language: None,
            device: None,
        }
    }
}

impl Setup {
    /// What a phone is started with: the nation that this build is for, and the rest as the device has it.
    #[must_use]
    pub fn of_phone(device: Arc<dyn Platform>) -> Self {
        let (platform, root) = of_nation();
        Self {
            link: None,
            platform,
            root,
            meaning: None,
            // Where there is none it cannot be used, and the person is told so.
            data: device.data().unwrap_or_default(),
            downloads: device.shared().ok(),
            profile: "main".to_owned(),
            backend: Backend::here(),
            has_file_secrets: false,
            first_language: Some(nearest(&device.languages()).to_owned()),
            device: Some(device),
        }
    }

    /// The same as on a phone whose system has its text `scale` times as large, for tests: such a device does nothing else.
    #[must_use]
    pub fn with_text(self, scale: Option<f32>) -> Self {
        let Some(scale) = scale else { return self };
        let device = Recorded::default();
        device.set_text_scale(Some(scale));
        self.on(Arc::new(device))
    }

    /// The same on a device whose system does things for the shell.
    #[must_use]
    pub fn on(self, device: Arc<dyn Platform>) -> Self {
        Self { device: Some(device), ..self }
    }
}

/// Why the app does not begin.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// The data folder cannot be used.
    #[error("the data folder cannot be used")]
    Folder(#[source] io::Error),
    /// The TUF root cannot be read.
    #[error("{path} cannot be read")]
    Root {
        /// Where it should be.
        path: PathBuf,
        /// Why not.
        #[source]
        source: io::Error,
    },
    /// The app itself.
    #[error(transparent)]
    Core(#[from] CoreError),
}

/// What draws the shell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// A window of its own, on a desktop or a phone.
    Window,
    /// A tester's page in a browser.
    Page,
}

/// What came of a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Begun {
    Running,
    HandedOver,
    Failed,
}

/// Makes the app; the PIN that was given, if one was.
type Make = Box<dyn Fn(Option<String>) -> Result<Core, StartError> + Send + Sync>;

/// An app that begins, or says why not and can be asked again. Every copy is the same start.
#[derive(Clone)]
pub struct Start(Arc<Inner>);

struct Inner {
    screen: Screen,
    device: Option<Arc<dyn Platform>>,
    /// In which folder, and for which profile, there is one app only; none in tests.
    turn: Option<(PathBuf, String)>,
    make: Make,
    state: Mutex<State>,
    /// Counts how often the app was asked to come to the front.
    fronts: watch::Sender<u64>,
}

#[derive(Default)]
struct State {
    // The order of the fields is that in which they end: the app writes its last before another may begin.
    core: Option<Core>,
    holder: Option<Holder>,
    problem: Option<Problem>,
    /// Links that came before the app was there.
    links: Vec<String>,
    /// The PIN that was given for the next try.
    pin: Option<String>,
    /// The language of the person who closed the app: its page speaks it.
    language: Option<String>,
}

/// Begins: the app runs, or the start knows why it does not; nothing where an app of this profile runs already, which then has
/// the link and comes to the front. `open_browser` opens a page in the system's browser.
#[must_use]
pub fn start(
    setup: impl Into<Setup>,
    screen: Screen,
    open_browser: impl Fn(&Url) + Send + Sync + 'static,
) -> Option<Start> {
    let setup = setup.into();
    let (link, device) = (setup.link.clone(), setup.device.clone());
    let turn = Some((setup.data.clone(), setup.profile.clone()));
    let open_browser: Arc<dyn Fn(&Url) + Send + Sync> = Arc::new(open_browser);
    let start = Start::on(device, screen, turn, move |pin| open(&setup, pin, open_browser.clone()));
    start.state().links.extend(link);
    (start.begin() != Begun::HandedOver).then_some(start)
}

fn open(
    setup: &Setup,
    pin: Option<String>,
    open_browser: Arc<dyn Fn(&Url) + Send + Sync>,
) -> Result<Core, StartError> {
    let data = &setup.data;
    std::fs::create_dir_all(data).map_err(StartError::Folder)?;
    let profile = ProfileName::new(&setup.profile).map_err(CoreError::from)?;
    let of_people = || dirs::download_dir().or_else(dirs::home_dir).unwrap_or_else(|| data.clone());
    let downloads = setup.downloads.clone().unwrap_or_else(of_people);
    let root = match &setup.root {
        Root::BuiltIn(root) => root.to_vec(),
        Root::File(path) => {
            std::fs::read(path).map_err(|source| StartError::Root { path: path.clone(), source })?
        }
    };
    let sharing = setup.device.clone().filter(|device| device.can_share());
    let share = sharing.map(|device| -> Arc<dyn Fn(String) -> bool + Send + Sync> {
        Arc::new(move |text| {
            let shown = device.share(&Shared::Text(text));
            shown.inspect_err(|error| tracing::warn!(%error, "a text is not given on")).is_ok()
        })
    });
    let secrets = open_key_store(setup).map_err(CoreError::from)?;
    Ok(Core::start(CoreOptions {
        meaning: setup.meaning.clone(),
        data: data.clone(),
        downloads,
        profile,
        platform_url: setup.platform.clone(),
        root,
        pin,
        backend: setup.backend,
        first_language: setup.first_language.clone(),
        secrets,
        poll: Duration::from_secs(2),
        now: Arc::new(Timestamp::now),
        open_browser,
        share,
    })?)
}

/// The keys of what is kept here. Where something is, no other store takes the place of the one that has its keys: it would
/// open nothing, and stay.
fn open_key_store(setup: &Setup) -> Result<Arc<dyn SecretStore>, SecretError> {
    let folder = setup.data.join("secrets");
    let profiles = Profiles::new(&setup.data);
    // Names that cannot be listed are told when the records are opened.
    let names = profiles.names().unwrap_or_default();
    let has_records = names.iter().any(|name| profiles.has_records(name));
    match (setup.has_file_secrets, has_records) {
        (true, true) if !folder.exists() => Err(SecretError::Missing),
        (true, _) => Ok(Arc::new(FileSecrets::open(&folder)?)),
        (false, true) => open_secrets(SERVICE, &folder, Fallback::Refused),
        (false, false) => open_secrets(SERVICE, &folder, Fallback::Allowed),
    }
}

impl Start {
    #[cfg(test)]
    fn new(
        screen: Screen,
        turn: Option<(PathBuf, String)>,
        make: impl Fn(Option<String>) -> Result<Core, StartError> + Send + Sync + 'static,
    ) -> Self {
        Self::on(None, screen, turn, make)
    }

    fn on(
        device: Option<Arc<dyn Platform>>,
        screen: Screen,
        turn: Option<(PathBuf, String)>,
        make: impl Fn(Option<String>) -> Result<Core, StartError> + Send + Sync + 'static,
    ) -> Self {
        let (state, fronts) = (Mutex::default(), watch::Sender::new(0));
        Self(Arc::new(Inner { screen, device, turn, make: Box::new(make), state, fronts }))
    }

    /// The device whose system does things for the shell.
    pub(crate) fn device(&self) -> Option<OnDevice> {
        self.0.device.clone().map(OnDevice)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A panic while the app was made leaves none, and the next try makes one.
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tries to begin; an app that runs goes on.
    fn begin(&self) -> Begun {
        let mut state = self.state();
        if state.core.is_some() {
            return Begun::Running;
        }
        match self.try_begin(&mut state) {
            Ok(begun) => begun,
            Err(error) => {
                // Without what is behind it: a parser quotes what is kept.
                tracing::error!(%error, "the app does not begin");
                Begun::Failed
            }
        }
    }

    fn try_begin(&self, state: &mut State) -> Result<Begun, StartError> {
        let outcome = self.try_open(state);
        state.problem = outcome.as_ref().err().map(Problem::of);
        outcome
    }

    fn try_open(&self, state: &mut State) -> Result<Begun, StartError> {
        if let (Some((folder, name)), None) = (&self.0.turn, &state.holder) {
            let start = Arc::downgrade(&self.0);
            let arrived = move |link| {
                if let Some(inner) = start.upgrade() {
                    Self(inner).follow(link);
                }
            };
            match take_turn(folder, name, state.links.first().map(String::as_str), arrived) {
                Ok(Turn::Own(holder)) => state.holder = Some(holder),
                Ok(Turn::Others) => return Ok(Begun::HandedOver),
                Err(error) => return Err(StartError::Folder(error)),
            }
        }
        let core = (self.0.make)(state.pin.take())?;
        for link in state.links.drain(..) {
            core.send(LinksMsg::FollowedLink(link));
        }
        state.core = Some(core);
        Ok(Begun::Running)
    }

    /// Begins again; the surface of the app if it runs now.
    pub(crate) fn try_again(&self) -> Option<Surface> {
        match self.begin() {
            Begun::Running | Begun::Failed => {}
            // Somebody started the app elsewhere while this page was looked at.
            Begun::HandedOver => self.state().problem = Some(Problem::Busy),
        }
        self.surface()
    }

    /// Begins again with the PIN that the person has given.
    pub(crate) fn unlock(&self, pin: String) -> Option<Surface> {
        self.state().pin = Some(pin);
        self.try_again()
    }

    /// The app has closed until its person gives a PIN. Waits until everything is written.
    pub(crate) fn close(&self) {
        let mut state = self.state();
        state.language = state.core.as_ref().map(|core| core.model().preferences.language.clone());
        state.core = None;
        state.problem = Some(Problem::Locked(None));
    }

    /// The shell's language of a page that stands in the app's place.
    pub(crate) fn language(&self) -> &'static str {
        let last = self.state().language.clone();
        let is_last = |tag: &&&'static str| last.as_deref() == Some(**tag);
        SHELL_LANGUAGES.iter().find(is_last).copied().unwrap_or_else(|| self.of_device())
    }

    /// The shell's language that is nearest to the device's.
    fn of_device(&self) -> &'static str {
        let Some(device) = &self.0.device else { return device_language() };
        nearest(&device.languages())
    }

    /// The surface of the app, if it runs.
    pub(crate) fn surface(&self) -> Option<Surface> {
        self.state().core.as_ref().map(|core| Surface::of(core, self.0.screen == Screen::Page))
    }

    /// Why it does not run.
    pub(crate) fn problem(&self) -> Problem {
        self.state().problem.unwrap_or(Problem::Busy)
    }

    /// How it is drawn.
    pub(crate) fn screen(&self) -> Screen {
        self.0.screen
    }

    /// Somebody started the app once more: what they wanted is opened, as soon as the app is there, and it comes to the front.
    pub fn follow(&self, link: Option<String>) {
        let mut state = self.state();
        match (&state.core, link) {
            (Some(core), Some(link)) => core.send(LinksMsg::FollowedLink(link)),
            (None, Some(link)) => state.links.push(link),
            (_, None) => {}
        }
        self.0.fronts.send_modify(|count| *count += 1);
    }

    /// Each wish to come to the front.
    pub(crate) fn fronts(&self) -> watch::Receiver<u64> {
        self.0.fronts.subscribe()
    }

    /// Says what happened, if the app runs.
    pub fn send(&self, msg: impl Into<Msg>) {
        if let Some(core) = &self.state().core {
            core.send(msg);
        }
    }

    /// What the person chose; while that is not known, the device's language.
    #[must_use]
    pub fn preferences(&self) -> Preferences {
        match &self.state().core {
            Some(core) => (*core.model().preferences).clone(),
            None => Preferences { language: self.of_device().to_owned(), ..Preferences::default() },
        }
    }

    /// Ends the app: everything is written when it returns.
    pub fn end(&self) {
        let ended = std::mem::take(&mut *self.state());
        drop(ended);
    }
}

/// The shell's language that is nearest to the device's.
pub(crate) fn device_language() -> &'static str {
    nearest(&sys_locale::get_locales().collect::<Vec<_>>())
}

/// The shell's language that is nearest to what somebody wants to read.
fn nearest(wished: &[String]) -> &'static str {
    let wished: Vec<&str> = wished.iter().map(String::as_str).collect();
    negotiate(&wished, &SHELL_LANGUAGES)
}

#[cfg(test)]
mod tests;
