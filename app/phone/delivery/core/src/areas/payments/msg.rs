//! What happens in this area. Past tense: a message reports, `update` decides.

use fingertip_records::Paid;

/// What the person paid.
#[derive(Debug)]
pub enum PaymentsMsg {
    /// A payment went through and is kept: every payment, the newest first.
    Kept(Vec<Paid>),
}
