//! A text for the screen that may be in another language than the page.

use std::{fmt, ops::Range};

use dioxus::{
    core::{DynamicNode, IntoDynNode},
    prelude::*,
};
use fingertip_locale::{direction, plain};

/// First strong isolate and pop directional isolate (Unicode UAX 9): for texts where no element can stand.
const ISOLATE: (char, char) = ('\u{2068}', '\u{2069}');

/// A text with the language that it is in, where that is not the page's: then it is drawn in an element with `lang` and
/// `dir` (WCAG 3.1.2), so that a voice pronounces it, a font draws it and a line runs as its language wants it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    before: String,
    text: String,
    after: String,
    language: Option<String>,
    /// Ranges of bytes of the text, in order, none touching another.
    marked: Vec<Range<usize>>,
}

impl Said {
    /// A text from outside in `language`, on a page in the language `page`.
    #[must_use]
    pub fn new(text: &str, language: &str, page: &str) -> Self {
        let language =
            (!language.is_empty() && !language.eq_ignore_ascii_case(page)).then(|| language.to_owned());
        Self { text: plain(text).into_owned(), language, ..Self::default() }
    }

    /// The same with parts of the text marked, as what was searched for: ranges of bytes, in order. Ranges of another text are left out.
    #[must_use]
    pub fn marked(self, parts: &[Range<usize>]) -> Self {
        let mut end = 0;
        let fits = |part: &&Range<usize>| {
            let fits =
                part.start >= end && self.text.get(part.start..part.end).is_some_and(|part| !part.is_empty());
            end = if fits { part.end } else { end };
            fits
        };
        let marked = parts.iter().filter(fits).cloned().collect();
        Self { marked, ..self }
    }

    /// Whether there is nothing to read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.text.is_empty() && self.after.is_empty()
    }

    /// Its beginning, where it has more than `most` characters: for a line that must leave the screen its place. The caller shows
    /// the whole beside it.
    #[must_use]
    pub fn beginning(&self, most: usize) -> Option<Self> {
        let (end, _) = self.text.char_indices().nth(most)?;
        // What joins signs to one must not stand at the end.
        let text =
            format!("{}…", self.text[..end].trim_end_matches(|c: char| c.is_whitespace() || c == '\u{200D}'));
        Some(Self { text, marked: Vec::new(), ..self.clone() })
    }

    /// The sentence of the page's language that `write` makes around this text, which keeps its language in it.
    #[must_use]
    pub fn inside(self, write: impl FnOnce(String) -> String) -> Self {
        let part = self.to_string();
        let sentence = write(part.clone());
        match sentence.split_once(&part) {
            Some((before, after)) if self.language.is_some() => {
                Self { before: before.to_owned(), after: after.to_owned(), ..self }
            }
            _ => sentence.into(),
        }
    }
}

impl From<String> for Said {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

impl From<&str> for Said {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl<T: Into<Self>> From<Option<T>> for Said {
    fn from(text: Option<T>) -> Self {
        text.map(Into::into).unwrap_or_default()
    }
}

impl From<Said> for String {
    fn from(said: Said) -> Self {
        said.to_string()
    }
}

/// For a label or a sentence: another language is isolated by characters.
impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { before, text, after, language, .. } = self;
        match language {
            Some(_) => write!(f, "{before}{}{text}{}{after}", ISOLATE.0, ISOLATE.1),
            None => write!(f, "{before}{text}{after}"),
        }
    }
}

impl IntoDynNode for Said {
    fn into_dyn_node(self) -> DynamicNode {
        let Self { before, text, after, language, marked } = self;
        match language.map(|lang| (direction(&lang).as_str(), lang)) {
            None if marked.is_empty() => format!("{before}{text}{after}").into_dyn_node(),
            None => rsx! { "{before}" {with_marks(&text, &marked)} "{after}" }.into_dyn_node(),
            Some((dir, lang)) if marked.is_empty() => {
                rsx! { "{before}" span { lang, dir, "{text}" } "{after}" }.into_dyn_node()
            }
            Some((dir, lang)) => {
                rsx! { "{before}" span { lang, dir, {with_marks(&text, &marked)} } "{after}" }.into_dyn_node()
            }
        }
    }
}

/// The text, its parts in marks.
fn with_marks(text: &str, marked: &[Range<usize>]) -> Element {
    let ends = std::iter::once(0).chain(marked.iter().map(|part| part.end));
    let pieces: Vec<(String, String)> = ends
        .zip(marked)
        .filter_map(|(end, part)| {
            Some((text.get(end..part.start)?.to_owned(), text.get(part.clone())?.to_owned()))
        })
        .collect();
    let rest = marked.last().and_then(|part| text.get(part.end..)).unwrap_or_default();
    rsx! {
        for (place, (before, part)) in pieces.into_iter().enumerate() {
            Fragment { key: "{place}", "{before}" mark { class: "fi-mark", "{part}" } }
        }
        "{rest}"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(said: Said) -> String {
        dioxus_ssr::render_element(rsx! { p { {said} } })
    }

    #[test]
    fn a_long_text_has_a_beginning_that_ends_between_signs() {
        assert_eq!(Said::from("Storm").beginning(5), None);
        assert_eq!(
            Said::from("Storm tonight").beginning(6).map(|said| said.to_string()),
            Some("Storm…".into())
        );
        let beginning = Said::new("👨\u{200D}👩 家", "zh-Hans", "ug").beginning(2).expect("a long text");
        assert_eq!(drawn(beginning), r#"<p><span lang="zh-Hans" dir="ltr">👨…</span></p>"#);
    }

    #[test]
    fn what_was_searched_for_is_marked() {
        let drawn = |said: Said| drawn(said).replace("<!---->", "");
        assert_eq!(
            drawn(Said::from("社保卡申领").marked(&[0..9, 12..15])),
            r#"<p><mark class="fi-mark">社保卡</mark>申<mark class="fi-mark">领</mark></p>"#
        );
        assert_eq!(
            drawn(Said::new("社保卡", "zh-Hans", "en").marked(std::slice::from_ref(&(0..6)))),
            r#"<p><span lang="zh-Hans" dir="ltr"><mark class="fi-mark">社保</mark>卡</span></p>"#
        );
        // What was found for a text that has been exchanged meanwhile.
        assert_eq!(drawn(Said::from("卡<b>").marked(&[1..2, 0..99])), "<p>卡&#60;b&#62;</p>");
    }

    #[test]
    fn another_language_is_marked_and_the_pages_own_is_not() {
        assert_eq!(drawn(Said::new("社保卡", "zh-Hans", "zh-Hans")), "<p>社保卡</p>");
        assert_eq!(
            drawn(Said::new("社保卡", "zh-Hans", "ug")),
            r#"<p><span lang="zh-Hans" dir="ltr">社保卡</span></p>"#
        );
        assert_eq!(drawn(Said::new("كارتا", "ug", "en")), r#"<p><span lang="ug" dir="rtl">كارتا</span></p>"#);
        assert_eq!(drawn("Card".into()), "<p>Card</p>");
    }

    #[test]
    fn a_sentence_around_it_stays_the_pages() {
        let purpose = Said::new("印在卡上", "zh-Hans", "en").inside(|part| format!("Used for: {part}."));
        assert_eq!(
            drawn(purpose.clone()),
            r#"<p>Used for: <span lang="zh-Hans" dir="ltr">印在卡上</span>.</p>"#
        );
        assert_eq!(purpose.to_string(), "Used for: \u{2068}印在卡上\u{2069}.");
        assert_eq!(
            drawn(Said::new("the card", "en", "en").inside(|part| format!("Used for: {part}."))),
            "<p>Used for: the card.</p>"
        );
    }
}
