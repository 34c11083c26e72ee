//! What is to be done in this area. Data: the runner does it and reports back with messages.

/// Everything that can be done.
#[derive(Debug)]
pub enum SessionEffect {
    /// Begin to sign in.
    SignIn {
        /// The language of the provider's page.
        language: String,
    },
    /// Stop waiting for the person at the provider's page.
    CancelSignIn,
    /// Sign out.
    SignOut,
}
