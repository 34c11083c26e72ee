//! Who is signed in.

use fingertip_contract::api::AssuranceLevel;
use fingertip_host::SheetId;
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

/// One visit to the provider's page. What an earlier one still says when the next has begun, or when it was left, is not heard.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Attempt(u64);

impl Attempt {
    /// The one after this.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.wrapping_add(1))
    }
}

/// What a person may do only shortly after they showed who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GraveAct {
    /// Agree to what this sheet shows: a bill, a text to sign, the id number.
    Agree(SheetId),
    /// Show what this sheet shows to a service outside: the id number.
    Present(u64),
    /// Take their records along, for everybody to read.
    Export,
    /// Take an encrypted copy of their records along.
    Copy,
    /// Stay signed in past the most that a session may last.
    Stay,
    /// Whatever needs a sign-in as sure as this.
    Reach(AssuranceLevel),
}

/// How far a person is in showing anew who they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proving {
    /// They were not asked to yet.
    Waits,
    /// The provider is being found.
    Begins,
    /// Their provider's page stands at this address.
    At(Url),
}

/// Why a session ends soon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Nothing was done for long: any act goes on.
    Idle,
    /// It has lasted as long as one may: the person shows anew who they are.
    Most,
}
