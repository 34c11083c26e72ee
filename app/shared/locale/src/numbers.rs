//! Numbers in a line that runs from right to left. There a blank, a dash or `, ` between digits turns the groups around: `138 0013 8000`
//! is drawn as `8000 0013 138` (UAX 9, rules W2 to N2). An isolate keeps them as they are written.

use std::borrow::Cow;

/// Left-to-right isolate and pop directional isolate.
const ISOLATE: (char, char) = ('\u{2066}', '\u{2069}');

/// Puts every number of several groups into an isolate of its own; what stands in an isolate already stays as it is.
pub(crate) fn steady(text: &str) -> Cow<'_, str> {
    let mut steady = String::new();
    let (mut done, mut depth) = (0, 0_usize);
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        match c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => depth = depth.saturating_sub(1),
            c if depth == 0 && c.is_ascii_digit() => {
                let end = number_end(text, at);
                while rest.next_if(|(next, _)| *next < end).is_some() {}
                if needs(&text[at..end]) {
                    // A sign or bracket before it belongs to it: +86, (020).
                    let start = at
                        - text[..at]
                            .chars()
                            .next_back()
                            .filter(|c| matches!(c, '+' | '('))
                            .map_or(0, char::len_utf8);
                    steady.push_str(&text[done..start]);
                    steady.extend([ISOLATE.0]);
                    steady.push_str(&text[start..end]);
                    steady.extend([ISOLATE.1]);
                    done = end;
                }
            }
            _ => {}
        }
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    steady.push_str(&text[done..]);
    Cow::Owned(steady)
}

/// Where the number that begins at `start` ends: behind its last digit.
fn number_end(text: &str, start: usize) -> usize {
    let joins = |c: char| {
        matches!(
            c,
            ' ' | '\u{A0}' | '\u{202F}' | '.' | ',' | ':' | '/' | '-' | '\u{2013}' | '(' | ')' | '\u{D7}'
        )
    };
    let mut end = start;
    for (at, c) in text[start..].char_indices() {
        if c.is_ascii_digit() {
            end = start + at + 1;
        } else if !joins(c) {
            break;
        }
    }
    end
}

/// Whether it would be turned around: one separator of a number alone (UAX 9, W4) keeps its place.
fn needs(number: &str) -> bool {
    let is_steady = |c: char| matches!(c, '.' | ',' | ':' | '/');
    let signs: Vec<char> = number.chars().collect();
    signs.windows(2).any(|pair| {
        let both = pair.iter().all(|c| !c.is_ascii_digit());
        both || pair.iter().any(|c| !c.is_ascii_digit() && !is_steady(*c))
    })
}

#[cfg(test)]
mod tests {
    use std::{
        fs,
        path::{Path, PathBuf},
    };

    use unicode_bidi::{BidiInfo, Level};

    use super::*;
    use crate::{Args, Formatter, Messages, Wording, inspect, shell_messages};

    #[test]
    fn groups_of_digits_keep_their_order() {
        for (text, steadied) in [
            ("مەسىلەن 138 0013 8000", "مەسىلەن \u{2066}138 0013 8000\u{2069}"),
            ("مەسىلەن 23.1291, 113.2644.", "مەسىلەن \u{2066}23.1291, 113.2644\u{2069}."),
            ("تېلېفون (020) 8312 6543 دۇر", "تېلېفون \u{2066}(020) 8312 6543\u{2069} دۇر"),
            ("كۈنى 2026-11-28", "كۈنى \u{2066}2026-11-28\u{2069}"),
        ] {
            assert_eq!(steady(text), steadied);
        }
        for text in ["60,000 يۈەن", "سائەت 18:00 دىن", "3.5", "\u{2068}138 0013 8000\u{2069}", "1 دىن 5", ""]
        {
            assert_eq!(steady(text), text);
        }
    }

    /// The text as it is drawn in a line from right to left (UAX 9, by the Unicode Bidirectional Algorithm of another's making).
    fn drawn(text: &str) -> String {
        let bidi = BidiInfo::new(text, Some(Level::rtl()));
        bidi.paragraphs
            .iter()
            .map(|paragraph| bidi.reorder_line(paragraph, paragraph.range.clone()).into_owned())
            .collect()
    }

    /// Every number of a text, in all of its groups.
    fn numbers(text: &str) -> Vec<&str> {
        let (mut numbers, mut end) = (Vec::new(), 0);
        for (at, c) in text.char_indices() {
            if at >= end && c.is_ascii_digit() {
                end = number_end(text, at);
                numbers.push(&text[at..end]);
            }
        }
        numbers
    }

    #[test]
    fn without_an_isolate_a_line_turns_groups_around() {
        assert!(!drawn("مەسىلەن 138 0013 8000").contains("138 0013 8000"));
        assert!(!drawn("كۈنى 2026-11-28 بولىدۇ").contains("2026-11-28"));
        assert!(drawn("بۈگۈن 18:00 دىن بۇرۇن، 60,000 يۈەن").contains("18:00"));
    }

    #[test]
    fn every_number_of_every_message_is_drawn_as_it_is_written() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
        let mut files = Vec::new();
        let mut add = |folder: PathBuf| {
            let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
            files.extend(entries.filter(|path| path.extension().is_some_and(|end| end == "ftl")));
        };
        add(root.join("locales/ug"));
        for department in fs::read_dir(root.join("mini-apps")).expect("the mini-apps").flatten() {
            for app in fs::read_dir(department.path()).into_iter().flatten().flatten() {
                let own = app.path().join("i18n/ug.ftl");
                if let (true, Some(folder)) = (own.is_file(), own.parent()) {
                    files.push(folder.join("ug.ftl"));
                }
            }
        }
        let mut seen = 0;
        for file in files {
            let text = fs::read_to_string(&file).expect("text");
            let messages = Messages::new([("ug", text.as_str())]).expect("Fluent");
            for (id, shape) in inspect("ug", &text).expect("Fluent") {
                for wording in [Wording::Usual, Wording::Simple] {
                    let format = Formatter::new(shell_messages(), "ug").worded(wording);
                    // What is given is isolated by whoever gives it.
                    let args = shape
                        .variables
                        .iter()
                        .fold(Args::new(), |args, name| args.text(name, format.isolate("x")));
                    let shown = format.text_of(&messages, &id, &args);
                    let line = drawn(&shown);
                    for number in numbers(&shown) {
                        seen += 1;
                        assert!(
                            line.contains(number),
                            "{}: {id} draws {number} as in {line}",
                            file.display()
                        );
                    }
                }
            }
        }
        assert!(seen > 50, "only {seen} numbers were seen");
    }
}
