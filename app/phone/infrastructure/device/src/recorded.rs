//! A device for tests: it does nothing, and remembers what it was asked for.

use std::{
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use url::Url;

use crate::{
    Browser, Calendar, DeviceError, Links, Network, Networks, Places, Reminder, Screen, Senses, Share,
    Shared, Spoken, Tap, Touch, Voice,
};

/// What a device was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Did {
    /// To read.
    Spoke(Vec<Spoken>),
    /// To be silent.
    Silenced,
    /// To give something on.
    Shared(Shared),
    /// To say something.
    Announced(String),
    /// To keep the screen from pictures, or no longer.
    Secured(bool),
    /// To touch the hand.
    Tapped(Tap),
    /// To open a page.
    Opened(Url),
    /// To remind.
    Reminded(Reminder),
}

type Arrived = Box<dyn Fn(String) + Send + Sync>;

#[derive(Default)]
struct Inside {
    did: Vec<Did>,
    is_speaking: bool,
    text_scale: Option<f32>,
    languages: Vec<String>,
    folder: Option<PathBuf>,
    arrived: Option<Arrived>,
}

/// A device that remembers.
#[derive(Default)]
pub struct Recorded(Mutex<Inside>);

impl Recorded {
    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, did: Did) {
        self.inside().did.push(did);
    }

    /// What it was asked for, in order; forgets it.
    #[must_use]
    pub fn take(&self) -> Vec<Did> {
        std::mem::take(&mut self.inside().did)
    }

    /// How large the system's text is; none where the web view follows it.
    pub fn set_text_scale(&self, scale: Option<f32>) {
        self.inside().text_scale = scale;
    }

    /// What the person wants to read.
    pub fn set_languages(&self, languages: &[&str]) {
        self.inside().languages = languages.iter().map(|language| (*language).to_owned()).collect();
    }

    /// Where the app keeps what it has, as on a phone.
    pub fn set_folder(&self, folder: &Path) {
        self.inside().folder = Some(folder.to_owned());
    }

    fn folder(&self, name: &str) -> Result<PathBuf, DeviceError> {
        let none = DeviceError::Unavailable { reason: "a test has folders of its own" };
        self.inside().folder.as_ref().map(|folder| folder.join(name)).ok_or(none)
    }

    /// A link comes.
    pub fn arrive(&self, link: &str) {
        if let Some(arrived) = &self.inside().arrived {
            arrived(link.to_owned());
        }
    }

    /// What was read has ended.
    pub fn end_speech(&self) {
        self.inside().is_speaking = false;
    }
}

impl Voice for Recorded {
    fn speak(&self, lines: &[Spoken]) -> Result<(), DeviceError> {
        self.inside().is_speaking = true;
        self.note(Did::Spoke(lines.to_vec()));
        Ok(())
    }
    fn is_speaking(&self) -> bool {
        self.inside().is_speaking
    }
    fn silence(&self) {
        self.end_speech();
        self.note(Did::Silenced);
    }
}

impl Share for Recorded {
    fn can_share(&self) -> bool {
        true
    }
    fn share(&self, what: &Shared) -> Result<(), DeviceError> {
        self.note(Did::Shared(what.clone()));
        Ok(())
    }
}

impl Senses for Recorded {
    fn text_scale(&self) -> Result<f32, DeviceError> {
        self.inside().text_scale.ok_or(DeviceError::Unavailable { reason: "the test has set none" })
    }
    fn has_reader(&self) -> Result<bool, DeviceError> {
        Ok(false)
    }
    fn announce(&self, text: &str) -> Result<(), DeviceError> {
        self.note(Did::Announced(text.to_owned()));
        Ok(())
    }
    fn languages(&self) -> Vec<String> {
        self.inside().languages.clone()
    }
}

impl Screen for Recorded {
    fn secure(&self, is_secure: bool) -> Result<(), DeviceError> {
        self.note(Did::Secured(is_secure));
        Ok(())
    }
}

impl Touch for Recorded {
    fn tap(&self, tap: Tap) -> Result<(), DeviceError> {
        self.note(Did::Tapped(tap));
        Ok(())
    }
}

impl Browser for Recorded {
    fn open(&self, url: &Url) -> Result<(), DeviceError> {
        self.note(Did::Opened(url.clone()));
        Ok(())
    }
}

impl Networks for Recorded {
    fn network(&self) -> Result<Network, DeviceError> {
        Ok(Network::Free)
    }
}

impl Calendar for Recorded {
    fn remind(&self, reminder: &Reminder) -> Result<(), DeviceError> {
        self.note(Did::Reminded(reminder.clone()));
        Ok(())
    }
}

impl Places for Recorded {
    fn data(&self) -> Result<PathBuf, DeviceError> {
        self.folder("data")
    }
    fn shared(&self) -> Result<PathBuf, DeviceError> {
        self.folder("saved")
    }
}

impl Links for Recorded {
    fn watch_links(&self, arrived: Arrived) -> Result<(), DeviceError> {
        self.inside().arrived = Some(arrived);
        Ok(())
    }
}
