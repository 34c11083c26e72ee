//! Showing what somebody vouches for to a service on the same device: the wallet's side of OpenID for Verifiable Presentations 1.0
//! (final, 9 July 2025; "OpenID4VP" below), with DCQL, SD-JWT VC and the response mode `direct_post`.
//!
//! It promises that nothing of a request is believed before a key that the nation registered for its asker signed it, that a request
//! which is not understood is refused and never half answered, and that no more is chosen than the query names. All of it but
//! [`Post`] is a function of its arguments: no I/O, no clock, no chance. It keeps nothing and shows nothing.
//!
//! Narrower than the standard on purpose: a request comes by reference and signed with ES256; who asks is a department of the nation
//! (a pre-registered client, 5.9.2), no other client identifier is taken; answers go in the open over TLS and to the host that gave
//! the request. Start reading at [`Invitation`], then [`read_request`], [`Offer`], and last at [`Request::answered`].

mod answer;
mod error;
mod invitation;
mod offer;
mod path;
mod post;
mod query;
mod request;

pub use answer::return_address;
pub use error::{PresentationError, Refused, Telling};
pub use invitation::{Invitation, RequestMethod, SCHEME};
pub use offer::{Candidate, Fit, Offer, OfferedSet, Pick, Selection};
pub use path::{Path, Step};
pub use post::{Post, PostError};
pub use query::{
    ClaimQuery, CredentialQuery, CredentialSet, Format, MOST_CLAIMS, MOST_CREDENTIALS, MOST_SETS, Query,
};
pub use request::{Asked, MOST_REQUEST_BYTES, REQUEST_TYPE, Request, read_request, wallet_metadata};
