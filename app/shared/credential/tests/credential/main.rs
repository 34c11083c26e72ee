//! Credentials from issuing to proof, and every way in which one may not hold.

mod forgeries;
mod issuer;
mod lists;
mod proofs;
