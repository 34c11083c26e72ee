//! When what is not sent yet is tried again.

use std::time::Duration;

use fingertip_platform_client::RetryAfter;
use jiff::{SignedDuration, Timestamp};
use rand::Rng;

use crate::{areas::outbox::effect::OutboxEffect, effect::Effect, model::Model};

/// The first wait after a failure, doubled with each.
const FIRST_WAIT: Duration = Duration::from_secs(2);
/// The longest wait that this device chooses.
const LONGEST_WAIT: Duration = Duration::from_secs(15 * 60);
/// The longest wait that a platform may ask for: what a person hands in is not put off for ever by a mistake of its.
const LONGEST_ASKED: Duration = Duration::from_secs(24 * 60 * 60);

/// From time to time, while somebody is signed in.
pub(crate) fn on_ticked(model: &Model, now: Timestamp) -> Vec<Effect> {
    let is_due = model.outbox.iter().any(|outgoing| outgoing.is_waiting() && outgoing.not_before <= now);
    if is_due { vec![OutboxEffect::Send.into()] } else { Vec::new() }
}

/// The platform answers again.
pub(crate) fn on_back_online(model: &Model) -> Vec<Effect> {
    if model.waiting() > 0 { vec![OutboxEffect::SendNow.into()] } else { Vec::new() }
}

/// Somebody is signed in: what waits is theirs.
pub(crate) fn on_signed_in() -> Vec<Effect> {
    vec![OutboxEffect::SendNow.into()]
}

/// When an item is tried again of which `attempts` have failed before this one: as the platform asks (RFC 9110, 10.2.3), else after a
/// wait that doubles. It is up to a half longer by chance, so that the devices of a nation do not all come at once.
pub(crate) fn next_try(now: Timestamp, attempts: u32, asked: Option<RetryAfter>) -> Timestamp {
    let chosen = FIRST_WAIT.saturating_mul(1 << attempts.min(16)).min(LONGEST_WAIT);
    let asked = match asked {
        Some(RetryAfter::Wait(wait)) => wait,
        Some(RetryAfter::At(at)) => at.duration_since(now).try_into().unwrap_or_default(),
        None => Duration::ZERO,
    };
    let wait = chosen.max(asked.min(LONGEST_ASKED));
    let wait = wait.mul_f64(rand::rng().random_range(1.0..1.5));
    SignedDuration::try_from(wait).ok().and_then(|wait| now.checked_add(wait).ok()).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wait(attempts: u32, asked: Option<RetryAfter>) -> f64 {
        next_try(Timestamp::UNIX_EPOCH, attempts, asked).duration_since(Timestamp::UNIX_EPOCH).as_secs_f64()
    }

    #[test]
    fn waits_double_to_a_bound_and_are_never_shorter_than_asked() {
        for (attempts, least) in [(0, 2.0), (1, 4.0), (4, 32.0), (30, 900.0), (u32::MAX, 900.0)] {
            assert!((least..least * 1.5).contains(&wait(attempts, None)), "{attempts}");
        }
        let minute = Some(RetryAfter::Wait(Duration::from_secs(60)));
        assert!((60.0..90.0).contains(&wait(0, minute)) && wait(30, minute) >= 900.0);
        let past = Some(RetryAfter::At(Timestamp::MIN));
        assert!((2.0..3.0).contains(&wait(0, past)));
        for far in [RetryAfter::Wait(Duration::MAX), RetryAfter::At(Timestamp::MAX)] {
            assert!(wait(0, Some(far)) <= 1.5 * 86_400.0, "no mistake of a platform's puts it off for ever");
        }
    }

    #[test]
    fn two_devices_do_not_come_at_the_same_moment() {
        let waits: Vec<f64> = (0..20).map(|_| wait(10, None)).collect();
        assert!(waits.iter().any(|other| (other - waits[0]).abs() > f64::EPSILON), "{waits:?}");
    }
}
