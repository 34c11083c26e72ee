//! What is to be done in this area. Data: the runner does it and reports back with messages.

use crate::areas::person::model::Preferences;

/// Everything that can be done.
#[derive(Debug)]
pub enum SessionEffect {
    /// Begin to sign in.
    SignIn {
        /// What a new person begins with; the provider's page speaks its language.
        kept: Box<Preferences>,
    },
    /// Stop waiting for the person at the provider's page.
    CancelSignIn,
    /// Sign out.
    SignOut {
        /// What whoever comes next begins with.
        kept: Box<Preferences>,
    },
}
