//! Which of several languages a reader gets. One rule for the shell, catalogues, mini-apps and what departments write.

use unic_langid::LanguageIdentifier;

/// Languages that are written as Chinese is: whoever asks for one reads Chinese in its script (ISO 639-3, the members of `zho`).
const CHINESE: [&str; 13] =
    ["cdo", "cjy", "cmn", "cpx", "czh", "czo", "gan", "hak", "hsn", "mnp", "nan", "wuu", "yue"];

/// How near an offered language is to a wanted one; the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// It is that.
    Same,
    /// The same language in the same script and region.
    Region,
    /// The same language in the same script.
    Script,
    /// The same language in another script.
    Language,
    /// Another language that the reader's own script writes.
    Readable,
    /// Another one.
    Other,
}

/// How near `offered` is to `wanted`, both BCP 47 tags. Scripts that a tag leaves out are the likely ones (UTS 35): `zh-HK` is written in
/// Traditional Chinese, `zh-SG` in Simplified.
#[must_use]
pub fn nearness(wanted: &str, offered: &str) -> Nearness {
    if wanted.eq_ignore_ascii_case(offered) {
        return Nearness::Same;
    }
    let (Some(wanted), Some(offered)) = (whole(wanted), whole(offered)) else { return Nearness::Other };
    let is_script = wanted.script == offered.script;
    match (wanted.language == offered.language, is_script) {
        (true, true) if wanted.region == offered.region => Nearness::Region,
        (true, true) => Nearness::Script,
        (true, false) => Nearness::Language,
        (false, true) => Nearness::Readable,
        (false, false) => Nearness::Other,
    }
}

/// The nearest of `offered` to the wishes of a person or device, the first wish first; none where no wish is met in any script.
#[must_use]
pub fn nearest<'a>(wanted: &[&str], offered: &[&'a str]) -> Option<&'a str> {
    wanted.iter().find_map(|wish| {
        let near = offered.iter().map(|&tag| (nearness(wish, tag), tag));
        near.filter(|(nearness, _)| *nearness <= Nearness::Language)
            .min_by_key(|(nearness, _)| *nearness)
            .map(|(_, tag)| tag)
    })
}

fn whole(tag: &str) -> Option<LanguageIdentifier> {
    let mut id: LanguageIdentifier = tag.parse().ok()?;
    id.maximize();
    if CHINESE.contains(&id.language.as_str()) {
        id.language = "zh".parse().ok()?;
    }
    Some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readers_get_their_script() {
        let offered = ["zh-Hans", "zh-Hant", "ug", "en"];
        for (wanted, expected) in [
            ("zh-HK", Some("zh-Hant")),
            ("zh-TW", Some("zh-Hant")),
            ("zh-MO", Some("zh-Hant")),
            ("zh-Hant-CN", Some("zh-Hant")),
            ("zh-SG", Some("zh-Hans")),
            ("zh-CN", Some("zh-Hans")),
            ("zh-MY", Some("zh-Hans")),
            ("zh", Some("zh-Hans")),
            ("zh-Hans-HK", Some("zh-Hans")),
            ("ZH-hant", Some("zh-Hant")),
            ("yue", Some("zh-Hant")),
            ("yue-Hans", Some("zh-Hans")),
            ("cmn", Some("zh-Hans")),
            ("ug-CN", Some("ug")),
            ("ug-Arab", Some("ug")),
            ("en-GB", Some("en")),
            ("fr", None),
            ("not a tag", None),
        ] {
            assert_eq!(nearest(&[wanted], &offered), expected, "{wanted}");
        }
        assert_eq!(nearest(&["fr", "zh-HK", "en"], &offered), Some("zh-Hant"), "the first wish that is met");
        assert_eq!(
            nearest(&["zh-HK"], &["en", "zh-Hans"]),
            Some("zh-Hans"),
            "another script of the same language"
        );
        assert_eq!(nearest(&["zh-HK"], &["zh-TW", "zh-HK"]), Some("zh-HK"));
    }
}
