//! One form for what is written in many: widths, digits, dashes, blanks, and the marks that nobody sees.

use unicode_normalization::UnicodeNormalization;

/// The zeros of the decimal digits (Unicode, general category Nd) of scripts that China's and the world's larger languages use. The nine
/// digits after each follow it.
const ZEROS: [char; 18] = [
    '\u{0660}', '\u{06F0}', '\u{07C0}', '\u{0966}', '\u{09E6}', '\u{0A66}', '\u{0AE6}', '\u{0B66}',
    '\u{0BE6}', '\u{0C66}', '\u{0CE6}', '\u{0D66}', '\u{0E50}', '\u{0ED0}', '\u{0F20}', '\u{1040}',
    '\u{17E0}', '\u{1810}',
];

/// A value that is no prose (a number, an address of mail, a code): compatibility composition (UAX 15) makes widths one; digits of every
/// script, dashes and full stops become those of ASCII; what nobody sees goes; blanks are single and none at the ends.
#[must_use]
pub fn fold(text: &str) -> String {
    // A minus above or below the line is composed to the sign; a middle dot stays what it is.
    let plain = text.nfkc().filter(|&c| !is_invisible(c) && !is_joiner(c)).map(sign);
    let mut folded = String::with_capacity(text.len());
    for c in plain {
        if c.is_whitespace() || c.is_control() {
            if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        } else {
            folded.push(c);
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// A line of prose: no marks of direction, one kind of blank, none at the ends. Its letters stay as they are: a name's own form of a
/// character is part of the name, and compatibility composition would change it.
#[must_use]
pub fn tidy(text: &str) -> String {
    seen(text).trim().to_owned()
}

/// Several lines of prose: as [`tidy`], and the ends of lines stay, and what a line begins with: people set lists in.
#[must_use]
pub fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let tidied: Vec<String> = text.split('\n').map(|line| seen(line).trim_end().to_owned()).collect();
    tidied.join("\n").trim().to_owned()
}

/// What is seen of a line.
fn seen(line: &str) -> String {
    let seen = line.chars().filter(|&c| !is_invisible(c));
    seen.map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { c }).collect()
}

/// What nobody sees and nobody means: marks of direction and their ends (UAX 9), the byte order mark, soft hyphens, blanks without width.
/// The joiners are not among them: they shape letters in Uyghur and Persian.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}')
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}')
}

fn sign(c: char) -> char {
    match c {
        '\u{058A}'
        | '\u{05BE}'
        | '\u{1806}'
        | '\u{2010}'..='\u{2015}'
        | '\u{2043}'
        | '\u{2053}'
        | '\u{2212}'
        | '\u{2E3A}'
        | '\u{2E3B}'
        | '\u{301C}'
        | '\u{3030}'
        | '\u{30FC}' => '-',
        '。' | '\u{06D4}' | '\u{066B}' => '.',
        '、' | '\u{060C}' | '\u{066C}' => ',',
        '\u{2018}' | '\u{2019}' | '\u{02BC}' | '\u{2032}' => '\'',
        '〈' | '《' | '\u{27E8}' => '<',
        '〉' | '》' | '\u{27E9}' => '>',
        '【' | '〔' | '「' => '(',
        '】' | '〕' | '」' => ')',
        '\u{2044}' | '\u{2215}' => '/',
        c => digit(c),
    }
}

fn digit(c: char) -> char {
    let of = |zero: &char| u32::from(c).checked_sub(u32::from(*zero)).filter(|value| *value < 10);
    ZEROS.iter().find_map(of).and_then(|value| char::from_digit(value, 10)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_form_for_widths_digits_dashes_and_blanks() {
        for (typed, plain) in [
            ("１３８００００００００", "13800000000"),
            ("ａ＠example。cn", "a@example.cn"),
            ("\u{2068}+86\u{00A0}138\u{2011}0013\u{2013}8000\u{2069}", "+86 138-0013-8000"),
            ("\u{200E}−¥0.05", "-¥0.05"),
            ("٠١٢۳۴", "01234"),
            ("༡༢༣ ᠑᠒", "123 12"),
            ("（020）\u{3000} 8312\u{2009}6543\t", "(020) 8312 6543"),
            ("\u{FEFF}A\u{200D}B\u{00AD}C", "ABC"),
        ] {
            assert_eq!(fold(typed), plain, "{typed:?}");
        }
    }

    #[test]
    fn prose_keeps_its_letters() {
        assert_eq!(tidy(" \u{202A}天河\u{3000}路３８５号\u{202C}\u{00A0}"), "天河 路３８５号");
        // A compatibility ideograph stays: it is how this family writes its name.
        assert_eq!(tidy("\u{FA11}"), "\u{FA11}");
        assert_eq!(tidy("a\u{200C}b"), "a\u{200C}b");
        assert_eq!(lines("\u{200F}one\r\n  - two\u{2028}three  \n\n"), "one\n  - two\nthree");
    }
}
