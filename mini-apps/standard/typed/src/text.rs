//! Lines of text by what they are for.

use crate::{Nation, fold, tidy};

/// Keyboard, autofill and checks for a line of text: what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum TextPurpose {
    /// Anything.
    Plain,
    /// A person's name.
    Name,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A postcode.
    Postcode,
    /// A national id number, checked by the nation's rule.
    NationalId,
    /// A reference: a case's number, a code that was sent.
    Reference,
    /// A vehicle's plate.
    Plate,
    /// An account.
    Account,
}

/// The value that a person meant who typed or pasted `text`: what is compared, kept and handed in.
///
/// A telephone number is its digits, with `+` where it names its country and `-` before an extension; an id, a plate and an account are
/// without blanks and in capitals. What cannot be one comes back without what nobody sees, for the person to be told.
#[must_use]
pub fn read(purpose: TextPurpose, text: &str, nation: &Nation) -> String {
    match purpose {
        TextPurpose::Plain => tidy(text),
        TextPurpose::Name => name(text),
        TextPurpose::Phone => phone(&fold(text), nation),
        TextPurpose::Email => email(&fold(text)),
        TextPurpose::Postcode => postcode(fold(text).to_uppercase(), nation),
        TextPurpose::NationalId => id(&fold(text)),
        TextPurpose::Reference => reference(fold(text)),
        TextPurpose::Plate | TextPurpose::Account => closed(&fold(text)).to_uppercase(),
    }
}

/// Without the signs that only part groups.
fn closed(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '·' | '•' | '‧' | '\u{22C5}')).collect()
}

/// Whether a sign is a Chinese character (Unicode, CJK Unified Ideographs and its extensions).
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

/// A name keeps its letters. Full-width Latin letters are an input method's; the dot between the parts of a name in Han is U+00B7, as the
/// household register writes it (GB 18030, 0xA1A4), whichever dot was at hand.
fn name(text: &str) -> String {
    let text = tidy(text);
    let letters: Vec<char> = text.chars().map(narrow).collect();
    let mut name = String::with_capacity(text.len());
    for (at, &c) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied();
        let after = letters.get(at + 1).copied();
        let is_between = before.is_some_and(is_han) && after.is_some_and(is_han);
        match c {
            ' ' if name.ends_with(' ') => {}
            '・' | '•' | '‧' | '∙' | '⋅' | '･' | '.' | '。' if is_between => name.push('·'),
            c => name.push(c),
        }
    }
    name
}

/// A full-width sign of ASCII in its usual width.
fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    }
}

fn phone(folded: &str, nation: &Nation) -> String {
    let lower = folded.to_lowercase();
    let bare = lower.strip_prefix("tel:").unwrap_or(&lower).trim();
    let (number, extension) =
        match ["转", "轉", "ext.", "ext", "x", "#", ";ext="].iter().find_map(|word| bare.split_once(word)) {
            Some((number, extension)) => (number, extension.trim_matches(|c: char| " .:=-".contains(c))),
            None => (bare, ""),
        };
    // A trunk prefix in brackets behind the country's code is not dialled from abroad: +44 (0)20.
    let trunk = format!("({})", nation.trunk_prefix);
    let number = if number.starts_with('+') { number.replacen(&trunk, "", 1) } else { number.to_owned() };
    let digits = dialled(&number);
    let prefix = &*nation.international_prefix;
    let digits = match digits.strip_prefix(prefix).filter(|_| !prefix.is_empty()) {
        Some(rest) => format!("+{rest}"),
        None => digits,
    };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !is_digits(digits.strip_prefix('+').unwrap_or(&digits))
        || !(extension.is_empty() || is_digits(extension))
    {
        return folded.to_owned();
    }
    if !extension.is_empty() {
        return format!("{digits}-{extension}");
    }
    // 020-83126543-8001: a last group that makes it too long for a number is an extension.
    match number.rsplit_once('-').map(|(own, last)| (dialled(own), last.trim())) {
        Some((own, last))
            if (1..=6).contains(&last.len())
                && is_digits(last)
                && !nation.is_phone(&digits)
                && nation.is_phone(&own) =>
        {
            format!("{own}-{last}")
        }
        _ => digits,
    }
}

/// What is dialled of a number as it is written.
fn dialled(number: &str) -> String {
    number.chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '/' | '(' | ')' | '·')).collect()
}

fn email(folded: &str) -> String {
    let inner = match (folded.rfind('<'), folded.rfind('>')) {
        (Some(from), Some(to)) if from < to => &folded[from + 1..to],
        _ => folded,
    };
    let address: String = inner.chars().filter(|c| *c != ' ').collect();
    let address = address.strip_prefix("mailto:").unwrap_or(&address);
    address.trim_end_matches(['.', ',', ';']).to_owned()
}

fn postcode(folded: String, nation: &Nation) -> String {
    let bare = closed(&folded);
    if !nation.is_postcode(&folded) && nation.is_postcode(&bare) { bare } else { folded }
}

/// The last sign of an id may be an X, for which people type what looks like one.
fn id(folded: &str) -> String {
    let mut id: Vec<char> = closed(folded).to_uppercase().chars().collect();
    if let Some(last) = id.last_mut()
        && matches!(*last, '×' | 'Х' | 'Χ' | '✕' | '╳' | '✗')
    {
        *last = 'X';
    }
    id.into_iter().collect()
}

fn reference(folded: String) -> String {
    let is_code = folded.chars().all(|c| c.is_ascii_alphanumeric() || c == ' ' || c == '-');
    if is_code { folded.replace(' ', "") } else { folded }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(purpose: TextPurpose, cases: &[(&str, &str)]) {
        for (typed, meant) in cases {
            assert_eq!(read(purpose, typed, &Nation::built_in()), *meant, "{purpose:?} {typed:?}");
        }
    }

    #[test]
    fn a_telephone_number_is_its_digits() {
        check(
            TextPurpose::Phone,
            &[
                ("１３８００００００００", "13800000000"),
                ("(020) 8312 6543", "02083126543"),
                ("（０２０）８３１２－６５４３", "02083126543"),
                ("\u{2068}138 0013 8000\u{2069}", "13800138000"),
                ("138.0013.8000", "13800138000"),
                ("+86 138\u{2011}0013\u{2013}8000", "+8613800138000"),
                ("0086 13800138000", "+8613800138000"),
                ("+44 (0)20 7946 0018", "+442079460018"),
                ("tel:+442079460018", "+442079460018"),
                ("020-83126543转8001", "02083126543-8001"),
                ("020-8312 6543 ext. 12", "02083126543-12"),
                ("020-83126543-8001", "02083126543-8001"),
                ("138-0013-8000", "13800138000"),
                ("call me", "call me"),
            ],
        );
    }

    #[test]
    fn an_id_is_read_as_it_is_printed() {
        check(
            TextPurpose::NationalId,
            &[
                ("11010519491231002Ｘ", "11010519491231002X"),
                ("110105 19491231 002x", "11010519491231002X"),
                ("110105-1949-1231-002×", "11010519491231002X"),
                ("\u{202D}11010519491231002Х\u{202C}", "11010519491231002X"),
            ],
        );
    }

    #[test]
    fn addresses_codes_and_accounts_are_read() {
        check(
            TextPurpose::Email,
            &[
                ("ａ＠example。cn", "a@example.cn"),
                (" a @ example.cn. ", "a@example.cn"),
                ("mailto:a@example.cn", "a@example.cn"),
                ("Li Wei <li.wei@example.cn>", "li.wei@example.cn"),
            ],
        );
        check(
            TextPurpose::Account,
            &[("6222 0210 0111 6245 702", "6222021001116245702"), ("gb82 west 1234", "GB82WEST1234")],
        );
        check(TextPurpose::Plate, &[("京Ａ·１２３４５", "京A12345"), ("粤b d12345", "粤BD12345")]);
        check(
            TextPurpose::Postcode,
            &[("510 030", "510030"), ("５１００３０", "510030"), ("sw1a 1aa", "SW1A 1AA")],
        );
        check(
            TextPurpose::Reference,
            &[("gd\u{2013}2026 0001", "gd-20260001"), ("粤府 〔2026〕 1号", "粤府 (2026) 1号")],
        );
    }

    #[test]
    fn a_name_keeps_its_letters() {
        check(
            TextPurpose::Name,
            &[
                ("阿卜杜拉・买买提", "阿卜杜拉·买买提"),
                ("阿卜杜拉.买买提", "阿卜杜拉·买买提"),
                ("ＷＡＮＧ　Ｌｉ", "WANG Li"),
                ("J. R. Smith", "J. R. Smith"),
                ("\u{200F}ئابدۇللا\u{200E}", "ئابدۇللا"),
                ("\u{FA11}", "\u{FA11}"),
            ],
        );
    }
}
