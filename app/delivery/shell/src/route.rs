//! Every place of the shell.

use dioxus::prelude::*;

use crate::{
    frame::Frame,
    screens::{Case, Cases, Department, Help, Home, Me, MiniApp, Privacy, Records, Search, Service, Services},
};

/// Every place of the shell.
#[derive(Debug, Clone, PartialEq, Routable)]
#[rustfmt::skip]
pub(crate) enum Route {
    #[layout(Frame)]
        #[route("/")]
        Home {},
        #[route("/search")]
        Search {},
        #[route("/services")]
        Services {},
        #[route("/services/:id")]
        Service { id: String },
        #[route("/departments/:id")]
        Department { id: String },
        #[route("/mini-app")]
        MiniApp {},
        #[route("/cases")]
        Cases {},
        #[route("/cases/:id")]
        Case { id: String },
        #[route("/records")]
        Records {},
        #[route("/help")]
        Help {},
        #[route("/me")]
        Me {},
        #[route("/privacy")]
        Privacy {},
}
