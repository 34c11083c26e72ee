//! What the shell has the device's system do.

use std::{path::PathBuf, rc::Rc, sync::Arc, time::Duration};

use dioxus::prelude::*;
use fingertip_device::{DeviceError, Platform, Shared, Spoken};
use fingertip_standard::events::Display;
use fingertip_ui::{
    Reading,
    components::{Button, Status},
    read_screen, screen_lines, stop_reading,
};

use crate::{route::Route, state::use_words};

/// The device that the shell runs on; none where it runs for a browser elsewhere.
#[derive(Clone)]
pub(crate) struct OnDevice(pub(crate) Arc<dyn Platform>);

/// The device, if there is one.
pub(crate) fn use_on_device() -> Option<OnDevice> {
    use_hook(|| Rc::new(try_consume_context::<OnDevice>())).as_ref().clone()
}

/// Says when the system's settings may have changed: the activity says so on Android, and nobody changes them but away from the app.
const CHANGED: &str = "
const say = () => { if (!document.hidden) dioxus.send(true); };
addEventListener('fingertip-device', say);
document.addEventListener('visibilitychange', say);
await new Promise(() => {});
";

/// The text sizes that the displays have by themselves (`assets/tokens`).
fn own_scale(display: Display) -> f64 {
    if display == Display::Seniors { 1.25 } else { 1.0 }
}

/// How much text is enlarged: as the person chose here, else as much as the system has it where that is more than the display's own; none
/// for the display's own.
pub(crate) fn text_scale(chosen: Option<u16>, display: Display, system: Option<f32>) -> Option<f64> {
    let of_system = system.map(f64::from).filter(|scale| scale.is_finite() && *scale > own_scale(display));
    chosen.map(|percent| f64::from(percent) / 100.0).or(of_system)
}

/// How much larger the system's text is, followed while the app runs; none where the web view follows it.
pub(crate) fn use_system_text_scale() -> Option<f32> {
    let device = use_on_device();
    let asked = device.clone();
    let mut scale = use_signal(move || asked.as_ref().and_then(|device| device.0.text_scale().ok()));
    use_future(move || {
        let device = device.clone();
        async move {
            let Some(device) = device else { return };
            let mut changed = document::eval(CHANGED);
            while changed.recv::<bool>().await.is_ok() {
                let now = device.0.text_scale().ok();
                if *scale.peek() != now {
                    scale.set(now);
                }
            }
        }
    });
    scale()
}

/// Whether what a screen shows is for nobody's pictures: documents, their codes, and what opens or saves everything.
pub(crate) fn is_secret(route: &Route) -> bool {
    matches!(
        route,
        Route::Document { .. }
            | Route::DocumentCode { .. }
            | Route::SecuritySettings {}
            | Route::StorageSettings {}
    )
}

/// Keeps pictures of the screen from what `route` shows, where the system does.
pub(crate) fn use_secret_screens(route: &Route) {
    let device = use_on_device();
    let is_secret = is_secret(route);
    use_effect(use_reactive!(|is_secret| {
        if let Some(device) = &device {
            // Where it cannot, nothing else can be done; README.md of the phones says so.
            let _ = device.0.secure(is_secret);
        }
    }));
}

/// How often it is looked whether a reading has ended.
const LOOK: Duration = Duration::from_millis(300);

/// Reads the screen aloud: by the page's own voice, else by the system's.
pub(crate) async fn read(device: Option<OnDevice>, mut tell: impl FnMut(Reading)) {
    let mut is_without = false;
    read_screen(|now| match (now, &device) {
        (Reading::Unavailable, Some(_)) => is_without = true,
        _ => tell(now),
    })
    .await;
    let Some(device) = device.filter(|_| is_without) else { return };
    let lines: Vec<Spoken> = screen_lines()
        .await
        .into_iter()
        .map(|line| Spoken { languages: line.voices, text: line.text })
        .collect();
    let voice = device.clone();
    // The voice is a program of its own, which takes its time to begin.
    let begun = tokio::task::spawn_blocking(move || voice.0.speak(&lines)).await;
    if !matches!(begun, Ok(Ok(()))) {
        if let Ok(Err(error @ DeviceError::Refused { .. })) = begun {
            tracing::warn!(%error, "the screen is not read aloud");
        }
        return tell(Reading::Unavailable);
    }
    tell(Reading::Aloud);
    while device.0.is_speaking() {
        tokio::time::sleep(LOOK).await;
    }
    tell(Reading::Silent);
}

/// Ends what is being read, whoever reads.
pub(crate) fn stop(device: Option<&OnDevice>) {
    stop_reading();
    if let Some(device) = device {
        device.0.silence();
    }
}

/// What a file is, by the ends of the names that the app gives.
fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, end)| end) {
        Some("ics") => "text/calendar",
        Some("json") => "application/json",
        Some("zip") => "application/zip",
        _ => "application/octet-stream",
    }
}

/// Gives a saved file on, where people cannot look into the folder in which it stands: on phones.
#[component]
pub(crate) fn GiveOn(file: String) -> Element {
    let words = use_words();
    let mut is_refused = use_signal(|| false);
    let Some(device) = use_on_device().filter(|device| device.0.shared().is_ok()) else { return rsx! {} };
    let give = move |()| {
        let (path, media_type) = (PathBuf::from(&file), media_type(&file).to_owned());
        is_refused.set(device.0.share(&Shared::File { path, media_type }).is_err());
    };
    rsx! {
        Button { label: words.say("phone-give-on"), is_wide: true, on_press: give }
        Status { text: if is_refused() { words.say("phone-give-on-none") } else { String::new() } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_given_on_is_named_for_what_it_is() {
        for (path, kind) in [
            ("/data/saved/fingertip-2026-11-29.ics", "text/calendar"),
            ("/data/saved/export.json", "application/json"),
            ("/data/saved/copy.age", "application/octet-stream"),
            ("/data/saved/noend", "application/octet-stream"),
        ] {
            assert_eq!(media_type(path), kind, "{path}");
        }
    }

    #[test]
    fn text_is_as_large_as_the_system_has_it_until_the_person_chooses() {
        let (normal, seniors) = (Display::Normal, Display::Seniors);
        for (chosen, display, system, expected) in [
            (None, normal, None, None),
            (None, normal, Some(1.0), None),
            (None, normal, Some(0.85), None),
            (None, normal, Some(1.5), Some(1.5)),
            (None, seniors, Some(1.2), None),
            (None, seniors, Some(1.5), Some(1.5)),
            (Some(110), normal, Some(1.5), Some(1.1)),
            (None, normal, Some(f32::NAN), None),
        ] {
            assert_eq!(text_scale(chosen, display, system), expected, "{chosen:?} {display:?} {system:?}");
        }
    }

    #[test]
    fn documents_and_what_opens_everything_are_kept_from_pictures() {
        let secret = ["/records/hrss/1", "/records/hrss/1/code", "/settings/security", "/settings/storage"];
        for place in secret {
            assert!(is_secret(&place.parse().expect("a place")), "{place}");
        }
        for place in ["/", "/services", "/records", "/cases/1", "/settings/display", "/help"] {
            assert!(!is_secret(&place.parse().expect("a place")), "{place}");
        }
    }
}
