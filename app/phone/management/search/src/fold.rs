//! One form for what people write in several: width, case, Traditional and Simplified, Uyghur's letter variants, marks that
//! are not seen, apostrophes.

use std::{collections::HashMap, sync::LazyLock};

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Traditional to simplified characters, one for one. Words are not changed: what `OpenCC`'s phrases do to official terms is wrong.
static SIMPLIFIED: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    include_str!("fold/simplified.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .filter_map(|pair| {
            let mut chars = pair.chars();
            Some((chars.next()?, chars.next()?))
        })
        .collect()
});

/// The text in the form in which it is searched. Nothing is trimmed: a blank at the end says that a word is whole.
pub(crate) fn fold(text: &str) -> String {
    folded(text).map(|(_, c)| c).collect()
}

/// What questions have in common that are the same but for capitals, width, ways of writing, blanks and punctuation.
#[must_use]
pub fn same(question: &str) -> String {
    folded(question).map(|(_, c)| c).filter(|c| c.is_alphanumeric()).collect()
}

/// The folded characters, each with the byte of `text` where what it was made from begins.
pub(crate) fn folded(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    // A character is folded by itself, so that a match can be shown where it stands; what is composed of several keeps its base.
    text.char_indices().flat_map(|(at, c)| {
        let compatible = std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c));
        compatible.flat_map(char::to_lowercase).filter_map(one).map(move |c| (at, c)).collect::<Vec<_>>()
    })
}

/// The one form of a character that is compatible and lower case; none where it is not seen.
fn one(c: char) -> Option<char> {
    match c {
        // Zero width, direction marks and isolates, soft hyphen, tatweel, variation selectors, tags, the byte order mark.
        '\u{00AD}'
        | '\u{034F}'
        | '\u{061C}'
        | '\u{0640}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{17B4}'
        | '\u{17B5}'
        | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E0FFF}' => None,
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{02BC}' | '\u{0060}' | '\u{00B4}' | '\u{2032}' => {
            Some('\'')
        }
        // Uyghur is typed with Arabic's and Persian's keyboards too: yeh, kaf, heh and hamza forms.
        '\u{064A}' | '\u{06CC}' | '\u{0626}' => Some('\u{0649}'),
        '\u{0643}' => Some('\u{06A9}'),
        '\u{0647}' | '\u{06C1}' | '\u{06C0}' | '\u{0629}' => Some('\u{06D5}'),
        '\u{06BE}' => Some('\u{06BE}'),
        '\u{0648}' | '\u{06C6}' | '\u{06C7}' | '\u{06C8}' | '\u{06CB}' | '\u{06C5}' => Some('\u{0648}'),
        _ => Some(SIMPLIFIED.get(&c).copied().unwrap_or(c)),
    }
}

/// Whether a character is Han.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_in_several_ways_is_one() {
        assert_eq!(fold("ＳＢＫ"), "sbk");
        assert_eq!(fold("駕駛證換證"), "驾驶证换证");
        assert_eq!(fold("driver’s"), fold("driver's"));
        assert_eq!(fold("社\u{200B}保\u{202E}卡"), "社保卡");
        assert_eq!(fold("Führerschein"), "fuhrerschein");
        assert_eq!(fold("يېڭى"), fold("یېڭى"));
    }

    #[test]
    fn questions_are_the_same_but_for_how_they_are_written() {
        assert_eq!(same("駕駛證 丟了，怎麼補？"), same("驾驶证丢了怎么补"));
        assert_eq!(same("Renew  my Driver’s licence!"), same("renew my drivers licence"));
        assert_ne!(same("renew a licence"), same("renew a license"), "every letter counts");
        assert_eq!(same("？ ！"), "");
    }

    #[test]
    fn a_folded_character_knows_where_it_came_from() {
        let from: Vec<_> = folded("a①ﬁ證").collect();
        assert_eq!(from, [(0, 'a'), (1, '1'), (4, 'f'), (4, 'i'), (7, '证')]);
    }
}
