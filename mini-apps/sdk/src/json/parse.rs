//! Reading JSON (RFC 8259). What comes in is a department's reply or the mini-app's own saved state.

use super::Json;
use crate::Decimal;

/// Deeper nesting is refused, so that a reply cannot exhaust the small stack of a component.
const DEPTH: usize = 32;

pub(super) fn parse(text: &str) -> Option<Json> {
    let mut reader = Reader { rest: text };
    let value = reader.value(DEPTH)?;
    reader.skip_blanks();
    reader.rest.is_empty().then_some(value)
}

struct Reader<'t> {
    rest: &'t str,
}

impl<'t> Reader<'t> {
    fn skip_blanks(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    /// Takes `token` after any blanks, if it is next.
    fn take(&mut self, token: &str) -> bool {
        self.skip_blanks();
        let taken = self.rest.strip_prefix(token);
        self.rest = taken.unwrap_or(self.rest);
        taken.is_some()
    }

    /// Takes bytes while `holds`; all of them are ASCII.
    fn take_while(&mut self, holds: impl Fn(u8) -> bool) -> &'t str {
        let end = self.rest.bytes().position(|byte| !holds(byte)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        let inner = depth.checked_sub(1)?;
        self.skip_blanks();
        match self.rest.bytes().next()? {
            b'{' => self.object(inner),
            b'[' => self.list(inner),
            b'"' => self.text().map(Json::Text),
            b't' => self.take("true").then_some(Json::Bool(true)),
            b'f' => self.take("false").then_some(Json::Bool(false)),
            b'n' => self.take("null").then_some(Json::Null),
            _ => self.number().map(Json::Number),
        }
    }

    fn list(&mut self, depth: usize) -> Option<Json> {
        let mut items = Vec::new();
        self.take("[");
        if self.take("]") {
            return Some(Json::List(items));
        }
        loop {
            items.push(self.value(depth)?);
            if self.take("]") {
                return Some(Json::List(items));
            }
            self.take(",").then_some(())?;
        }
    }

    fn object(&mut self, depth: usize) -> Option<Json> {
        let mut members = Vec::new();
        self.take("{");
        if self.take("}") {
            return Some(Json::Object(members));
        }
        loop {
            self.skip_blanks();
            let name = self.text()?;
            self.take(":").then_some(())?;
            members.push((name, self.value(depth)?));
            if self.take("}") {
                return Some(Json::Object(members));
            }
            self.take(",").then_some(())?;
        }
    }

    fn number(&mut self) -> Option<Decimal> {
        let is_negative = self.take("-");
        let whole = self.take_while(|byte| byte.is_ascii_digit());
        let fraction = match self.rest.strip_prefix('.') {
            Some(rest) => {
                self.rest = rest;
                Some(self.take_while(|byte| byte.is_ascii_digit()))
            }
            None => None,
        };
        // A number with an exponent is nothing that a department sends; what follows it is then refused.
        if whole.is_empty() || fraction == Some("") {
            return None;
        }
        let fraction = fraction.unwrap_or_default();
        let mut digits: i64 = 0;
        for byte in whole.bytes().chain(fraction.bytes()) {
            digits = digits.checked_mul(10)?.checked_sub(i64::from(byte - b'0'))?;
        }
        let digits = if is_negative { digits } else { digits.checked_neg()? };
        Some(Decimal { digits, scale: u8::try_from(fraction.len()).ok()? })
    }

    fn text(&mut self) -> Option<String> {
        self.rest = self.rest.strip_prefix('"')?;
        let mut text = String::new();
        loop {
            let end = self.rest.find(['"', '\\'])?;
            let (plain, rest) = self.rest.split_at_checked(end)?;
            text.push_str(plain);
            let mut chars = rest.chars();
            if chars.next() == Some('"') {
                self.rest = chars.as_str();
                return Some(text);
            }
            let escape = chars.next()?;
            self.rest = chars.as_str();
            text.push(match escape {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\u{8}',
                'f' => '\u{c}',
                'u' => self.code_point()?,
                '"' | '\\' | '/' => escape,
                _ => return None,
            });
        }
    }

    fn code_point(&mut self) -> Option<char> {
        let first = self.hex()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first);
        }
        self.rest = self.rest.strip_prefix("\\u")?;
        let second = self.hex()?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
        char::from_u32(0x10000 + ((first - 0xd800) << 10) + second)
    }

    fn hex(&mut self) -> Option<u32> {
        let (digits, rest) = self.rest.split_at_checked(4)?;
        self.rest = rest;
        digits.chars().try_fold(0, |value, char| Some(value * 16 + char.to_digit(16)?))
    }
}
