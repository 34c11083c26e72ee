//! The platform and the demo nation over real HTTP, started in this process.

mod access;
mod cases;
mod catalogue;
mod delivery;
mod gateway;
mod helpers;
mod keys;
mod nation;
mod nonsense;
mod oidc;
mod payments;
mod routes;
