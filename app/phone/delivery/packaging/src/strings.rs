//! What the systems say of the app in each language, from `locales/`.

use std::fmt::Write as _;

use fingertip_locale::{Args, SHELL_LANGUAGES, shell_messages};

/// The reasons that iOS shows when the app first wants something: the property list's key, and the message.
pub(crate) const REASONS: [(&str, &str); 2] = [
    ("NSCameraUsageDescription", "phone-reason-camera"),
    ("NSMicrophoneUsageDescription", "phone-reason-microphone"),
];

/// The language that stands in the files which have no language.
pub(crate) const APPLE_BASE: &str = "en";

/// A message in a language.
pub(crate) fn say(language: &str, id: &str) -> String {
    shell_messages().text(language, id, &Args::new())
}

/// Android's folder of values for a language; the last resort's is that of every other language.
pub(crate) fn android_folders() -> impl Iterator<Item = (&'static str, String)> {
    let own = SHELL_LANGUAGES
        .iter()
        .map(|language| (*language, format!("values-b+{}", language.replace('-', "+"))));
    std::iter::once((SHELL_LANGUAGES[0], "values".to_owned())).chain(own)
}

/// Android's strings in a language.
pub(crate) fn android(language: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<resources>\n    <string name=\"fingertip_name\">{}</string>\n</resources>\n",
        android_text(&say(language, "app-name"))
    )
}

/// A text as Android's resources want it: markup and quotes lose their meaning.
fn android_text(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '\'' | '"' | '\\' | '@' | '?' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// iOS' strings in a language.
pub(crate) fn apple(language: &str) -> String {
    let mut text = String::new();
    let name = ("CFBundleDisplayName", "app-name");
    for (key, id) in std::iter::once(name).chain(REASONS) {
        let said = say(language, id).replace('\\', "\\\\").replace('"', "\\\"");
        let _ = writeln!(text, "{key} = \"{said}\";");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_a_text_stay_marks() {
        assert_eq!(android_text("Tom's & \"Jerry\" <3"), "Tom\\'s &amp; \\\"Jerry\\\" &lt;3");
    }

    #[test]
    fn every_language_says_every_reason() {
        for language in SHELL_LANGUAGES {
            for (_, id) in REASONS {
                let said = say(language, id);
                assert!(said != id && !said.contains(['{', '<', '\n']), "{language}: {id}");
                assert!(
                    language == APPLE_BASE || said != say(APPLE_BASE, id),
                    "{language}: {id} is in English"
                );
            }
        }
    }
}
