//! The demo nation: an identity provider, a payment service and the backends of four departments, on a listener of
//! their own. Everything in it is fictional.

pub(crate) mod departments;
pub(crate) mod oidc;
pub(crate) mod payments;
pub(crate) mod persons;

/// The demo nation's migrations, oldest first.
pub(crate) const MIGRATIONS: &[&str] =
    &[include_str!("../migrations/demo/001-first.sql"), include_str!("../migrations/demo/002-utilities.sql")];
