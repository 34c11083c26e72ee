//! The shell's own resources, built into the program: hashed asset paths have broken in packaged apps, and a shell
//! without words is no shell.

use std::sync::{Arc, LazyLock};

use fingertip_standard::LocalText;

use crate::Messages;

/// The languages of the shell, the last resort first.
pub const SHELL_LANGUAGES: [&str; 4] = ["zh-Hans", "zh-Hant", "ug", "en"];

macro_rules! resources {
    ($($language:literal: [$($area:literal),*])*) => {
        [$($(($language, include_str!(concat!("../../../../locales/", $language, "/", $area, ".ftl")))),*),*]
    };
}

static SHELL: LazyLock<Arc<Messages>> = LazyLock::new(|| {
    let sources = resources! {
        "zh-Hans": ["shell", "start", "home", "services", "mini-app", "sheets", "cases", "joint", "records", "documents", "presentation", "settings", "lock", "carry", "family", "faults", "phone", "format"]
        "zh-Hant": ["shell", "start", "home", "services", "mini-app", "sheets", "cases", "joint", "records", "documents", "presentation", "settings", "lock", "carry", "family", "faults", "phone", "format"]
        "ug": ["shell", "start", "home", "services", "mini-app", "sheets", "cases", "joint", "records", "documents", "presentation", "settings", "lock", "carry", "family", "faults", "phone", "format"]
        "en": ["shell", "start", "home", "services", "mini-app", "sheets", "cases", "joint", "records", "documents", "presentation", "settings", "lock", "carry", "family", "faults", "phone", "format"]
    };
    Arc::new(Messages::new(sources).expect("the built-in resources are checked by a test"))
});

/// A text of a department or of the nation for a reader of `language`, with the language it is in: the reader's own, one of
/// the same base, else the nation's in their order, else any.
#[must_use]
pub fn pick<'a>(text: &'a LocalText, language: &str) -> (&'a str, &'a str) {
    text.pick_among(language, &SHELL_LANGUAGES)
}

/// The shell's messages.
#[must_use]
pub fn shell_messages() -> Arc<Messages> {
    SHELL.clone()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Args, MessageShape, inspect};

    #[test]
    fn every_language_has_every_message_with_the_same_variables() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../locales/");
        let read = |language: &str| {
            let mut all = std::collections::BTreeMap::new();
            for file in std::fs::read_dir(format!("{folder}{language}")).expect("the folder") {
                let text = std::fs::read_to_string(file.expect("a file").path()).expect("text");
                all.extend(inspect(language, &text).expect("Fluent"));
            }
            all
        };
        let first = read(SHELL_LANGUAGES[0]);
        for language in SHELL_LANGUAGES {
            let other = read(language);
            let is_same = |own: &MessageShape, shape: &MessageShape| {
                // Simple words must be there in each language or in none, and say as much.
                let (own_simple, simple) = (own.simple.is_some(), shape.simple.is_some());
                own.attributes == shape.attributes
                    && own.variables == shape.variables
                    && own_simple == simple
                    && own.surplus().is_empty()
                    && own.left_out().is_empty()
                    && own.functions.is_empty()
            };
            let differs =
                |id: &String, shape: &MessageShape| other.get(id).is_none_or(|own| !is_same(own, shape));
            let missing: Vec<_> =
                first.iter().filter(|(id, shape)| differs(id, shape)).map(|(id, _)| id).collect();
            let surplus: Vec<_> = other.keys().filter(|id| !first.contains_key(*id)).collect();
            assert!(
                missing.is_empty() && surplus.is_empty(),
                "{language}: differs in {missing:?}, has more {surplus:?}"
            );
        }
        assert_ne!(shell_messages().text("en", "app-name", &Args::new()), "app-name");
        let n_simple = first.values().filter(|shape| shape.simple.is_some()).count();
        assert!(n_simple >= 40, "only {n_simple} messages have simple words");
    }
}
