//! iOS and iPadOS, through UIKit and AVFAudio. All of it happens on the main thread, whoever asks.
#![expect(unsafe_code, reason = "some of Apple's calls are not marked as safe")]

use std::{cell::OnceCell, path::PathBuf};

use dispatch2::run_on_main;
use objc2::{MainThreadMarker, MainThreadOnly, rc::Retained, runtime::AnyObject};
use objc2_avf_audio::{AVSpeechBoundary, AVSpeechSynthesisVoice, AVSpeechSynthesizer, AVSpeechUtterance};
use objc2_foundation::{NSArray, NSNumber, NSString, NSURL, NSURLIsExcludedFromBackupKey};
use objc2_ui_kit::{
    UIAccessibilityAnnouncementNotification, UIAccessibilityIsVoiceOverRunning,
    UIAccessibilityPostNotification, UIActivityViewController, UIApplication, UIFontMetrics,
    UINotificationFeedbackGenerator, UINotificationFeedbackType, UISelectionFeedbackGenerator,
    UIViewController,
};
use url::Url;

use crate::{
    Browser, Calendar, DeviceError, Links, Network, Networks, Places, Reminder, Screen, Senses, Share,
    Shared, Spoken, Tap, Touch, Voice, none, open_page,
};

/// iOS or iPadOS.
pub(crate) struct Apple;

thread_local! {
    /// The main thread's: an utterance ends with its synthesizer.
    static SYNTHESIZER: OnceCell<Retained<AVSpeechSynthesizer>> = const { OnceCell::new() };
}

/// Does `work` with the synthesizer, on the main thread.
fn with_synthesizer<T: Send>(work: impl FnOnce(&AVSpeechSynthesizer) -> T + Send) -> T {
    run_on_main(|_| {
        SYNTHESIZER.with(|own| {
            // SAFETY: no argument; it is made and used on this one thread.
            work(own.get_or_init(|| unsafe { AVSpeechSynthesizer::new() }))
        })
    })
}

/// The first voice that can say a line.
fn voice(line: &Spoken) -> Option<Retained<AVSpeechSynthesisVoice>> {
    line.languages.iter().find_map(|language| {
        let language = NSString::from_str(language);
        // SAFETY: the language is a string; one that nobody has a voice for gives none.
        unsafe { AVSpeechSynthesisVoice::voiceWithLanguage(Some(&language)) }
    })
}

impl Voice for Apple {
    fn speak(&self, lines: &[Spoken]) -> Result<(), DeviceError> {
        with_synthesizer(|synthesizer| {
            let said: Vec<_> = lines.iter().filter_map(|line| Some((line, voice(line)?))).collect();
            if said.len() * 2 < lines.len() || lines.is_empty() {
                return Err(DeviceError::NoVoice);
            }
            // SAFETY: objects of the classes that the calls name, on the thread that the synthesizer is used on.
            unsafe {
                synthesizer.stopSpeakingAtBoundary(AVSpeechBoundary::Immediate);
                for (line, voice) in said {
                    let utterance =
                        AVSpeechUtterance::speechUtteranceWithString(&NSString::from_str(&line.text));
                    utterance.setVoice(Some(&voice));
                    synthesizer.speakUtterance(&utterance);
                }
            }
            Ok(())
        })
    }
    fn is_speaking(&self) -> bool {
        // SAFETY: a property without arguments.
        with_synthesizer(|synthesizer| unsafe { synthesizer.isSpeaking() })
    }
    fn silence(&self) {
        // SAFETY: one of the two boundaries.
        with_synthesizer(|synthesizer| unsafe {
            synthesizer.stopSpeakingAtBoundary(AVSpeechBoundary::Immediate)
        });
    }
}

/// What is shown above all else.
fn topmost(main: MainThreadMarker) -> Option<Retained<UIViewController>> {
    #[expect(deprecated, reason = "the app has one scene, and tao makes its window without one")]
    let window = UIApplication::sharedApplication(main).keyWindow()?;
    let mut top = window.rootViewController()?;
    while let Some(above) = top.presentedViewController() {
        top = above;
    }
    Some(top)
}

impl Share for Apple {
    fn can_share(&self) -> bool {
        true
    }
    fn share(&self, what: &Shared) -> Result<(), DeviceError> {
        let refused = DeviceError::Refused { call: "the sheet for giving on" };
        run_on_main(|main| {
            let item: Retained<AnyObject> = match what {
                Shared::Text(text) => NSString::from_str(text).into(),
                Shared::File { path, .. } => {
                    NSURL::fileURLWithPath(&NSString::from_str(&path.to_string_lossy())).into()
                }
            };
            let items = NSArray::from_retained_slice(&[item]);
            let top = topmost(main).ok_or(refused)?;
            // SAFETY: the items are a string or a file's address, both of which the sheet takes; no activities of our own.
            let sheet = unsafe {
                UIActivityViewController::initWithActivityItems_applicationActivities(
                    UIActivityViewController::alloc(main),
                    &items,
                    None,
                )
            };
            // An iPad shows it at a place, and ends an app that names none.
            if let Some(place) = sheet.popoverPresentationController() {
                place.setSourceView(top.view().as_deref());
            }
            top.presentViewController_animated_completion(&sheet, true, None);
            Ok(())
        })
    }
}

impl Senses for Apple {
    fn text_scale(&self) -> Result<f32, DeviceError> {
        // A hundred points, so that its rounding is a hundredth.
        let scaled = run_on_main(|_| UIFontMetrics::defaultMetrics().scaledValueForValue(100.0));
        #[expect(clippy::cast_possible_truncation, reason = "a factor below ten")]
        let scale = (scaled / 100.0) as f32;
        Ok(scale)
    }
    fn has_reader(&self) -> Result<bool, DeviceError> {
        Ok(run_on_main(|_| UIAccessibilityIsVoiceOverRunning()))
    }
    fn announce(&self, text: &str) -> Result<(), DeviceError> {
        run_on_main(|_| {
            let text = NSString::from_str(text);
            // SAFETY: an announcement takes a string.
            unsafe { UIAccessibilityPostNotification(UIAccessibilityAnnouncementNotification, Some(&text)) };
        });
        Ok(())
    }
    fn languages(&self) -> Vec<String> {
        sys_locale::get_locales().collect()
    }
}

impl Screen for Apple {
    fn secure(&self, _: bool) -> Result<(), DeviceError> {
        none("iOS keeps no screen from pictures of it")
    }
}

impl Touch for Apple {
    fn tap(&self, tap: Tap) -> Result<(), DeviceError> {
        run_on_main(|main| match tap {
            Tap::Touched => UISelectionFeedbackGenerator::new(main).selectionChanged(),
            Tap::Done => UINotificationFeedbackGenerator::new(main)
                .notificationOccurred(UINotificationFeedbackType::Success),
            Tap::NotTaken => UINotificationFeedbackGenerator::new(main)
                .notificationOccurred(UINotificationFeedbackType::Error),
        });
        Ok(())
    }
}

impl Browser for Apple {
    fn open(&self, url: &Url) -> Result<(), DeviceError> {
        open_page(url)
    }
}

impl Networks for Apple {
    fn network(&self) -> Result<Network, DeviceError> {
        none("Network.framework tells it to who watches, and nobody does")
    }
}

impl Calendar for Apple {
    fn remind(&self, _: &Reminder) -> Result<(), DeviceError> {
        none("EventKit's sheet is not built; the day's file can be given on")
    }
}

/// Keeps a folder out of the system's backups. The key of what is in it never leaves the device, so a backup would bring back what nobody
/// can read.
fn leave_out_of_backups(folder: &std::path::Path) -> Result<(), DeviceError> {
    let refused = DeviceError::Refused { call: "a folder that is not backed up" };
    std::fs::create_dir_all(folder).map_err(|_| refused)?;
    let url = NSURL::fileURLWithPath(&NSString::from_str(&folder.to_string_lossy()));
    // SAFETY: the key takes a number that is a truth.
    unsafe {
        url.setResourceValue_forKey_error(Some(&NSNumber::new_bool(true)), NSURLIsExcludedFromBackupKey)
    }
    .map_err(|_| refused)
}

impl Places for Apple {
    fn data(&self) -> Result<PathBuf, DeviceError> {
        let folder =
            dirs::data_dir().ok_or(DeviceError::Refused { call: "a folder of its own" })?.join("fingertip");
        leave_out_of_backups(&folder)?;
        Ok(folder)
    }
    fn shared(&self) -> Result<PathBuf, DeviceError> {
        let folder = self.data()?.join("saved");
        std::fs::create_dir_all(&folder)
            .map_err(|_| DeviceError::Refused { call: "a folder for what is saved" })?;
        Ok(folder)
    }
}

impl Links for Apple {
    fn watch_links(&self, _: Box<dyn Fn(String) + Send + Sync>) -> Result<(), DeviceError> {
        none("a link comes as an event of the window")
    }
}
