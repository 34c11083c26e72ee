//! What the platform itself says in a case, in every language of the nation.

use std::sync::LazyLock;

use fingertip_contract::JointReasonKind;
use fingertip_locale::{Args, Messages, SHELL_LANGUAGES, pick};
use fingertip_standard::LocalText;

static TEXTS: LazyLock<Messages> = LazyLock::new(|| {
    let sources = [
        ("zh-Hans", include_str!("../texts/zh-Hans.ftl")),
        ("zh-Hant", include_str!("../texts/zh-Hant.ftl")),
        ("ug", include_str!("../texts/ug.ftl")),
        ("en", include_str!("../texts/en.ftl")),
    ];
    Messages::new(sources).expect("the built-in texts are checked by a test")
});

/// A case is late; `office` was told, where there is one.
pub(crate) fn say_late(office: Option<&LocalText>) -> LocalText {
    say(|language| match office {
        Some(office) => TEXTS.text(
            language,
            "case-late-told",
            &Args::new().text("office", pick(office, language).0.to_owned()),
        ),
        None => TEXTS.text(language, "case-late", &Args::new()),
    })
}

/// A case, or something done in it, was put aside.
pub(crate) fn say_put_aside(is_case: bool) -> LocalText {
    let id = if is_case { "case-put-aside" } else { "act-put-aside" };
    say(|language| TEXTS.text(language, id, &Args::new()))
}

/// A step of a joint case is not done, for this reason; what can be done.
pub(crate) fn say_skipped(kind: &JointReasonKind) -> LocalText {
    let id = match kind {
        JointReasonKind::NotNeeded => "step-not-needed",
        JointReasonKind::RefusedBefore => "step-refused-before",
        JointReasonKind::WithdrawnBefore => "step-withdrawn-before",
        JointReasonKind::NoDocument => "step-no-document",
        JointReasonKind::Withdrawn | JointReasonKind::Unknown(_) => "step-withdrawn",
    };
    say(|language| TEXTS.text(language, id, &Args::new()))
}

fn say(text: impl Fn(&str) -> String) -> LocalText {
    LocalText(SHELL_LANGUAGES.map(|language| (language.to_owned(), text(language))).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_platform_says_everything_in_every_language() {
        let office =
            LocalText([("zh-Hans".into(), "督查室".into()), ("en".into(), "Supervision".into())].into());
        let reasons = [
            JointReasonKind::NotNeeded,
            JointReasonKind::RefusedBefore,
            JointReasonKind::WithdrawnBefore,
            JointReasonKind::NoDocument,
            JointReasonKind::Withdrawn,
        ];
        let others = [say_late(None), say_late(Some(&office)), say_put_aside(true), say_put_aside(false)];
        for said in reasons.iter().map(say_skipped).chain(others) {
            let texts: Vec<&str> =
                SHELL_LANGUAGES.iter().map(|language| said.0[*language].as_str()).collect();
            let differ: std::collections::BTreeSet<_> = texts.iter().collect();
            assert_eq!(differ.len(), SHELL_LANGUAGES.len(), "each in its own words: {texts:?}");
            assert!(texts.iter().all(|text| text.chars().count() > 10), "{texts:?}");
        }
        assert!(say_late(Some(&office)).in_language("en").contains("Supervision"));
        assert!(say_late(Some(&office)).in_language("zh-Hant").contains("督查室"));
    }
}
