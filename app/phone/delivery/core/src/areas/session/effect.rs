//! What is to be done in this area. Data: the runner does it and reports back with messages.

use fingertip_contract::api::AssuranceLevel;

use crate::areas::{person::model::Preferences, session::model::Attempt};

/// Everything that can be done.
#[derive(Debug)]
pub enum SessionEffect {
    /// Begin to sign in.
    SignIn {
        /// In which attempt.
        attempt: Attempt,
        /// At which issuer; none at the one where they are.
        issuer: Option<String>,
        /// What a new person begins with; the provider's page speaks its language.
        kept: Box<Preferences>,
    },
    /// Have the person show anew who they are.
    Prove {
        /// In which attempt.
        attempt: Attempt,
        /// The language that the provider's page speaks.
        language: String,
        /// The classes of sign-in of which one must be reached; none where any will do.
        acr_values: Vec<String>,
        /// How surely, where more than that is needed.
        assurance: AssuranceLevel,
        /// At which issuer; none at the one where they are, or at another that reaches it.
        issuer: Option<String>,
    },
    /// Ask on which devices the person is signed in.
    ListDevices,
    /// End the sign-in on the device with this id.
    EndDevice(String),
    /// Stop waiting for the person at the provider's page.
    CancelSignIn,
    /// Sign out.
    SignOut {
        /// What whoever comes next begins with.
        kept: Box<Preferences>,
    },
}
