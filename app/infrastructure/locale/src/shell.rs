//! The shell's own resources, built into the program: hashed asset paths have broken in packaged apps, and a shell
//! without words is no shell.

use std::sync::{Arc, LazyLock};

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
        "zh-Hans": ["shell", "home", "services", "mini-app", "sheets", "cases", "records", "settings", "faults", "format"]
        "zh-Hant": ["shell", "home", "services", "mini-app", "sheets", "cases", "records", "settings", "faults", "format"]
        "ug": ["shell", "home", "services", "mini-app", "sheets", "cases", "records", "settings", "faults", "format"]
        "en": ["shell", "home", "services", "mini-app", "sheets", "cases", "records", "settings", "faults", "format"]
    };
    Arc::new(Messages::new(sources).expect("the built-in resources are checked by a test"))
});

/// The shell's messages.
#[must_use]
pub fn shell_messages() -> Arc<Messages> {
    SHELL.clone()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Args, inspect};

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
            let missing: Vec<_> = first.iter().filter(|(id, shape)| other.get(*id) != Some(shape)).map(|(id, _)| id).collect();
            let surplus: Vec<_> = other.keys().filter(|id| !first.contains_key(*id)).collect();
            assert!(missing.is_empty() && surplus.is_empty(), "{language}: differs in {missing:?}, has more {surplus:?}");
        }
        assert_ne!(shell_messages().text("en", "app-name", &Args::new()), "app-name");
    }
}
