//! What happens in this area. Past tense: a message reports, `update` decides.

use fingertip_contract::api::{AssuranceLevel, SignedInDevice};
use fingertip_identity::Session;
use url::Url;

use crate::{areas::session::model::Attempt, fault::ShownFault};

/// Signing in and out.
#[derive(Debug)]
pub enum SessionMsg {
    /// The person wants to sign in.
    AskedToSignIn,
    /// The person wants to sign in at this issuer.
    AskedToSignInAt(String),
    /// The person does not want to sign in now.
    CancelledSignIn,
    /// The person wants to sign out.
    AskedToSignOut,
    /// The provider's page can be opened.
    SignInBegan {
        /// In which attempt.
        attempt: Attempt,
        /// Where the page stands.
        url: Url,
    },
    /// The person signed in.
    SignedIn(Session),
    /// Signing in failed.
    SignInFailed {
        /// In which attempt.
        attempt: Attempt,
        /// Why.
        fault: ShownFault,
    },
    /// The provider ended the session.
    SessionEnded,
    /// The person wants to show anew who they are.
    AskedToProve,
    /// The person wants to show anew who they are at this issuer.
    AskedToProveAt(String),
    /// The platform does something for whoever has signed in more surely.
    AssuranceNeeded {
        /// How surely.
        level: AssuranceLevel,
        /// Whether the person asked for it just now; else it waited.
        is_pressed: bool,
    },
    /// The person leaves what they would have had to show who they are for.
    CancelledProof,
    /// The person showed anew who they are.
    Proved(Session),
    /// The person wants to stay signed in.
    AskedToStay,
    /// The person looks on which devices they are signed in.
    LookedAtDevices,
    /// These are they, or why it is not known.
    DevicesCame(Result<Vec<SignedInDevice>, ShownFault>),
    /// The person wants to be signed out on the device with this id.
    AskedToEndDevice(String),
}
