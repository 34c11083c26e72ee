//! The day by which a case is promised.

use fingertip_calendar::{Promise, WorkingDays};
use fingertip_contract::{CaseState, CaseStep};
use fingertip_kit::clock::nation_zone;
use jiff::{Timestamp, civil::Date};

/// The nation's day at a time.
pub(crate) fn day_of(at: Timestamp) -> Date {
    at.to_zoned(nation_zone()).date()
}

/// The day that is `promised_days` working days after the acceptance. The clock stands still while something is asked of the person and while
/// the case is suspended, until the case is accepted or examined again. It begins anew with an appeal. None before the case is accepted, while
/// it stands, and of a case that was taken back.
pub(crate) fn derive_promise(steps: &[CaseStep], promised_days: u16, days: &WorkingDays) -> Option<Promise> {
    let (mut left, mut since) = (promised_days, None);
    for step in steps {
        let on = day_of(step.at);
        match &step.state {
            CaseState::Accepted => since = Some(on),
            CaseState::Review => since = since.or(Some(on)),
            CaseState::Appealed => (left, since) = (promised_days, Some(on)),
            CaseState::Withdrawn => since = None,
            state if state.stops_clock() => {
                let worked = since.take().map_or(0, |since| days.between(since, on));
                left = left.saturating_sub(worked);
            }
            _ => {}
        }
    }
    days.after(since?, left)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(steps: &[(CaseState, &str)], days: u16, expected: Option<&str>) {
        let steps: Vec<CaseStep> = steps
            .iter()
            .map(|(state, at)| CaseStep { state: state.clone(), at: at.parse().expect("a time"), note: None })
            .collect();
        let promise = derive_promise(&steps, days, &WorkingDays::built_in());
        assert_eq!(promise.map(|promise| promise.day.to_string()).as_deref(), expected);
    }

    #[test]
    fn the_clock_begins_with_acceptance_and_stands_while_a_correction_is_asked() {
        use CaseState::{Accepted, CorrectionAsked, Received, Review};
        let received = (Received, "2026-11-20T02:00:00Z");
        check(std::slice::from_ref(&received), 5, None);
        let mut steps = vec![received, (Accepted, "2026-11-23T02:00:00Z"), (Review, "2026-11-23T03:00:00Z")];
        check(&steps, 5, Some("2026-11-30"));
        // Tuesday and Wednesday were worked on.
        steps.push((CorrectionAsked, "2026-11-26T02:00:00Z"));
        check(&steps, 5, None);
        steps.push((Received, "2026-12-01T02:00:00Z"));
        check(&steps, 5, None);
        steps.push((Accepted, "2026-12-01T09:00:00Z"));
        check(&steps, 5, Some("2026-12-04"));
    }

    #[test]
    fn the_clock_stands_while_a_supplement_is_asked_or_the_case_is_suspended_and_begins_anew_with_an_appeal()
    {
        use CaseState::{
            Accepted, Appealed, Closed, Rejected, Review, SupplementAsked, Suspended, Withdrawn,
        };
        let mut steps = vec![(Accepted, "2026-11-23T02:00:00Z"), (Review, "2026-11-23T03:00:00Z")];
        for stop in [SupplementAsked, Suspended] {
            let mut steps = steps.clone();
            steps.push((stop, "2026-11-26T02:00:00Z"));
            check(&steps, 5, None);
            // Tuesday and Wednesday were worked on.
            steps.push((Review, "2026-12-01T09:00:00Z"));
            check(&steps, 5, Some("2026-12-04"));
        }
        steps.extend([(Rejected, "2026-11-24T02:00:00Z"), (Closed, "2026-11-24T03:00:00Z")]);
        check(&steps, 5, Some("2026-11-30"));
        steps.push((Appealed, "2026-12-01T02:00:00Z"));
        check(&steps, 5, Some("2026-12-08"));
        check(&[(Accepted, "2026-11-23T02:00:00Z"), (Withdrawn, "2026-11-24T02:00:00Z")], 5, None);
    }

    #[test]
    fn the_day_is_the_nations_and_holidays_do_not_count() {
        check(&[(CaseState::Accepted, "2026-11-24T17:00:00Z")], 1, Some("2026-11-26"));
        check(&[(CaseState::Accepted, "2026-02-12T02:00:00Z")], 5, Some("2026-02-26"));
    }
}
