//! The PIN of the store that is open.

use fingertip_secrets::PinError;
use jiff::{SignedDuration, Timestamp};

/// How long the app may be out of sight before it closes, where there is a PIN: short enough for a telephone that is left lying, long enough
/// to look something up elsewhere.
pub(crate) const CLOSES_AFTER: SignedDuration = SignedDuration::from_mins(5);

/// The PIN of the store that is open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lock {
    /// Whether there is one.
    pub has_pin: bool,
    /// It is being changed.
    pub is_busy: bool,
    /// Why it was not.
    pub refused: Option<PinError>,
    /// Since when the app is out of sight.
    pub(crate) hidden_since: Option<Timestamp>,
}
