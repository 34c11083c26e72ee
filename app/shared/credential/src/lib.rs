//! Facts about a person that somebody vouches for: SD-JWT VC (RFC 9901, draft-ietf-oauth-sd-jwt-vc) with ES256.
//!
//! An issuer signs a *credential*, bound to a key of the person's device; the device *presents* those of its claims that the
//! person agreed to, to one audience and for one request; a verifier believes nothing before all of it holds.
//!
//! Narrower than the standards on purpose: ES256 and SHA-256 alone, claims are flat (no digest inside of a claim), and every
//! claim that an issuer needs for itself stays in the open. It does no I/O and reads no clock. Start reading at [`issue()`],
//! [`present()`] and [`verify()`]; how a device proves its key to an issuer stands in [`key_proof`], how an issuer takes back
//! what it signed in [`status`].

mod error;
mod hash;
mod issue;
mod key;
pub mod key_proof;
mod present;
mod signer;
pub mod status;
mod verify;

pub use error::CredentialError;
pub use issue::{Content, issue};
pub use key::HolderKey;
pub use present::{Held, Presentation, present};
pub use signer::SignError;
pub use verify::{Expected, Proven, verify};

/// The `typ` of a credential (draft-ietf-oauth-sd-jwt-vc, 3.2.1).
pub const TYPE: &str = "dc+sd-jwt";
/// The `typ` that the draft named until November 2024; verifiers take both for a while.
pub const OLDER_TYPE: &str = "vc+sd-jwt";
/// The `vct` of what an identity provider vouches for: claims named as in the standard's claim names (`name`, `id-number`,
/// `birth-date`, `gender`, `phone`), each a text. It is for the nation's platform alone: its `sub` and its key are the same wherever it
/// is shown.
pub const PERSON_FACTS: &str = "urn:fingertip:person-facts:1";
/// By how much clocks may differ, in seconds.
pub const LEEWAY_SECONDS: i64 = 60;
/// How old a presentation may be, in seconds. A device's own clock made it, and such clocks are minutes wrong.
pub const PRESENTATION_SECONDS: i64 = 15 * 60;
/// The largest credential or presentation, in bytes.
pub const MOST_BYTES: usize = 16 << 10;
/// The most claims that can be disclosed.
pub const MOST_DISCLOSURES: usize = 64;

/// Claims of an issuer that are never disclosed selectively (draft-ietf-oauth-sd-jwt-vc, 3.2.2.2; `sub`, `iat`, `aud` and `jti`
/// besides, for a verifier compares them), and names that are no claim (RFC 9901, 4.2.1).
pub const RESERVED: [&str; 14] = [
    "iss",
    "sub",
    "aud",
    "iat",
    "nbf",
    "exp",
    "jti",
    "cnf",
    "vct",
    "vct#integrity",
    "status",
    "_sd",
    "_sd_alg",
    "...",
];
