//! Every place of the shell.

use dioxus::prelude::*;
use fingertip_contract::api::Screen;
use fingertip_core::KeptDocument;

use crate::{
    frame::Frame,
    screens::{
        About, AnswersSettings, By, Case, Cases, Department, DisplaySettings, Document, DocumentCode, Family,
        Help, Helped, Home, Joint, JointForm, LanguageSettings, LifeEvent, LifeEvents, Me, Messages, MiniApp,
        NotificationSettings, Payment, Payments, Privacy, Records, Region, Regions, Search, SearchSettings,
        SecuritySettings, Service, Services, StorageSettings, Verify,
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
        #[route("/services?:by")]
        Services { by: By },
        #[route("/services/:id")]
        Service { id: String },
        #[route("/life-events")]
        LifeEvents {},
        #[route("/life-events/:id")]
        LifeEvent { id: String },
        #[route("/life-events/:id/form")]
        JointForm { id: String },
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
        #[route("/joint-cases/:id")]
        Joint { id: String },
        #[route("/records")]
        Records {},
        #[route("/records/:issuer/:id")]
        Document { issuer: String, id: String },
        #[route("/records/:issuer/:id/code")]
        DocumentCode { issuer: String, id: String },
        #[route("/payments")]
        Payments {},
        #[route("/payments/:id")]
        Payment { id: String },
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
        #[route("/settings/search")]
        SearchSettings {},
        #[route("/settings/answers")]
        AnswersSettings {},
        #[route("/settings/security")]
        SecuritySettings {},
        #[route("/settings/storage")]
        StorageSettings {},
        #[route("/about")]
        About {},
}

impl Route {
    /// All services, as they are first looked through.
    pub(crate) fn services() -> Self {
        Self::Services { by: By::default() }
    }

    /// What a nation's operators call it, where they can switch it off.
    pub(crate) fn screen(&self) -> Option<Screen> {
        match self {
            Self::Services { .. } | Self::Service { .. } | Self::Department { .. } | Self::Regions {} | Self::Region { .. } => {
                Some(Screen::Services)
            }
            Self::Cases {} | Self::Case { .. } | Self::Joint { .. } => Some(Screen::Cases),
            Self::Records {} | Self::Document { .. } | Self::DocumentCode { .. } => Some(Screen::Records),
            Self::Payments {} | Self::Payment { .. } => Some(Screen::Payments),
            Self::Messages {} => Some(Screen::Messages),
            Self::Verify {} => Some(Screen::Verify),
            Self::Family {} | Self::Helped { .. } => Some(Screen::Family),
            Self::LifeEvents {} | Self::LifeEvent { .. } | Self::JointForm { .. } => Some(Screen::LifeEvents),
            Self::Home {}
            | Self::Search {}
            // A mini-app is a service's: that has a switch of its own.
            | Self::MiniApp {}
            | Self::Help {}
            | Self::Me {}
            | Self::Privacy {}
            | Self::DisplaySettings {}
            | Self::LanguageSettings {}
            | Self::NotificationSettings {}
            | Self::SearchSettings {}
            | Self::AnswersSettings {}
            | Self::SecuritySettings {}
            | Self::StorageSettings {}
            | Self::About {} => None,
        }
    }

    /// Whether both are one screen; only what it shows may be another.
    pub(crate) fn is_same_screen(&self, other: &Self) -> bool {
        self == other || matches!((self, other), (Self::Services { .. }, Self::Services { .. }))
    }

    /// Where a document is shown. By its name, not by its place: another may come while it is shown.
    pub(crate) fn document(kept: &KeptDocument) -> Self {
        Self::Document { issuer: kept.document.issuer.to_string(), id: kept.document.id.clone() }
    }

    /// Where its code is shown.
    pub(crate) fn code(kept: &KeptDocument) -> Self {
        Self::DocumentCode { issuer: kept.document.issuer.to_string(), id: kept.document.id.clone() }
    }
}
