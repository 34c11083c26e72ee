//! What happens in this area. Past tense: a message reports, `update` decides.

use fingertip_standard::{AppId, ConsentSubject, Disclosure, StandingConsent};

/// What the person agreed to, and what was disclosed.
#[derive(Debug)]
pub enum ConsentsMsg {
    /// The person took a consent back.
    RevokedConsent(AppId, ConsentSubject),
    /// The person wants to see more of the ledger than is shown.
    AskedForMoreLedger,
    /// The consents and the newest lines of the ledger by now.
    LedgerChanged {
        /// What the person agreed to.
        consents: Vec<StandingConsent>,
        /// What was disclosed, the newest first.
        disclosures: Vec<Disclosure>,
        /// Whether older lines are kept.
        has_more: bool,
    },
}
