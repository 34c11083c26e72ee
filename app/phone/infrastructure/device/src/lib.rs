//! What the system of a device does for the app: its voice, its sheet for giving things on, its size of text, its network.
//!
//! It promises that what a system has not is said ([`DeviceError::Unavailable`], with the reason) and never pretended, and that no call
//! ends the app. It decides nothing and keeps nothing; all unsafe code of phones is here. Start reading at [`Platform`], then [`here`]; what the
//! app's memory leaves behind is [`WipingAllocator`]'s affair.

#[cfg(target_os = "android")]
mod android;
mod android_methods;
#[cfg(target_os = "ios")]
mod apple;
#[cfg(not(any(target_os = "android", target_os = "ios")))]
mod desktop;
mod recorded;
mod wiping;

use std::{path::PathBuf, sync::Arc};

use url::Url;

pub use android_methods::{METHODS, Method};
pub use recorded::{Did, Recorded};
pub use wiping::WipingAllocator;

/// Why the system did not do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DeviceError {
    /// It cannot, here: why, for who reads a log.
    #[error("this system has none: {reason}")]
    Unavailable {
        /// Why.
        reason: &'static str,
    },
    /// It can, and has none for the language.
    #[error("the system has no voice for the language")]
    NoVoice,
    /// It was asked and refused.
    #[error("the system refused: {call}")]
    Refused {
        /// What it was asked for.
        call: &'static str,
    },
}

/// What can be read aloud in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// The languages of voices that can say it, BCP 47, the best first.
    pub languages: Vec<String>,
    /// What is said.
    pub text: String,
}

/// Reads aloud. Desktops' web views and Apple's read themselves; Android's has no voice.
pub trait Voice {
    /// Begins to read `lines`, and ends what was read before. May take seconds at the first time: the voice is a program of its own.
    ///
    /// # Errors
    /// [`DeviceError::NoVoice`] where most of it could not be said.
    fn speak(&self, lines: &[Spoken]) -> Result<(), DeviceError>;
    /// Whether something is being read.
    fn is_speaking(&self) -> bool;
    /// Ends it at once.
    fn silence(&self);
}

/// What the person gives on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shared {
    /// A text.
    Text(String),
    /// A file below [`Places::shared`].
    File {
        /// Where it is.
        path: PathBuf,
        /// What it is.
        media_type: String,
    },
}

/// The system's sheet on which the person chooses whom something is given to.
pub trait Share {
    /// Whether the system has one.
    fn can_share(&self) -> bool;
    /// Shows it.
    ///
    /// # Errors
    /// Where there is no such sheet, or nobody to give it to.
    fn share(&self, what: &Shared) -> Result<(), DeviceError>;
}

/// How the person has set the system up to see and hear.
pub trait Senses {
    /// How much larger text is than the system's own, 1 for as large.
    ///
    /// # Errors
    /// Where the web view enlarges text itself.
    fn text_scale(&self) -> Result<f32, DeviceError>;
    /// Whether a screen reader is in use.
    ///
    /// # Errors
    /// Where the system does not say so.
    fn has_reader(&self) -> Result<bool, DeviceError>;
    /// Has a screen reader say what stands nowhere on the screen.
    ///
    /// # Errors
    /// Where live regions of the page are the only way.
    fn announce(&self, text: &str) -> Result<(), DeviceError>;
    /// The languages that the person wants, BCP 47, the first one most.
    fn languages(&self) -> Vec<String>;
}

/// From which enlargement on somebody is offered the seniors' display first: Android's largest step but one of the five that every version
/// has, and Apple's first beyond the ordinary sizes.
pub const LARGE: f32 = 1.3;

/// Whether somebody has set the system up as seniors do.
pub fn is_like_seniors(senses: &(impl Senses + ?Sized)) -> bool {
    senses.text_scale().is_ok_and(|scale| scale >= LARGE)
}

/// What the screen may show to others.
pub trait Screen {
    /// Keeps pictures of the screen, the list of recent apps and other screens from what is shown, until it is called with `false`.
    ///
    /// # Errors
    /// Where the system keeps nobody from it.
    fn secure(&self, is_secure: bool) -> Result<(), DeviceError>;
}

/// What the hand feels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tap {
    /// Something was touched.
    Touched,
    /// Something was done.
    Done,
    /// Something was not taken.
    NotTaken,
}

/// Touches the hand.
pub trait Touch {
    /// Does it; not for people who have turned that off.
    ///
    /// # Errors
    /// Where the device has nothing to do it with.
    fn tap(&self, tap: Tap) -> Result<(), DeviceError>;
}

/// Opens pages outside the app.
pub trait Browser {
    /// Opens `url` in the browser that the person has chosen.
    ///
    /// # Errors
    /// Where there is none, or it did not begin.
    fn open(&self, url: &Url) -> Result<(), DeviceError>;
}

/// The network at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Network {
    /// There is none.
    None,
    /// There is one that costs nothing more.
    Free,
    /// There is one that is paid by the byte, or whose allowance is limited.
    Metered,
}

/// What the system knows of the network.
pub trait Networks {
    /// The network now.
    ///
    /// # Errors
    /// Where the system is not asked: requests find out.
    fn network(&self) -> Result<Network, DeviceError>;
}

/// A day or an hour that the person wants to be reminded of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// What it is.
    pub title: String,
    /// When it begins, in milliseconds since 1970 UTC.
    pub begins_ms: i64,
    /// When it ends, the same.
    pub ends_ms: i64,
    /// Whether it is whole days; Android takes their beginning and end in UTC.
    pub is_all_day: bool,
}

/// The person's own calendar.
pub trait Calendar {
    /// Shows `reminder` in the calendar, where the person keeps it or not.
    ///
    /// # Errors
    /// Where no calendar takes it from here: it is saved as a file (RFC 5545).
    fn remind(&self, reminder: &Reminder) -> Result<(), DeviceError>;
}

/// Where things are kept.
pub trait Places {
    /// The app's own folder, which no other app reads and no backup of the system's takes along.
    ///
    /// # Errors
    /// Where the system has none for it.
    fn data(&self) -> Result<PathBuf, DeviceError>;
    /// The folder of what was saved, from where it can be given on and where nobody else looks.
    ///
    /// # Errors
    /// Where people look into folders themselves.
    fn shared(&self) -> Result<PathBuf, DeviceError>;
}

/// Links that open the app.
pub trait Links {
    /// Calls `arrived` for the link that the app was started with and for each that comes later, once each.
    ///
    /// # Errors
    /// Where links come another way: in the command line, or as an event of the window.
    fn watch_links(&self, arrived: Box<dyn Fn(String) + Send + Sync>) -> Result<(), DeviceError>;
}

/// All of it.
pub trait Platform:
    Voice + Share + Senses + Screen + Touch + Browser + Networks + Calendar + Places + Links + Send + Sync
{
}

impl<P> Platform for P where
    P: Voice + Share + Senses + Screen + Touch + Browser + Networks + Calendar + Places + Links + Send + Sync
{
}

/// The device that this runs on. On Android, once the activity has begun the program.
///
/// # Errors
/// [`DeviceError::Refused`] where Android's activity is not to be had.
pub fn here() -> Result<Arc<dyn Platform>, DeviceError> {
    #[cfg(target_os = "android")]
    let platform = android::Android::new()?;
    #[cfg(target_os = "ios")]
    let platform = apple::Apple;
    #[cfg(not(any(target_os = "android", target_os = "ios")))]
    let platform = desktop::Desktop;
    Ok(Arc::new(platform))
}

/// What a system answers that cannot do it, and why.
#[cfg(not(target_os = "android"))]
const fn none<T>(reason: &'static str) -> Result<T, DeviceError> {
    Err(DeviceError::Unavailable { reason })
}

/// Opens a page in the system's browser: on every system the same crate's work.
fn open_page(url: &Url) -> Result<(), DeviceError> {
    webbrowser::open(url.as_str())
        .map_err(|_| DeviceError::Refused { call: "a page in the system's browser" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_has_set_large_text_is_met_as_a_senior() {
        let recorded = Recorded::default();
        for (scale, is_like) in
            [(None, false), (Some(1.0), false), (Some(1.29), false), (Some(1.3), true), (Some(2.0), true)]
        {
            recorded.set_text_scale(scale);
            assert_eq!(is_like_seniors(&recorded), is_like, "{scale:?}");
        }
    }

    #[test]
    fn what_a_desktop_has_not_it_says() {
        let device = here().expect("a desktop is always there");
        let shared = Shared::Text("text".into());
        for outcome in [device.speak(&[]), device.share(&shared), device.secure(true), device.tap(Tap::Done)]
        {
            assert!(
                matches!(outcome, Err(DeviceError::Unavailable { reason }) if !reason.is_empty()),
                "{outcome:?}"
            );
        }
        assert!(!device.is_speaking());
        device.silence();
    }
}
