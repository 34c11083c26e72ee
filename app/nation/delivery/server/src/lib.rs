//! The reference national platform and a demo nation to run it in: catalogue, cases, ratings, the gateway to the
//! departments' operations and the TUF repository's files on one listener; an OpenID Connect provider, a payment
//! service and three departments' backends on a second one.
//!
//! It promises that an acknowledged case is never lost and reaches its department, however long that is down, and that
//! a request repeated under its idempotency key is one request. It never logs a token, an id number or a claim, and
//! never shows a department the subject by which another one knows a person.
//!
//! Start reading at [`start`]; the endpoints are those of [`fingertip_contract::api`].

mod demo;
mod dispatch;
mod domain;
mod http;
mod keys;
mod platform;
mod secrets;
mod server;
mod store;

#[cfg(test)]
mod tests;

pub use server::{Options, Running, StartError, start};
pub use store::StoreError;
