//! What a text is made of: runs of Han characters and words of letters and digits.

pub(crate) mod han;
pub(crate) mod latin;
pub(crate) mod pinyin;

use crate::fold::{folded, is_han};

/// A piece of a folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) text: String,
    /// Where it begins in the text as it was given, in bytes, and where what follows it begins.
    pub(crate) from: usize,
    pub(crate) to: usize,
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Han characters without anything between.
    Han,
    /// Letters and digits of any other script.
    Word,
}

/// The longest word that is looked at, in characters: longer ones are no words, and cost.
const LONGEST_WORD: usize = 48;

/// The tokens of a text. An apostrophe inside a word leaves it one word without it, as people type it.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut is_open = false;
    let mut chars = folded(text).peekable();
    while let Some((at, c)) = chars.next() {
        let to = chars.peek().map_or(text.len(), |(next, _)| *next).max(at);
        let kind = if is_han(c) {
            Kind::Han
        } else if c.is_alphanumeric() {
            Kind::Word
        } else {
            is_open &=
                c == '\'' && chars.peek().is_some_and(|(_, next)| next.is_alphabetic() && !is_han(*next));
            continue;
        };
        match tokens.last_mut() {
            Some(last) if is_open && last.kind == kind => {
                last.text.push(c);
                last.to = to;
            }
            _ => tokens.push(Token { kind, text: c.into(), from: at, to }),
        }
        is_open = true;
    }
    join_letters(text, &mut tokens);
    for token in &mut tokens {
        if token.kind == Kind::Word && token.text.len() > LONGEST_WORD {
            token.text = token.text.chars().take(LONGEST_WORD).collect();
        }
    }
    tokens
}

/// Single letters with full stops between are one word: `u.t.r`.
fn join_letters(text: &str, tokens: &mut Vec<Token>) {
    let is_letter = |token: &Token| token.kind == Kind::Word && token.text.chars().nth(1).is_none();
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut is_letters = false;
    for token in tokens.drain(..) {
        let is_one = is_letter(&token);
        match joined.last_mut() {
            Some(last) if is_letters && is_one && text.get(last.to..token.from) == Some(".") => {
                last.text.push_str(&token.text);
                last.to = token.to;
            }
            _ => {
                is_letters = is_one;
                joined.push(token);
            }
        }
    }
    *tokens = joined;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_and_words_are_told_apart() {
        let texts: Vec<_> =
            tokens("办理driver’s licence，HPV疫苗").into_iter().map(|token| token.text).collect();
        assert_eq!(texts, ["办理", "drivers", "licence", "hpv", "疫苗"]);
    }
}
