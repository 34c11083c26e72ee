//! What happens in this area. Past tense: a message reports, `update` decides.

use fingertip_standard::{AppId, ConsentSubject, Disclosure, StandingConsent};

/// What the person agreed to, and what was disclosed.
#[derive(Debug)]
pub enum ConsentsMsg {
    /// The person took a consent back.
    RevokedConsent(AppId, ConsentSubject),
    /// The consents and the ledger by now.
    LedgerChanged(Vec<StandingConsent>, Vec<Disclosure>),
}
