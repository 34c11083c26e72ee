//! Who the person is: one OpenID Connect session, its tokens in the device's key store.
//!
//! It promises that no token leaves it but the short-lived access token for the platform, that nothing in it is ever logged, that
//! a session's tokens go to the issuer that gave them and to no other, and that nothing ends a session but that issuer's
//! `invalid_grant`. Mini-apps never see a token. Start reading at [`Identity`]; what the provider vouches for is [`ProvenFacts`].

mod access;
mod credential;
mod dpop;
mod error;
mod exchange;
mod http;
mod id_token;
mod kept;
mod once;
mod provider;
mod pushed;
mod redirect;
mod session;
mod sign_in;
mod slot;
mod tokens;
mod userinfo;

pub use access::{Credentials, Target};
pub use credential::{Fetched, Holder, ProvenFacts, Showing};
pub use error::IdentityError;
pub use once::ShownOnce;
pub use session::{Ended, Identity, IdentityOptions, Session};
pub use sign_in::{Outcome, SignIn, SignInOptions};
pub use slot::{forget_slot, last_issuer, move_session};
