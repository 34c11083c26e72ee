//! A department that does not answer is left alone for a while (a circuit breaker): whoever calls it is told at once, instead of after the
//! patience of the gateway, and it is not hit by everybody at once when it comes back.
//!
//! Closed, everybody is let through. After [`MOST_FAILURES`] in a row it is open: nobody is, for a wait that doubles with each probe that
//! fails. Then one call is let through as a probe, half-open; its answer closes it.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use fingertip_standard::DepartmentId;

/// After how many calls in a row without an answer a department is left alone.
const MOST_FAILURES: u32 = 5;
/// How long at first.
const FIRST_WAIT: Duration = Duration::from_secs(5);
/// How long at most.
const MOST_WAIT: Duration = Duration::from_secs(60);
/// How long a probe may take: whoever began it may have gone away meanwhile, and says nothing of it.
const PROBE: Duration = Duration::from_secs(15);

/// One breaker a department.
#[derive(Debug, Default)]
pub(crate) struct Breakers {
    by_department: Mutex<HashMap<DepartmentId, Breaker>>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Breaker {
    /// Calls in a row without an answer.
    failures: u32,
    /// Until when nobody is let through; none while it is closed.
    closed_off_until: Option<Instant>,
}

impl Breakers {
    /// Whether the department may be called at `now`.
    ///
    /// # Errors
    /// In how long it is worth trying again.
    pub(crate) fn let_through(&self, department: &DepartmentId, now: Instant) -> Result<(), Duration> {
        self.with(department, |breaker| {
            let Some(until) = breaker.closed_off_until else { return Ok(()) };
            if now < until {
                return Err(until - now);
            }
            // This one is the probe; the next waits for what becomes of it.
            breaker.closed_off_until = Some(now + PROBE);
            Ok(())
        })
    }

    /// The department answered, whatever it said.
    pub(crate) fn note_answer(&self, department: &DepartmentId) {
        self.with(department, |breaker| *breaker = Breaker::default());
    }

    /// The department did not answer, or said that it cannot; whether it is left alone from now on.
    pub(crate) fn note_failure(&self, department: &DepartmentId, now: Instant) -> bool {
        self.with(department, |breaker| {
            breaker.failures = breaker.failures.saturating_add(1);
            let Some(doublings) = breaker.failures.checked_sub(MOST_FAILURES) else { return false };
            let wait = FIRST_WAIT.saturating_mul(1 << doublings.min(8)).min(MOST_WAIT);
            breaker.closed_off_until = Some(now + wait);
            true
        })
    }

    fn with<T>(&self, department: &DepartmentId, work: impl FnOnce(&mut Breaker) -> T) -> T {
        let mut breakers = self.by_department.lock().unwrap_or_else(PoisonError::into_inner);
        work(breakers.entry(department.clone()).or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> DepartmentId {
        DepartmentId::new(text).expect("an id")
    }

    fn open(at: Instant) -> Breakers {
        let breakers = Breakers::default();
        for number in 1..=MOST_FAILURES {
            assert_eq!(breakers.let_through(&id("transport"), at), Ok(()), "call {number} is let through");
            assert_eq!(breakers.note_failure(&id("transport"), at), number == MOST_FAILURES);
        }
        breakers
    }

    #[test]
    fn a_department_that_does_not_answer_is_left_alone_and_no_other() {
        let begin = Instant::now();
        let breakers = open(begin);
        assert_eq!(breakers.let_through(&id("transport"), begin), Err(FIRST_WAIT));
        let later = begin + Duration::from_secs(3);
        assert_eq!(breakers.let_through(&id("transport"), later), Err(Duration::from_secs(2)));
        assert_eq!(breakers.let_through(&id("taxation"), begin), Ok(()));
    }

    #[test]
    fn one_probe_at_a_time_and_its_answer_lets_everybody_through() {
        let begin = Instant::now();
        let breakers = open(begin);
        let then = begin + FIRST_WAIT;
        assert_eq!(breakers.let_through(&id("transport"), then), Ok(()), "the probe");
        assert_eq!(breakers.let_through(&id("transport"), then), Err(PROBE), "nobody beside it");
        breakers.note_answer(&id("transport"));
        for _ in 0..3 {
            assert_eq!(breakers.let_through(&id("transport"), then), Ok(()));
        }
        assert!(!breakers.note_failure(&id("transport"), then), "they are counted from the beginning again");
    }

    #[test]
    fn each_probe_that_fails_doubles_the_wait_up_to_a_minute() {
        let mut now = Instant::now();
        let breakers = open(now);
        for seconds in [5, 10, 20, 40, 60, 60] {
            let wait = Duration::from_secs(seconds);
            assert_eq!(breakers.let_through(&id("transport"), now), Err(wait));
            now += wait;
            assert_eq!(breakers.let_through(&id("transport"), now), Ok(()));
            assert!(breakers.note_failure(&id("transport"), now));
        }
    }

    #[test]
    fn a_probe_that_nobody_waits_for_any_more_does_not_keep_the_department_away() {
        let begin = Instant::now();
        let breakers = open(begin);
        let probe = begin + FIRST_WAIT;
        assert_eq!(breakers.let_through(&id("transport"), probe), Ok(()));
        assert_eq!(breakers.let_through(&id("transport"), probe + PROBE), Ok(()), "another probe");
    }

    #[test]
    fn an_answer_in_between_begins_the_count_anew() {
        let now = Instant::now();
        let breakers = Breakers::default();
        for _ in 0..3 {
            for _ in 1..MOST_FAILURES {
                assert!(!breakers.note_failure(&id("transport"), now));
            }
            breakers.note_answer(&id("transport"));
        }
        assert_eq!(breakers.let_through(&id("transport"), now), Ok(()));
    }
}
