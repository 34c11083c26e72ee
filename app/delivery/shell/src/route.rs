//! Every place of the shell.

use dioxus::prelude::*;
use fingertip_headless::KeptDocument;

use crate::{
    frame::Frame,
    screens::{
        About, Case, Cases, Department, DisplaySettings, Document, Family, Help, Helped, Home, LanguageSettings, LifeEvent, LifeEvents, Me,
        Messages, MiniApp, NotificationSettings, Privacy, Records, Region, Regions, Search, SecuritySettings, Service, Services,
        StorageSettings, Verify,
    },
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
        #[route("/life-events")]
        LifeEvents {},
        #[route("/life-events/:id")]
        LifeEvent { id: String },
        #[route("/regions")]
        Regions {},
        #[route("/regions/:code")]
        Region { code: String },
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
        #[route("/records/:issuer/:id")]
        Document { issuer: String, id: String },
        #[route("/verify")]
        Verify {},
        #[route("/messages")]
        Messages {},
        #[route("/help")]
        Help {},
        #[route("/me")]
        Me {},
        #[route("/privacy")]
        Privacy {},
        #[route("/family")]
        Family {},
        #[route("/family/:link")]
        Helped { link: String },
        #[route("/settings/display")]
        DisplaySettings {},
        #[route("/settings/language")]
        LanguageSettings {},
        #[route("/settings/messages")]
        NotificationSettings {},
        #[route("/settings/security")]
        SecuritySettings {},
        #[route("/settings/storage")]
        StorageSettings {},
        #[route("/about")]
        About {},
}

impl Route {
    /// Where a document is shown. By its name, not by its place: another may come while it is shown.
    pub(crate) fn document(kept: &KeptDocument) -> Self {
        Self::Document { issuer: kept.document.issuer.to_string(), id: kept.document.id.clone() }
    }
}
