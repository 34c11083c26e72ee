//! A key that a PIN opens: what the key store holds is then worth nothing without it.
//!
//! The PIN is stretched with Argon2id (RFC 9106) and opens the key sealed with AES-256-GCM (NIST SP 800-38D). Wrong ones cost ever more
//! time, also over a start.

use argon2::{Algorithm, Argon2, Params, Version};
use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use fingertip_typed::fold;
use jiff::{SignedDuration, Timestamp};
use rand::RngCore;
use serde::{Deserialize, Serialize};

use crate::{Key, SecretError, SecretStore};

/// The fewest digits of a PIN.
pub const PIN_MIN: usize = 6;
/// The most digits of a PIN.
pub const PIN_MAX: usize = 12;
/// So many wrong PINs cost no wait.
const FREE_TRIES: u32 = 4;
/// The wait after one more; doubled with each.
const FIRST_WAIT: SignedDuration = SignedDuration::from_secs(30);
/// The longest wait.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(24);
/// Argon2id's memory in KiB, passes and lanes: the least that OWASP's Password Storage Cheat Sheet asks for, which a small phone bears.
const COST: (u32, u32, u32) = (19 * 1024, 2, 1);

/// Why a PIN was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PinError {
    /// It is too short, too long, or has something besides digits.
    #[error("a PIN has {PIN_MIN} to {PIN_MAX} digits")]
    Shape,
    /// Everybody tries this one first: one digit again and again, or digits in a row.
    #[error("the PIN is easy to guess")]
    Weak,
    /// It is another one.
    #[error("the PIN is another one")]
    Wrong,
    /// Too many were wrong: none is tried before.
    #[error("no PIN is tried before {until}")]
    Wait {
        /// When the next one is tried.
        until: Timestamp,
    },
}

/// What the key store holds in place of the key.
#[derive(Serialize, Deserialize)]
struct Sealed {
    /// The shape of this: 1.
    version: u8,
    /// Argon2id's memory in KiB, passes and lanes.
    cost: (u32, u32, u32),
    #[serde(with = "hex::serde")]
    salt: [u8; 16],
    #[serde(with = "hex::serde")]
    nonce: [u8; NONCE_LEN],
    #[serde(with = "hex::serde")]
    key: Vec<u8>,
    /// Wrong PINs in a row, and when the last one was tried.
    fails: u32,
    failed_at: Option<Timestamp>,
}

/// Whether what the key store holds under a name is a key behind a PIN.
pub(crate) fn is_sealed(secret: &[u8]) -> bool {
    serde_json::from_slice::<Sealed>(secret).is_ok()
}

/// Checks a PIN that somebody chooses.
///
/// # Errors
/// [`PinError::Shape`], [`PinError::Weak`].
pub fn check_new_pin(pin: &str) -> Result<(), PinError> {
    let meant = fold(pin);
    let digits = meant.as_bytes();
    if !(PIN_MIN..=PIN_MAX).contains(&digits.len()) || !digits.iter().all(u8::is_ascii_digit) {
        return Err(PinError::Shape);
    }
    let steps = || digits.windows(2).map(|pair| i16::from(pair[1]) - i16::from(pair[0]));
    let is_row = [0, 1, -1].iter().any(|step| steps().all(|own| own == *step));
    if is_row { Err(PinError::Weak) } else { Ok(()) }
}

/// Puts `key` behind `pin` under `name`: from then on nothing but the PIN opens it.
///
/// # Errors
/// [`SecretError::Pin`] for a PIN that is none or easy to guess, else [`SecretError`] when the store fails; the key is then as it was.
pub fn set_pin(store: &dyn SecretStore, name: &str, key: &[u8; 32], pin: &str) -> Result<(), SecretError> {
    check_new_pin(pin)?;
    let (mut salt, mut nonce) = ([0; 16], [0; NONCE_LEN]);
    rand::rng().fill_bytes(&mut salt);
    rand::rng().fill_bytes(&mut nonce);
    let mut sealed = key.to_vec();
    let cipher = cipher(pin, &salt, COST)?;
    cipher
        .seal_in_place_append_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::from(name.as_bytes()),
            &mut sealed,
        )
        .map_err(|_| SecretError::Shape)?;
    let sealed = Sealed { version: 1, cost: COST, salt, nonce, key: sealed, fails: 0, failed_at: None };
    keep(store, name, &sealed)
}

/// Takes the PIN away from `key`.
///
/// # Errors
/// [`SecretError`] when the store fails; the PIN then stays.
pub fn remove_pin(store: &dyn SecretStore, name: &str, key: &[u8; 32]) -> Result<(), SecretError> {
    store.set(name, key)
}

/// The key under `name`, opened with `pin`. A try is counted before it is made: who pulls the plug gains none.
///
/// # Errors
/// [`SecretError::Pin`] for a wrong PIN or one that comes too soon, [`SecretError::Missing`], [`SecretError::Shape`], or when the store
/// fails.
pub fn open_with_pin(
    store: &dyn SecretStore,
    name: &str,
    pin: &str,
    now: Timestamp,
) -> Result<Key, SecretError> {
    let secret = store.get(name)?.ok_or(SecretError::Missing)?;
    let mut sealed: Sealed = serde_json::from_slice(&secret).map_err(|_| SecretError::Shape)?;
    if let Some(until) = sealed.next_try().filter(|until| now < *until) {
        return Err(PinError::Wait { until }.into());
    }
    sealed.fails += 1;
    sealed.failed_at = Some(now);
    keep(store, name, &sealed)?;
    let cipher = cipher(pin, &sealed.salt, sealed.cost)?;
    let mut key = sealed.key.clone();
    let opened = cipher.open_in_place(
        Nonce::assume_unique_for_key(sealed.nonce),
        Aad::from(name.as_bytes()),
        &mut key,
    );
    let Ok(opened) = opened else {
        return Err(match sealed.next_try().filter(|until| now < *until) {
            Some(until) => PinError::Wait { until }.into(),
            None => PinError::Wrong.into(),
        });
    };
    let key = Key::try_from(opened.to_vec()).map_err(|_| SecretError::Shape)?;
    (sealed.fails, sealed.failed_at) = (0, None);
    keep(store, name, &sealed)?;
    Ok(key)
}

impl Sealed {
    /// When the next PIN is tried; none where one is at once. A clock that was set back makes nobody wait longer than the longest wait.
    fn next_try(&self) -> Option<Timestamp> {
        let more = self.fails.checked_sub(FREE_TRIES + 1)?;
        let wait = (0..more.min(20)).fold(FIRST_WAIT, |wait, _| (wait * 2).min(LONGEST_WAIT));
        self.failed_at?.checked_add(wait).ok()
    }
}

fn keep(store: &dyn SecretStore, name: &str, sealed: &Sealed) -> Result<(), SecretError> {
    let bytes = serde_json::to_vec(sealed).map_err(|_| SecretError::Shape)?;
    store.set(name, &bytes)
}

fn cipher(pin: &str, salt: &[u8], cost: (u32, u32, u32)) -> Result<LessSafeKey, SecretError> {
    let (memory, passes, lanes) = cost;
    let params = Params::new(memory, passes, lanes, Some(32)).map_err(|_| SecretError::Shape)?;
    let mut key = Key::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(fold(pin).as_bytes(), salt, &mut *key)
        .map_err(|_| SecretError::Shape)?;
    UnboundKey::new(&AES_256_GCM, &*key).map(LessSafeKey::new).map_err(|_| SecretError::Shape)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{MemorySecrets, existing_key};

    const PIN: &str = "280714";

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_795_000_000 + seconds).expect("a time")
    }

    fn locked() -> MemorySecrets {
        let store = MemorySecrets::default();
        set_pin(&store, "records-main", &[7; 32], PIN).expect("set");
        store
    }

    fn pin_error(outcome: Result<Key, SecretError>) -> PinError {
        match outcome {
            Err(SecretError::Pin(error)) => error,
            other => panic!("{:?}", other.map(|_| ())),
        }
    }

    #[test]
    fn only_the_pin_opens_the_key() {
        let store = locked();
        assert!(matches!(existing_key(&store, "records-main"), Err(SecretError::PinNeeded)));
        let held = store.get("records-main").expect("read").expect("there");
        assert!(!held.windows(8).any(|window| window == [7; 8]), "the key itself is not there");
        assert_eq!(*open_with_pin(&store, "records-main", PIN, at(0)).expect("opened"), [7; 32]);
        assert_eq!(pin_error(open_with_pin(&store, "records-main", "280715", at(1))), PinError::Wrong);
        // What was sealed for one name opens nothing under another.
        store.set("records-other", &held).expect("moved");
        assert_eq!(pin_error(open_with_pin(&store, "records-other", PIN, at(1))), PinError::Wrong);
        remove_pin(&store, "records-main", &[7; 32]).expect("removed");
        assert_eq!(*existing_key(&store, "records-main").expect("there"), [7; 32]);
    }

    #[test]
    fn wrong_pins_cost_ever_more_time_also_over_a_start() {
        let store = locked();
        for second in 0..4 {
            assert_eq!(
                pin_error(open_with_pin(&store, "records-main", "000000", at(second))),
                PinError::Wrong
            );
        }
        let until = at(4 + 30);
        assert_eq!(
            pin_error(open_with_pin(&store, "records-main", "000000", at(4))),
            PinError::Wait { until }
        );
        assert_eq!(
            pin_error(open_with_pin(&store, "records-main", PIN, at(33))),
            PinError::Wait { until },
            "nor the right one"
        );
        let until = at(34 + 60);
        assert_eq!(
            pin_error(open_with_pin(&store, "records-main", "000000", at(34))),
            PinError::Wait { until }
        );
        assert_eq!(*open_with_pin(&store, "records-main", PIN, at(94)).expect("opened"), [7; 32]);
        assert_eq!(
            pin_error(open_with_pin(&store, "records-main", "000000", at(95))),
            PinError::Wrong,
            "and begins anew"
        );
    }

    #[test]
    fn no_wait_is_longer_than_a_day() {
        let store = locked();
        let mut now = at(0);
        for _ in 0..40 {
            if let PinError::Wait { until } = pin_error(open_with_pin(&store, "records-main", "000000", now))
            {
                assert!(until.duration_since(now) <= LONGEST_WAIT);
                now = until;
            }
        }
    }

    #[test]
    fn what_everybody_tries_first_is_no_pin() {
        for (pin, error) in [
            ("12345", PinError::Shape),
            ("1234567890123", PinError::Shape),
            ("12 456", PinError::Shape),
            ("１２３４５６", PinError::Weak),
            ("123456", PinError::Weak),
            ("987654", PinError::Weak),
            ("000000", PinError::Weak),
        ] {
            assert_eq!(check_new_pin(pin), Err(error), "{pin}");
        }
        assert_eq!(check_new_pin(PIN), Ok(()));
    }

    #[test]
    fn what_is_no_sealed_key_is_said_to_be_none() {
        let store = MemorySecrets::default();
        assert!(matches!(open_with_pin(&store, "a", PIN, at(0)), Err(SecretError::Missing)));
        store.set("a", b"{}").expect("kept");
        assert!(matches!(open_with_pin(&store, "a", PIN, at(0)), Err(SecretError::Shape)));
    }
}
