//! What is to be done in this area. Data: the runner does it and reports back with messages.

use fingertip_standard::{AppId, ConsentSubject, StandingConsent};

/// Everything that can be done.
#[derive(Debug)]
pub enum ConsentsEffect {
    /// Read so many lines of the ledger.
    ReadLedger(usize),
    /// Keep a consent.
    GiveConsent(StandingConsent),
    /// Forget a consent.
    RevokeConsent(AppId, ConsentSubject),
}
