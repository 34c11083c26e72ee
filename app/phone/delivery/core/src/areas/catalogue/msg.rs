//! What happens in this area. Past tense: a message reports, `update` decides.

use std::sync::Arc;

use fingertip_contract::{
    Catalogue, ServiceRating,
    api::{IdentityProvider, SessionRules, Switches},
};
use fingertip_host::NationRules;
use jiff::Timestamp;

use crate::{areas::catalogue::model::Parts, fault::ShownFault};

/// What the nation offers, and whether its platform answers.
#[derive(Debug)]
pub enum CatalogueMsg {
    /// The catalogue came, from the cache or the platform.
    CatalogueCame {
        /// The catalogue.
        catalogue: Arc<Catalogue>,
        /// When it was true.
        as_of: Timestamp,
    },
    /// It is said which parts of the catalogue these are.
    PartsCame(Parts),
    /// The platform said what it lays down.
    RulesCame {
        /// For every mini-app.
        rules: NationRules,
        /// For sessions.
        sessions: SessionRules,
        /// Where people sign in.
        providers: Vec<IdentityProvider>,
    },
    /// The platform said what is switched off.
    SwitchesCame(Switches),
    /// The catalogue could not be had.
    CatalogueFailed(ShownFault),
    /// The platform answered, or did not.
    Reached(bool),
    /// What people think of services came.
    RatingsCame(Vec<ServiceRating>),
}
