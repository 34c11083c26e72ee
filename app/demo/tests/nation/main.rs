//! The platform and the demo nation over real HTTP, started in this process.

mod access;
mod cases;
mod catalogue;
mod credential;
mod delivery;
mod device;
mod devices;
mod exchange;
mod gateway;
mod handed_in;
mod helpers;
mod keys;
mod logout;
mod mandates;
mod nation;
mod nonsense;
mod oidc;
mod payments;
mod proven;
mod routes;
mod standing;
mod uploads;
