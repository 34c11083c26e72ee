//! The day by which a case is promised.

use fingertip_calendar::{Promise, WorkingDays};
use fingertip_contract::{CaseState, CaseStep};
use fingertip_kit::clock::nation_zone;

/// The day that is `promised_days` working days after the acceptance. The clock stands still while a correction is asked: from that day until
/// the case is accepted again. None before it is accepted, and while it stands.
pub(crate) fn derive_promise(steps: &[CaseStep], promised_days: u16, days: &WorkingDays) -> Option<Promise> {
    let (mut left, mut since) = (promised_days, None);
    for step in steps {
        let on = step.at.to_zoned(nation_zone()).date();
        match step.state {
            CaseState::Accepted => since = Some(on),
            CaseState::CorrectionAsked => {
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
    fn the_day_is_the_nations_and_holidays_do_not_count() {
        check(&[(CaseState::Accepted, "2026-11-24T17:00:00Z")], 1, Some("2026-11-26"));
        check(&[(CaseState::Accepted, "2026-02-12T02:00:00Z")], 5, Some("2026-02-26"));
    }
}
