//! What the departments of the demo nation say, in every language of the nation.

use std::sync::{Arc, LazyLock};

use fingertip_locale::{Args, Messages, SHELL_LANGUAGES};
use fingertip_standard::LocalText;

static TEXTS: LazyLock<Arc<Messages>> = LazyLock::new(|| {
    let sources = [
        ("zh-Hans", include_str!("../texts/zh-Hans.ftl")),
        ("zh-Hant", include_str!("../texts/zh-Hant.ftl")),
        ("ug", include_str!("../texts/ug.ftl")),
        ("en", include_str!("../texts/en.ftl")),
    ];
    Arc::new(Messages::new(sources).expect("the built-in texts are checked by a test"))
});

/// The text `id` in every language.
pub(crate) fn said(id: &str) -> LocalText {
    let text = |language: &str| (language.to_owned(), TEXTS.text(language, id, &Args::new()));
    LocalText(SHELL_LANGUAGES.map(text).into())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_text_is_in_every_language() {
        let ids = |language: &str| -> BTreeSet<String> {
            let texts = TEXTS.sources().iter().filter(|(own, _)| own == language);
            let lines = texts.flat_map(|(_, text)| text.lines());
            lines.filter_map(|line| line.split_once(" = ")).map(|(id, _)| id.to_owned()).collect()
        };
        for language in SHELL_LANGUAGES {
            assert_eq!(ids(language), ids("en"), "{language}");
        }
        assert!(ids("en").contains("case-closed"));
        assert_eq!(said("case-approved").pick("zh-HK").0, "審核通過。");
    }
}
