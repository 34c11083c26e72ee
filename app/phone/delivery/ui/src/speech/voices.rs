//! Which voice can read a language.

/// Chinese of the mainland: its own voices are called by the country or by Mandarin (ISO 639-3 `cmn`). Another Chinese is better than none.
const SIMPLIFIED: [&str; 7] = ["zh-cn", "zh-hans", "cmn-cn", "cmn-hans", "zh-sg", "cmn", "zh"];
/// Chinese of Taiwan; a Cantonese voice (Hong Kong, `yue`) reads the same signs before one that expects others.
const TRADITIONAL: [&str; 8] = ["zh-tw", "zh-hant", "cmn-tw", "cmn-hant", "cmn", "zh-hk", "yue", "zh"];

/// The tags of voices for a language (BCP 47), lower case, the best first; each stands for the tags that begin with it, too.
pub(super) fn voices(language: &str) -> Vec<String> {
    let language = language.to_lowercase().replace('_', "-");
    let base = language.split('-').next().unwrap_or_default().to_owned();
    let by_script: &[&str] = match language.as_str() {
        "zh-hant" => &TRADITIONAL,
        "zh-hans" | "zh" => &SIMPLIFIED,
        _ => &[],
    };
    if by_script.is_empty() {
        return if base == language { vec![base] } else { vec![language, base] };
    }
    by_script.iter().map(ToString::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The voice that a device with these would use.
    fn chosen<'a>(language: &str, of: &[&'a str]) -> Option<&'a str> {
        let is = |wanted: &str, voice: &str| {
            let voice = voice.to_lowercase().replace('_', "-");
            voice == wanted || voice.starts_with(&format!("{wanted}-"))
        };
        voices(language).iter().find_map(|wanted| of.iter().copied().find(|voice| is(wanted, voice)))
    }

    #[test]
    fn a_chinese_page_has_the_voice_of_its_own_chinese() {
        // What Windows, Android, eSpeak NG and macOS call theirs.
        let all = ["en-GB", "zh-HK", "yue", "zh_TW", "cmn-Hans-CN", "zh-CN", "cmn"];
        assert_eq!(chosen("zh-Hans", &all), Some("zh-CN"));
        assert_eq!(chosen("zh-Hant", &all), Some("zh_TW"));
        assert_eq!(chosen("zh-Hans", &["yue", "cmn"]), Some("cmn"));
        assert_eq!(chosen("zh-Hant", &["zh-CN", "yue"]), Some("yue"));
        assert_eq!(chosen("zh-Hans", &["zh-HK"]), Some("zh-HK"), "better than none");
    }

    #[test]
    fn other_languages_have_a_voice_of_any_country() {
        assert_eq!(chosen("en", &["zh-CN", "en-AU"]), Some("en-AU"));
        assert_eq!(chosen("en-GB", &["en-US", "en-GB"]), Some("en-GB"));
        assert_eq!(chosen("ug", &["zh-CN", "en-GB"]), None, "nobody hears a language that they do not read");
    }
}
