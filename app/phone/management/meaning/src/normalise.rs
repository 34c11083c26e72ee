//! A text as the pieces are written: `SentencePiece`'s `nmt_nfkc` with spaces made visible.

use unicode_normalization::UnicodeNormalization;

/// Stands for a space (U+2581), also before the first word.
pub(crate) const SPACE: char = '\u{2581}';

/// Compatibility composition (UAX 15), control characters left out, every kind of space one visible space. Empty where nothing is left.
pub(crate) fn normalise(text: &str) -> String {
    let mut normal = String::with_capacity(text.len() + 3);
    let mut pending = true;
    for c in text.chars().filter(|c| !is_left_out(*c)).nfkc() {
        if is_space(c) {
            pending = true;
            continue;
        }
        if std::mem::take(&mut pending) {
            normal.push(SPACE);
        }
        normal.push(c);
    }
    normal
}

fn is_left_out(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\u{c}' | '\r' | '\u{85}')
}

fn is_space(c: char) -> bool {
    // Characters without width part words for the rules that the pieces were made with.
    c.is_whitespace() || matches!(c, SPACE | '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{FFFD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_one_and_spaces_are_seen_once() {
        assert_eq!(normalise("  ＡＢＣ　１２\t護照\u{7}。\n"), "▁ABC▁12▁護照。");
        assert_eq!(normalise(" \n"), "");
    }
}
