//! A service outside of the app asks to be shown something that somebody vouches for (OpenID for Verifiable Presentations 1.0): who asks is
//! found out, the person sees exactly what would go and agrees or not, and it is answered once.

pub(crate) mod effect;
pub(crate) mod model;
pub(crate) mod msg;
pub(crate) mod pending;
pub(crate) mod run;
#[cfg(test)]
mod tests;
pub(crate) mod update;
