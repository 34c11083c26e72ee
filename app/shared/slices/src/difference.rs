//! What has changed between two slices: lines that stay, by their place, and lines that are new.
//!
//! A difference is lines itself. `=7 100` is a hundred lines of the slice before from its eighth on, and `+` begins a new line. So who
//! writes it needs no more of the slice before than a short hash a line ([`traces`]), and who reads it does not have to be told what is
//! gone, moved or sorted. Whether it led to the right slice says its name alone.

use std::{collections::HashMap, fmt::Write as _};

use sha2::{Digest, Sha256};

use crate::{Lines, SliceError, name_of};

/// Bytes of a line's hash by which it is known again. A line that is taken for another gives a slice of another name, which is then read
/// as a whole.
const TRACE: usize = 8;

/// What is to be known of a slice to say later what has changed since: eight bytes a line.
#[must_use]
pub fn traces(lines: &Lines) -> Vec<u8> {
    lines.all().flat_map(trace).collect()
}

fn trace(line: &str) -> [u8; TRACE] {
    let hash: [u8; 32] = Sha256::digest(line.as_bytes()).into();
    let mut trace = [0; TRACE];
    trace.copy_from_slice(&hash[..TRACE]);
    trace
}

/// What leads to `now` from the slice that left these `traces`.
#[must_use]
pub fn between(traces: &[u8], now: &Lines) -> String {
    let before: HashMap<&[u8], usize> =
        traces.chunks_exact(TRACE).enumerate().map(|(place, trace)| (trace, place)).collect();
    let mut difference = String::new();
    let mut run: Option<(usize, usize)> = None;
    for line in now.all() {
        let place = before.get(&trace(line)[..]).copied();
        run = match (run, place) {
            (Some((from, count)), Some(place)) if from + count == place => Some((from, count + 1)),
            (run, place) => {
                end(&mut difference, run);
                if place.is_none() {
                    difference.push('+');
                    difference.push_str(line);
                    difference.push('\n');
                }
                place.map(|place| (place, 1))
            }
        };
    }
    end(&mut difference, run);
    difference
}

fn end(difference: &mut String, run: Option<(usize, usize)>) {
    if let Some((from, count)) = run {
        writeln!(difference, "={from} {count}").expect("a string takes what is written");
    }
}

/// The slice that `difference` leads to from `before`: the one with the name `sha256`, of `bytes` bytes.
///
/// # Errors
/// [`SliceError::DoesNotFit`], [`SliceError::TooLarge`], or [`SliceError::OtherName`] where it leads elsewhere.
pub fn applied(before: &Lines, difference: &str, sha256: &str, bytes: u64) -> Result<Lines, SliceError> {
    let most = usize::try_from(bytes).unwrap_or(usize::MAX);
    let before: Vec<&str> = before.all().collect();
    let mut text = String::new();
    let mut add = |line: &str| {
        if text.len() + line.len() + 1 > most {
            return Err(SliceError::TooLarge);
        }
        text.push_str(line);
        text.push('\n');
        Ok(())
    };
    for step in difference.lines() {
        if let Some(line) = step.strip_prefix('+') {
            add(line)?;
            continue;
        }
        let run = step.strip_prefix('=').and_then(|run| run.split_once(' '));
        let (from, count) = run.ok_or(SliceError::DoesNotFit)?;
        let from: usize = from.parse().map_err(|_| SliceError::DoesNotFit)?;
        let count: usize = count.parse().map_err(|_| SliceError::DoesNotFit)?;
        let end = from.checked_add(count).ok_or(SliceError::DoesNotFit)?;
        before.get(from..end).ok_or(SliceError::DoesNotFit)?.iter().try_for_each(|line| add(line))?;
    }
    if name_of(&text) != sha256 {
        return Err(SliceError::OtherName);
    }
    Ok(Lines::from_text(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Lines {
        Lines::from_text(text.chars().map(|line| format!("{line}\n")).collect())
    }

    fn lead(before: &str, now: &str) -> String {
        let (before, now) = (lines(before), lines(now));
        let difference = between(&traces(&before), &now);
        let length = u64::try_from(now.text().len()).expect("short");
        assert_eq!(applied(&before, &difference, &now.name(), length).as_ref(), Ok(&now));
        difference
    }

    #[test]
    fn lines_that_are_new_gone_moved_or_twice_lead_from_one_slice_to_the_next() {
        assert_eq!(lead("abcdefgh", "abcdefgh"), "=0 8\n");
        assert_eq!(lead("abcdefgh", "abXefgh"), "=0 2\n+X\n=4 4\n");
        assert_eq!(lead("abcd", "cdab"), "=2 2\n=0 2\n");
        for (before, now) in [("", "ab"), ("ab", ""), ("aab", "abab"), ("abc", "cba"), ("abc", "xyz")] {
            lead(before, now);
        }
    }

    #[test]
    fn a_difference_that_leads_elsewhere_is_refused_at_bounded_cost() {
        let (before, now) = (lines("abcd"), lines("abXd"));
        let apply = |difference: &str, bytes| applied(&before, difference, &now.name(), bytes);
        assert_eq!(apply("=0 4\n", 8), Err(SliceError::OtherName));
        assert_eq!(apply("=0 4\n=0 4\n", 8), Err(SliceError::TooLarge));
        for nonsense in
            ["=0 5\n", "=9 1\n", "=18446744073709551615 2\n", "=a b\n", "=1\n", "-a\n", "\n", "\0", "=-1 1"]
        {
            assert_eq!(apply(nonsense, 8), Err(SliceError::DoesNotFit), "{nonsense:?}");
        }
        // Of another slice: the places are there, what stands in them is other.
        let difference = between(&traces(&lines("abcd")), &now);
        assert_eq!(applied(&lines("wxyz"), &difference, &now.name(), 8), Err(SliceError::OtherName));
    }
}
