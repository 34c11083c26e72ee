//! Who is signed in.

use fingertip_identity::Session;
use url::Url;

/// Whether somebody is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionState {
    /// Nobody. `has_ended` tells a session that ended by itself from one that was never begun.
    SignedOut {
        /// Whether a session ended by itself.
        has_ended: bool,
    },
    /// The person is at the provider's page, at this address once it is known.
    SigningIn(Option<Url>),
    /// Somebody.
    SignedIn(Session),
}
