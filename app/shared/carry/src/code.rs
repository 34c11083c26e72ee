//! The recovery code: what a person writes on paper, and types in again years later.
//!
//! 27 random signs of Crockford's base 32 (<https://www.crockford.com/base32.html>) are 135 bits; the last sign is a check. His own check sign
//! may be one of `*~$=U`, which nobody reads out loud, so the check is that of Luhn for 32 signs: it finds every wrong sign, and two
//! neighbours that changed places but for one pair of signs.

use std::fmt;

use fingertip_standard::{Fault, FaultClass};
use fingertip_typed::fold;
use rand::{Rng, TryRngCore, rngs::OsRng};

/// Digits and letters that look like no other: without I, L, O and U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The signs of a code with its check.
const SIGNS: usize = 28;
/// Signs of a group.
const GROUP: usize = 4;
/// No text longer than this is looked at, in bytes: a code with every sign on a line of its own is shorter.
const TEXT_BYTES: usize = 1024;

/// What opens a copy. Its `Debug` shows nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode([u8; SIGNS]);

/// Why a text is no recovery code. Nothing was opened with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// It has fewer or more signs than a code.
    #[error("a recovery code has {SIGNS} signs")]
    Length,
    /// It has a sign that no code has.
    #[error("a recovery code has digits and letters only")]
    Sign,
    /// It has a typing mistake: the check does not hold.
    #[error("the recovery code has a mistake in it")]
    Check,
}

impl Fault for CodeError {
    fn class(&self) -> FaultClass {
        FaultClass::Person
    }

    fn message_id(&self) -> &'static str {
        match self {
            Self::Length => "fault-carry-code-length",
            Self::Sign => "fault-carry-code-sign",
            Self::Check => "fault-carry-code-check",
        }
    }
}

impl RecoveryCode {
    /// A new code, from the system's random numbers.
    #[must_use]
    pub fn generate() -> Self {
        let mut signs = [0; SIGNS];
        // From the system itself: a generator of ours keeps in memory what it gave until it gives something else.
        let mut random = OsRng.unwrap_err();
        for sign in &mut signs[..SIGNS - 1] {
            *sign = random.random_range(0..32);
        }
        signs[SIGNS - 1] = (32 - sum(&signs) % 32) % 32;
        Self(signs)
    }

    /// Reads what a person typed: upper or lower case, in groups or not, with dashes of any kind, full-width, O for 0, I or L for 1, U for V.
    ///
    /// # Errors
    /// [`CodeError`]: what is wrong with it.
    pub fn read(text: &str) -> Result<Self, CodeError> {
        if text.len() > TEXT_BYTES {
            return Err(CodeError::Length);
        }
        let folded = fold(text);
        let meant = folded.chars().flat_map(char::to_uppercase).filter(|sign| !is_between(*sign));
        let values = meant.map(value).collect::<Option<Vec<u8>>>().ok_or(CodeError::Sign)?;
        let signs = <[u8; SIGNS]>::try_from(values).map_err(|_| CodeError::Length)?;
        if sum(&signs).is_multiple_of(32) { Ok(Self(signs)) } else { Err(CodeError::Check) }
    }

    /// The code in groups of four signs, as it is shown.
    #[must_use]
    pub fn groups(&self) -> Vec<String> {
        let sign = |value: &u8| char::from(ALPHABET[usize::from(*value)]);
        self.0.chunks(GROUP).map(|group| group.iter().map(sign).collect()).collect()
    }

    /// The code as one line: its groups with hyphens between them. It is the passphrase of the age file, letter for letter.
    #[must_use]
    pub fn text(&self) -> String {
        self.groups().join("-")
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecoveryCode").finish_non_exhaustive()
    }
}

/// What stands between signs: blanks, dashes of any script, a full stop, and marks that are not seen and come along when a code is
/// copied from a page that runs from right to left.
fn is_between(sign: char) -> bool {
    matches!(sign, ' ' | '-' | '_' | '.' | ',' | '~')
}

/// The value of a sign, of those that look like one too.
fn value(sign: char) -> Option<u8> {
    let sign = match sign {
        'O' => '0',
        'I' | 'L' => '1',
        'U' => 'V',
        // The digits of Arabic keyboards, which Uyghur is written on.
        '\u{660}'..='\u{669}' => digit(sign, '\u{660}')?,
        '\u{6F0}'..='\u{6F9}' => digit(sign, '\u{6F0}')?,
        sign => sign,
    };
    let place = ALPHABET.iter().position(|own| char::from(*own) == sign)?;
    u8::try_from(place).ok()
}

fn digit(sign: char, zero: char) -> Option<char> {
    char::from_digit(u32::from(sign) - u32::from(zero), 10)
}

/// Luhn's sum for 32 signs: from the right, every second value counts double, with the digits of its double in base 32 added up.
fn sum(signs: &[u8; SIGNS]) -> u8 {
    signs.iter().rev().enumerate().fold(0, |sum, (place, value)| {
        let counted = if place % 2 == 0 { *value } else { value * 2 / 32 + value * 2 % 32 };
        (sum + counted) % 32
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_write_it() {
        for _ in 0..50 {
            let code = RecoveryCode::generate();
            let text = code.text();
            assert_eq!((text.len(), code.groups().len()), (34, 7));
            let full_width = |sign: char| match sign {
                '!'..='~' => char::from_u32(u32::from(sign) + 0xFEE0).unwrap_or(sign),
                sign => sign,
            };
            let written = [
                text.clone(),
                text.to_lowercase(),
                text.replace('-', ""),
                text.replace('-', " \u{2013} "),
                format!("\u{200F}{}\u{202C}\r\n", text.replace('-', "\u{2212}")),
                text.replace('-', "\u{30FC}").chars().map(full_width).collect(),
                text.replace('0', "o").replace('1', "l").replace('V', "u"),
                text.replace('1', "I").replace('3', "\u{663}").replace('4', "\u{6F4}"),
            ];
            for written in written {
                assert_eq!(RecoveryCode::read(&written), Ok(code.clone()), "{written:?}");
            }
        }
    }

    #[test]
    fn every_wrong_sign_is_found_and_nearly_all_that_changed_places() {
        let code = RecoveryCode::generate();
        for place in 0..SIGNS {
            for other in (0..32).filter(|other| *other != code.0[place]) {
                let mut signs = code.0;
                signs[place] = other;
                assert_eq!(RecoveryCode::read(&RecoveryCode(signs).text()), Err(CodeError::Check));
            }
        }
        for (first, second) in (0..32_u8).flat_map(|first| (0..first).map(move |second| (first, second))) {
            let weigh = |value: u8| u16::from(value * 2 / 32 + value * 2 % 32);
            let is_missed =
                (weigh(first) + u16::from(second)) % 32 == (weigh(second) + u16::from(first)) % 32;
            assert_eq!(is_missed, (first, second) == (31, 0));
        }
    }

    #[test]
    fn what_is_no_code_is_named() {
        let text = RecoveryCode::generate().text();
        for (written, why) in [
            ("", CodeError::Length),
            (&text[..33], CodeError::Length),
            (&format!("{text}0"), CodeError::Length),
            (&"0".repeat(1 << 20), CodeError::Length),
            (&text.replace('-', "#"), CodeError::Sign),
            ("密码", CodeError::Sign),
        ] {
            assert_eq!(RecoveryCode::read(written), Err(why));
        }
    }

    #[test]
    fn no_two_codes_are_the_same_and_none_is_in_a_log() {
        let (one, other) = (RecoveryCode::generate(), RecoveryCode::generate());
        assert_ne!(one, other);
        assert_eq!(format!("{one:?}"), "RecoveryCode { .. }");
    }
}
