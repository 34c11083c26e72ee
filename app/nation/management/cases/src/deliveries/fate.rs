//! What becomes of a delivery after a try: it is there, it goes again later, or it is put aside.

use std::time::Duration;

use fingertip_store::outbox::Parcel;

/// The first wait after a failure; doubled with each.
const FIRST_WAIT: Duration = Duration::from_millis(100);
/// The longest wait.
pub(super) const LONGEST_WAIT: Duration = Duration::from_secs(30);
/// How many others a department must have taken meanwhile before the fault is that of a delivery and not of the department.
const LEAST_PASSED_BY: u32 = 2;

/// What came of a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// An answer with this HTTP status.
    Answered(u16),
    /// No answer, though somebody was there.
    NoAnswer,
    /// Nobody was there.
    NobodyThere,
}

/// What becomes of a delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// The department has it.
    Delivered,
    /// It goes out again later.
    Again,
    /// It is put aside; with the status of a refusal.
    Aside(Option<u16>),
}

/// A refusal is one of the delivery where it is a client's error that another try does not mend (RFC 9110, 15.5; 408, RFC 8470 425, RFC 6585
/// 429), but for what is about the department's and the platform's token. Other failures are the department's, and it is waited for however
/// long it is down, unless it takes others all the while.
pub(super) fn judge(outcome: Outcome, parcel: &Parcel, most_attempts: u32) -> Fate {
    let status = match outcome {
        Outcome::Answered(200..300) => return Fate::Delivered,
        Outcome::Answered(status @ 400..500) if !matches!(status, 401 | 407 | 408 | 425 | 429) => {
            return Fate::Aside(Some(status));
        }
        Outcome::Answered(status) => Some(status),
        Outcome::NoAnswer => None,
        Outcome::NobodyThere => return Fate::Again,
    };
    let has_failed_alone = parcel.attempts + 1 >= most_attempts && parcel.passed_by >= LEAST_PASSED_BY;
    if has_failed_alone { Fate::Aside(status) } else { Fate::Again }
}

/// The wait before the next attempt.
pub(super) fn derive_wait(attempts: u32) -> Duration {
    FIRST_WAIT.saturating_mul(1 << attempts.min(16)).min(LONGEST_WAIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_a_bound() {
        assert_eq!(derive_wait(0), Duration::from_millis(100));
        assert_eq!(derive_wait(3), Duration::from_millis(800));
        assert_eq!(derive_wait(400), Duration::from_secs(30));
    }

    #[test]
    fn what_is_refused_is_put_aside_and_a_department_that_is_down_is_waited_for() {
        let parcel = |attempts, passed_by| Parcel {
            id: "a".into(),
            subject: "p".into(),
            case_id: "HU-20261124-7KQ2X9".into(),
            path: "/cases".into(),
            body: String::new(),
            attempts,
            passed_by,
        };
        let fate = |outcome, attempts, passed_by| judge(outcome, &parcel(attempts, passed_by), 12);
        assert_eq!(fate(Outcome::Answered(202), 0, 0), Fate::Delivered);
        for status in [400, 403, 404, 409, 413, 422] {
            assert_eq!(fate(Outcome::Answered(status), 0, 0), Fate::Aside(Some(status)));
        }
        for status in [302, 401, 407, 408, 425, 429, 500, 503] {
            assert_eq!(fate(Outcome::Answered(status), 3, 9), Fate::Again, "{status}");
            assert_eq!(fate(Outcome::Answered(status), 1000, 0), Fate::Again, "it takes nothing else either");
            assert_eq!(fate(Outcome::Answered(status), 11, 2), Fate::Aside(Some(status)));
        }
        assert_eq!(fate(Outcome::NoAnswer, 11, 2), Fate::Aside(None));
        assert_eq!(fate(Outcome::NobodyThere, 1000, 1000), Fate::Again);
    }
}
