//! Whose turn it is to be delivered to a department, so that nobody is held up by what somebody else sent: one delivery a person at a time,
//! and two lanes. Whoever's delivery takes long or failed is in the slow one until something of theirs is taken; all others are in the quick
//! one, whatever the slow ones do.

use std::{
    collections::HashMap,
    time::{Duration, Instant},
};

use super::fate::{Fate, Outcome};

/// How many quick deliveries go out at a time.
const QUICK: usize = 4;
/// How many slow ones do.
const SLOW: usize = 4;
/// After how long a delivery is a slow one. A department that takes longer with everything takes fewer at a time.
const SLOW_AFTER: Duration = Duration::from_millis(500);
/// More persons than this whose deliveries fail are no persons' fault: the department is down, and nobody is remembered.
const MOST_SUSPECTS: usize = 2_000;
/// How long whoever's deliveries fail waits at first; doubled with each that fails.
const FIRST_WAIT: Duration = Duration::from_millis(200);
/// How long at most.
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// Who is in which lane.
#[derive(Debug, Default)]
pub(super) struct Lanes {
    /// Whose delivery is under way, and since when.
    under_way: HashMap<String, Instant>,
    /// Whose deliveries failed, and nothing of theirs was taken since.
    suspects: HashMap<String, Suspect>,
}

/// Somebody whose deliveries fail.
#[derive(Debug, Clone, Copy)]
struct Suspect {
    /// How many did in a row.
    failures: u32,
    /// Before which nothing more of theirs is tried.
    not_before: Instant,
}

/// How much more may go out, and whose.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Room {
    /// How many quick ones.
    pub(super) quick: usize,
    /// Of all but these persons.
    pub(super) quick_but: Vec<String>,
    /// How many slow ones.
    pub(super) slow: usize,
    /// Of these persons.
    pub(super) slow_of: Vec<String>,
}

impl Lanes {
    /// A delivery of this person has begun.
    pub(super) fn begin(&mut self, subject: &str, now: Instant) {
        self.under_way.insert(subject.to_owned(), now);
    }

    /// It has ended so.
    pub(super) fn note(&mut self, subject: &str, (outcome, fate): (Outcome, Fate), now: Instant) {
        self.under_way.remove(subject);
        match (fate, outcome) {
            (Fate::Delivered, _) => drop(self.suspects.remove(subject)),
            // That nobody is there is nobody's fault.
            (_, Outcome::NobodyThere) => {}
            _ => {
                let known = Suspect { failures: 0, not_before: now };
                let suspect = self.suspects.entry(subject.to_owned()).or_insert(known);
                let wait = FIRST_WAIT.saturating_mul(1 << suspect.failures.min(8)).min(LONGEST_WAIT);
                *suspect = Suspect { failures: suspect.failures + 1, not_before: now + wait };
            }
        }
        if self.suspects.len() > MOST_SUSPECTS {
            self.suspects.clear();
        }
    }

    /// How much more may go out.
    pub(super) fn room(&self, now: Instant) -> Room {
        let n_quick =
            self.under_way.iter().filter(|(subject, since)| self.is_quick(subject, **since, now)).count();
        // Those that became slow on their way count there, also where they are more than may go out.
        let n_slow = self.under_way.len() - n_quick;
        let idle = || self.suspects.iter().filter(|(subject, _)| !self.under_way.contains_key(*subject));
        let is_due = |(_, suspect): &(&String, &Suspect)| suspect.not_before <= now;
        Room {
            quick: QUICK.saturating_sub(n_quick),
            quick_but: self.under_way.keys().chain(idle().map(|(subject, _)| subject)).cloned().collect(),
            slow: SLOW.saturating_sub(n_slow),
            slow_of: idle().filter(is_due).map(|(subject, _)| subject.clone()).collect(),
        }
    }

    /// In how long more may go out without anything having ended: a quick one has become slow, or whoever waits has waited. None where that
    /// changes nothing.
    pub(super) fn until_more(&self, now: Instant) -> Option<Duration> {
        let room = self.room(now);
        let quick = self.under_way.iter().filter(|(subject, since)| self.is_quick(subject, **since, now));
        let slower = quick.map(|(_, since)| SLOW_AFTER.saturating_sub(now.duration_since(*since))).min();
        let waiting = self.suspects.iter().filter(|(subject, _)| !self.under_way.contains_key(*subject));
        let waited = waiting
            .filter(|(_, suspect)| suspect.not_before > now)
            .map(|(_, suspect)| suspect.not_before - now)
            .min();
        [slower.filter(|_| room.quick == 0), waited.filter(|_| room.slow > 0)].into_iter().flatten().min()
    }

    fn is_quick(&self, subject: &str, since: Instant, now: Instant) -> bool {
        !self.suspects.contains_key(subject) && now.duration_since(since) < SLOW_AFTER
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begun(subjects: &[&str], now: Instant) -> Lanes {
        let mut lanes = Lanes::default();
        for subject in subjects {
            lanes.begin(subject, now);
        }
        lanes
    }

    #[test]
    fn what_takes_long_makes_room_for_others_and_not_for_its_own_person() {
        let now = Instant::now();
        let lanes = begun(&["a", "b", "c", "d"], now);
        assert_eq!((lanes.room(now).quick, lanes.until_more(now)), (0, Some(SLOW_AFTER)));
        let later = now + SLOW_AFTER;
        let room = lanes.room(later);
        assert_eq!((room.quick, room.slow, lanes.until_more(later)), (4, 0, None));
        assert_eq!(room.quick_but.len(), 4, "one at a time of each");
    }

    #[test]
    fn whose_deliveries_fail_is_slow_until_something_of_theirs_is_taken() {
        let now = Instant::now();
        let mut lanes = begun(&["a", "b", "c"], now);
        lanes.note("a", (Outcome::NoAnswer, Fate::Again), now);
        lanes.note("b", (Outcome::NobodyThere, Fate::Again), now);
        lanes.note("c", (Outcome::Answered(422), Fate::Aside(Some(422))), now);
        let room = lanes.room(now);
        assert_eq!((room.quick, room.slow, room.quick_but.len()), (4, 4, 2), "a and c");
        lanes.note("c", (Outcome::Answered(202), Fate::Delivered), now);
        assert_eq!((room.slow_of.len(), lanes.until_more(now)), (0, Some(FIRST_WAIT)), "not at once again");
        let now = now + FIRST_WAIT;
        assert_eq!(lanes.room(now).slow_of, ["a"]);
        lanes.begin("a", now);
        assert_eq!((lanes.room(now).quick, lanes.room(now).slow, lanes.room(now).slow_of.len()), (4, 3, 0));
        lanes.note("a", (Outcome::Answered(500), Fate::Again), now);
        assert_eq!(lanes.until_more(now), Some(FIRST_WAIT * 2));
        lanes.note("a", (Outcome::Answered(202), Fate::Delivered), now);
        assert_eq!((lanes.room(now).slow_of.len(), lanes.room(now).quick_but.len()), (0, 0));
    }

    #[test]
    fn a_department_that_fails_for_everybody_makes_nobody_slow_for_long() {
        let now = Instant::now();
        let mut lanes = Lanes::default();
        for n in 0..=MOST_SUSPECTS {
            lanes.note(&n.to_string(), (Outcome::Answered(500), Fate::Again), now);
        }
        assert!(lanes.room(now).quick_but.len() < MOST_SUSPECTS);
        for _ in 0..40 {
            lanes.note("a", (Outcome::Answered(500), Fate::Again), now);
        }
        assert_eq!(lanes.room(now + LONGEST_WAIT).slow_of, ["a"], "a wait has an end");
    }
}
