//! Who the person is: one OpenID Connect session, its tokens in the device's key store.
//!
//! It promises that no token leaves it but the short-lived access token for the platform, and that nothing in it is
//! ever logged. Mini-apps never see a token. Start reading at [`Identity`]; what the provider vouches for is [`ProvenFacts`].

mod credential;
mod error;
mod http;
mod provider;
mod redirect;
mod session;
mod sign_in;

pub use credential::{Fetched, ProvenFacts, Showing};
pub use error::IdentityError;
pub use session::{Identity, IdentityOptions, Session};
pub use sign_in::{Outcome, SignIn};
