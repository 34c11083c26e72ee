//! The reference national platform: catalogue, cases, ratings, helpers, the gateway to the departments' operations and
//! the TUF repository's files on one listener.
//!
//! It promises that an acknowledged case is never lost and reaches its department, however long that is down, and that
//! a request repeated under its idempotency key is one request. It never logs a token, an id number or a claim, never
//! shows a department the subject by which another one knows a person, and knows no department but by its registration.
//!
//! Start reading at [`bind`]; which doors there are says [`fingertip_contract::api`].

mod askers;
mod audit;
mod breaker;
mod console;
mod counted;
mod desk;
mod doors;
mod limits;
mod metrics;
mod operation;
mod platform;
mod published;
mod readiness;
mod shared;
mod start;
mod switches;
mod uses;

pub use fingertip_departments::{NeededAssurance, Registration};
pub use fingertip_store::retention::Retention;
pub use limits::{Limits, Rate};
pub use start::{
    Bound, Options, Running, StartError, bind, database_file, operator_token_file, pairwise_secret_file,
};
pub use switches::SwitchError;
