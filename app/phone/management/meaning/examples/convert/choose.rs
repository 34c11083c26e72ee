//! Which pieces stay.

/// Of pieces in Latin letters only these many first stay, the commonest: the rest are rare words of a dozen European languages.
const COMMON: usize = 40_000;
/// Digits in one piece at most: longer ones are numbers that some page had.
const DIGITS: usize = 4;

/// Whether a piece stays, by its number (the commonest have the lowest) and text: Han, digits, punctuation, and the commonest of
/// Latin letters. Uyghur is written with letters that the network knows from Arabic only, where they mean other words: none stay.
pub(crate) fn stays(number: usize, piece: &str) -> bool {
    let text = piece.trim_start_matches('▁');
    if piece.is_empty() || piece.len() > usize::from(u8::MAX) {
        return false;
    }
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if text.chars().all(is_han) || text.chars().all(|c| !c.is_alphanumeric() && is_plain(c)) {
        return true;
    }
    if text.chars().any(is_han) {
        return text.chars().all(|c| is_han(c) || c.is_ascii_digit()) && digits <= DIGITS;
    }
    if digits > 0 {
        return text.chars().all(|c| c.is_ascii_digit()) && digits <= DIGITS;
    }
    number < COMMON && text.chars().all(|c| c.is_ascii_alphabetic())
}

fn is_han(c: char) -> bool {
    matches!(c, '〇' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}')
}

/// ASCII and what stands in Chinese text.
fn is_plain(c: char) -> bool {
    c.is_ascii()
        || matches!(c, '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}' | '▁')
}
