//! A provider and its one client.

use std::time::Duration;

use fingertip_kit::{Proofs, keys::SigningKey};
use fingertip_standard::LocalText;
use fingertip_store::Database;

use super::classes::Classes;
use crate::persons::Person;

/// The one client.
pub(crate) const CLIENT_ID: &str = "fingertip-shell";
/// What it may ask for.
pub(crate) const SCOPES: [&str; 4] = ["openid", "profile", "identity", "offline_access"];

/// The provider.
pub(crate) struct Provider {
    /// Its issuer URL.
    pub(crate) issuer: String,
    /// What people call it.
    pub(crate) name: LocalText,
    /// Whom it knows.
    pub(crate) persons: &'static [Person],
    /// How surely they sign in.
    pub(crate) classes: Classes,
    /// Signs its tokens.
    pub(crate) key: SigningKey,
    /// Checks that a client has the key that its tokens are bound to.
    pub(crate) proofs: Proofs,
    /// Holds its grants.
    pub(crate) database: Database,
    /// Where the client's platform is told of sessions that have ended (OpenID Connect Back-Channel Logout 1.0, 2.2).
    pub(crate) logout_url: String,
    /// Tells it.
    pub(crate) client: reqwest::Client,
    /// How long an access token is valid.
    pub(crate) access_token_lifetime: Duration,
    /// For whom else than the platform tokens are made.
    pub(crate) audiences: Vec<String>,
    /// Keeps the names by which these know a person apart.
    pub(crate) pairwise_secret: String,
}

impl Provider {
    /// The person with this id on its login page.
    pub(crate) fn person_by_id(&self, id: &str) -> Option<&'static Person> {
        self.persons.iter().find(|person| person.id == id)
    }

    /// The person with this subject.
    pub(crate) fn person(&self, subject: &str) -> Option<&'static Person> {
        self.persons.iter().find(|person| person.subject == subject)
    }
}
