//! A desktop: its web view does most of it by itself.

use std::path::PathBuf;

use url::Url;

use crate::{
    Browser, Calendar, DeviceError, Links, Network, Networks, Places, Reminder, Screen, Senses, Share,
    Shared, Spoken, Tap, Touch, Voice, none, open_page,
};

/// Linux, macOS or Windows.
pub(crate) struct Desktop;

impl Voice for Desktop {
    fn speak(&self, _: &[Spoken]) -> Result<(), DeviceError> {
        none("the web view reads aloud itself (Web Speech API)")
    }
    fn is_speaking(&self) -> bool {
        false
    }
    fn silence(&self) {}
}

impl Share for Desktop {
    fn can_share(&self) -> bool {
        false
    }
    fn share(&self, _: &Shared) -> Result<(), DeviceError> {
        none("what is given on is saved as a file or copied")
    }
}

impl Senses for Desktop {
    fn text_scale(&self) -> Result<f32, DeviceError> {
        none("the web view enlarges text as the system has it")
    }
    fn has_reader(&self) -> Result<bool, DeviceError> {
        none("no page needs to know")
    }
    fn announce(&self, _: &str) -> Result<(), DeviceError> {
        none("live regions of the page say it")
    }
    fn languages(&self) -> Vec<String> {
        sys_locale::get_locales().collect()
    }
}

impl Screen for Desktop {
    fn secure(&self, _: bool) -> Result<(), DeviceError> {
        none("whoever sits at a desktop may take pictures of it")
    }
}

impl Touch for Desktop {
    fn tap(&self, _: Tap) -> Result<(), DeviceError> {
        none("a desktop has nothing that the hand feels")
    }
}

impl Browser for Desktop {
    fn open(&self, url: &Url) -> Result<(), DeviceError> {
        open_page(url)
    }
}

impl Networks for Desktop {
    fn network(&self) -> Result<Network, DeviceError> {
        none("requests find out")
    }
}

impl Calendar for Desktop {
    fn remind(&self, _: &Reminder) -> Result<(), DeviceError> {
        none("the day is saved as a file that calendars open")
    }
}

impl Places for Desktop {
    fn data(&self) -> Result<PathBuf, DeviceError> {
        dirs::data_dir()
            .map(|folder| folder.join("fingertip"))
            .ok_or(DeviceError::Refused { call: "a folder of its own" })
    }
    fn shared(&self) -> Result<PathBuf, DeviceError> {
        none("people look into their folders themselves")
    }
}

impl Links for Desktop {
    fn watch_links(&self, _: Box<dyn Fn(String) + Send + Sync>) -> Result<(), DeviceError> {
        none("a link comes in the command line, and a second start hands it on")
    }
}
