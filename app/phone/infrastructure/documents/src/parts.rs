//! A document that is too large for one code goes in several, each with its number and the hash of the whole: in any order, scanned by
//! whatever reads codes.
//!
//! `fingertip-part:2/3:1f0c4a5be2d67788:...` is the second of three. Structured append of ISO/IEC 18004, 8 would say the same to the
//! reader's machine; of the readers that people have, hardly one understands it.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

/// The most bytes in a code that is read well from another's screen.
pub const ONE_CODE: usize = 1200;
/// How much of a document goes into a part.
const PART: usize = 800;
/// The most parts: nobody scans more.
pub const MOST_PARTS: usize = 12;
/// The largest document that is shown, or joined.
pub const MOST_BYTES: usize = PART * MOST_PARTS;
const PREFIX: &str = "fingertip-part:";

/// The texts of the codes that show `jws`: itself where it fits into one. None where it is too large to be shown at all.
#[must_use]
pub fn split(jws: &str) -> Vec<String> {
    if jws.len() <= ONE_CODE {
        return vec![jws.to_owned()];
    }
    // A compact JWS is ASCII; what is none is no document.
    if jws.len() > MOST_BYTES || !jws.is_ascii() {
        return Vec::new();
    }
    let (hash, n_parts) = (hash_of(jws), jws.len().div_ceil(PART));
    // Equal parts make equal codes.
    let size = jws.len().div_ceil(n_parts);
    let parts = jws.as_bytes().chunks(size).map(String::from_utf8_lossy);
    (1..).zip(parts).map(|(number, part)| format!("{PREFIX}{number}/{n_parts}:{hash}:{part}")).collect()
}

fn hash_of(jws: &str) -> String {
    hex::encode(&Sha256::digest(jws.as_bytes())[..8])
}

/// Parts of one document, as they are scanned.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parts {
    hash: String,
    total: usize,
    scanned: BTreeMap<usize, String>,
}

/// What a scanned text was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Joined {
    /// A whole document, or what would be one.
    Whole(String),
    /// Part of one: so many of so many are there.
    Missing {
        /// How many are there.
        scanned: usize,
        /// How many there are.
        total: usize,
    },
    /// Nothing that can be put together.
    Nonsense,
}

impl Parts {
    /// How many parts are there, of how many.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.scanned.len(), self.total)
    }

    /// Takes scanned texts in, one a line. A part of another document begins anew.
    pub fn take(&mut self, text: &str) -> Joined {
        if text.len() > 2 * MOST_BYTES {
            return Joined::Nonsense;
        }
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let mut outcome = Joined::Nonsense;
        for line in lines {
            outcome = match line.strip_prefix(PREFIX) {
                None => Joined::Whole(line.to_owned()),
                Some(part) => self.take_part(part).unwrap_or(Joined::Nonsense),
            };
            if outcome == Joined::Nonsense {
                break;
            }
        }
        if !matches!(outcome, Joined::Missing { .. }) {
            *self = Self::default();
        }
        outcome
    }

    fn take_part(&mut self, part: &str) -> Option<Joined> {
        let (place, rest) = part.split_once(':')?;
        let (hash, content) = rest.split_once(':')?;
        let (number, total) = place.split_once('/')?;
        let (number, total): (usize, usize) = (number.parse().ok()?, total.parse().ok()?);
        if !(2..=MOST_PARTS).contains(&total) || !(1..=total).contains(&number) || content.len() > PART {
            return None;
        }
        if (self.hash.as_str(), self.total) != (hash, total) {
            *self = Self { hash: hash.to_owned(), total, scanned: BTreeMap::new() };
        }
        self.scanned.insert(number, content.to_owned());
        if self.scanned.len() < total {
            return Some(Joined::Missing { scanned: self.scanned.len(), total });
        }
        let whole: String = self.scanned.values().map(String::as_str).collect();
        (hash_of(&whole) == self.hash).then_some(Joined::Whole(whole))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(length: usize) -> String {
        ('a'..='z').cycle().take(length).collect()
    }

    #[test]
    fn what_fits_into_one_code_stays_as_it_is() {
        let jws = document(ONE_CODE);
        assert_eq!(split(&jws), std::slice::from_ref(&jws));
        assert_eq!(Parts::default().take(&jws), Joined::Whole(jws));
    }

    #[test]
    fn a_large_document_is_whole_again_in_any_order() {
        for length in [ONE_CODE + 1, 1601, 3000, MOST_BYTES] {
            let jws = document(length);
            let codes = split(&jws);
            assert!(codes.iter().all(|code| code.len() <= ONE_CODE), "{length}");
            let mut parts = Parts::default();
            let (last, before) = codes.split_first().expect("parts");
            for (scanned, code) in (1..).zip(before) {
                assert_eq!(parts.take(code), Joined::Missing { scanned, total: codes.len() });
                assert_eq!(
                    parts.take(code),
                    Joined::Missing { scanned, total: codes.len() },
                    "scanned twice"
                );
            }
            assert_eq!(parts.take(last), Joined::Whole(jws.clone()));
            assert_eq!(Parts::default().take(&codes.join("\n")), Joined::Whole(jws), "all at once");
        }
        assert!(split(&document(MOST_BYTES + 1)).is_empty());
        assert!(split(&"文".repeat(ONE_CODE)).is_empty());
    }

    #[test]
    fn parts_of_two_documents_make_none() {
        let (one, other) = (split(&document(2000)), split(&document(2001)));
        let mut parts = Parts::default();
        parts.take(&one[0]);
        let total = other.len();
        assert_eq!(parts.take(&other[1]), Joined::Missing { scanned: 1, total });
        let forged = one[1].replace("abc", "xyz");
        let mut parts = Parts::default();
        one.iter().take(one.len() - 1).for_each(|part| drop(parts.take(part)));
        let last = one.last().expect("a part").replace("abc", "xyz");
        assert_eq!(parts.take(&last), Joined::Nonsense, "{forged}");
    }

    #[test]
    fn what_is_no_part_is_nonsense_and_costs_nothing() {
        let long = format!("fingertip-part:1/2:00:{}", "x".repeat(PART + 1));
        let all = "x\n".repeat(2 * MOST_BYTES);
        for text in [
            "",
            " \n ",
            "fingertip-part:",
            "fingertip-part:1/2",
            "fingertip-part:1/2:00",
            "fingertip-part:0/2:00:a",
            "fingertip-part:3/2:00:a",
            "fingertip-part:1/1:00:a",
            "fingertip-part:1/99999999999999999999:00:a",
            "fingertip-part:1/13:00:a",
            "fingertip-part:-1/2:00:a",
            &long,
            &all,
        ] {
            assert_eq!(Parts::default().take(text), Joined::Nonsense, "{}", &text[..text.len().min(40)]);
        }
    }
}
