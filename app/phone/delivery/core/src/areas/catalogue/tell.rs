//! What the nation offers is told, wherever it is from.

use std::sync::PoisonError;

use fingertip_platform_client::KnownCatalogue;
use jiff::Timestamp;

use crate::{areas::catalogue::msg::CatalogueMsg, world::World};

/// Tells a catalogue that was so at `as_of`, and remembers it as the one that was read last.
pub(crate) fn tell_catalogue(world: &World, known: KnownCatalogue, as_of: Timestamp) {
    let catalogue = known.catalogue.clone();
    *world.offered.write().unwrap_or_else(PoisonError::into_inner) = Some(known);
    world.send(CatalogueMsg::CatalogueCame { catalogue, as_of });
}
