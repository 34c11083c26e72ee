//! Where a mini-app wants the person to go.

use fingertip_host::Links;

use crate::{areas::links::destination::destination, model::Model};
pub use fingertip_host::Destination;

/// The links of the nation, as the catalogue has them now.
pub(crate) struct NationLinks<'m>(pub(crate) &'m Model);

impl Links for NationLinks<'_> {
    fn find(&self, link: &str) -> Result<Destination, &'static str> {
        destination(self.0, link).map_err(|(_, code)| {
            tracing::warn!(code, "a mini-app wants to open a link that leads nowhere");
            code
        })
    }
}
