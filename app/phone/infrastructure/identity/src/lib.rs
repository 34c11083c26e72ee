//! Who the person is: one OpenID Connect session, its tokens in the device's key store.
//!
//! It promises that no token leaves it but the short-lived access token for the platform, and that nothing in it is
//! ever logged. Mini-apps never see a token. Start reading at [`Identity`], then [`SecretStore`].

mod documents;
mod error;
mod http;
mod redirect;
mod secrets;
mod session;
mod sign_in;

pub use documents::{claimed_issuer, verify_document};
pub use error::IdentityError;
pub use secrets::{FileSecrets, MemorySecrets, OsSecrets, Protection, SecretError, SecretStore, device_key, open_secrets};
pub use session::{Identity, IdentityOptions, Session};
pub use sign_in::SignIn;
