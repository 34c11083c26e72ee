//! The slices of the catalogue that are on this device: a row each, so that a broken one costs only itself.

use std::{collections::BTreeMap, sync::Arc};

use fingertip_platform_client::KnownCatalogue;
use fingertip_records::{Records, RecordsError};
use fingertip_slices::{Lines, join, name_of};
use fingertip_standard::RegionCode;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    names::{CATALOGUE, SLICES},
    world::World,
};

/// A slice as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KeptSlice {
    /// Its SHA-256, as the signed index named it.
    pub(crate) sha256: String,
    /// Its lines.
    pub(crate) text: String,
}

/// Whose slice it is; none for the nation's, which stands before all others.
pub(crate) type Place = Option<RegionCode>;

fn name(place: &Place) -> String {
    format!("{SLICES}{}", place.as_ref().map_or("", RegionCode::as_str))
}

fn place(name: &str) -> Option<Place> {
    match name.strip_prefix(SLICES)? {
        "" => Some(None),
        code => RegionCode::new(code).ok().map(Some),
    }
}

/// The slice of a place; none where there is none, or it is not any more what it was.
pub(super) fn read(records: &Records, place: &Place) -> Result<Option<(Lines, Timestamp)>, RecordsError> {
    let Some(kept) = records.cached::<KeptSlice>(&name(place))? else { return Ok(None) };
    let KeptSlice { sha256, text } = kept.value;
    if name_of(&text) != sha256 {
        tracing::warn!("a kept slice of the catalogue is not what it was, it is fetched anew");
        return Ok(None);
    }
    Ok(Some((Lines::from_text(text), kept.as_of)))
}

/// Keeps a slice.
pub(super) fn keep(world: &World, place: &Place, lines: &Lines) {
    let kept = KeptSlice { sha256: lines.name(), text: lines.text().to_owned() };
    world.keep(&name(place), &kept);
}

/// Lets go of the slices that nobody wants any more; of the catalogue in one piece where there is any slice.
pub(super) fn forget(world: &World, is_wanted: impl Fn(&Place) -> bool) {
    let records = &world.records;
    let forgotten = records.cached_names(SLICES).and_then(|names| {
        let (wanted, others): (Vec<_>, Vec<_>) =
            names.iter().partition(|name| place(name).is_some_and(|place| is_wanted(&place)));
        others.into_iter().try_for_each(|name| records.forget_cached(name))?;
        if wanted.is_empty() { Ok(()) } else { records.forget_cached(CATALOGUE) }
    });
    if let Err(error) = forgotten {
        tracing::warn!(%error, "what is not wanted of the catalogue stays");
    }
}

/// The catalogue of the slices that are here, and since when it is so; none without the nation's. A broken one costs only itself.
///
/// # Errors
/// [`RecordsError`]: the store cannot be read.
pub(crate) fn joined(records: &Records) -> Result<Option<(KnownCatalogue, Timestamp)>, RecordsError> {
    let names = records.cached_names(SLICES)?;
    let mut slices = BTreeMap::new();
    for place in names.iter().filter_map(|name| place(name)) {
        if let Some(slice) = read(records, &place)? {
            slices.insert(place, slice);
        }
    }
    let Some(as_of) = slices.get(&None).map(|(_, as_of)| *as_of) else { return Ok(None) };
    let catalogue = catalogue_of(slices.values().map(|(lines, _)| lines));
    Ok(catalogue.map(|catalogue| (catalogue, as_of)))
}

/// The catalogue of these slices; none where there is no service in them.
pub(super) fn catalogue_of<'a>(slices: impl IntoIterator<Item = &'a Lines>) -> Option<KnownCatalogue> {
    let joined = join(slices);
    if joined.n_unread > 0 {
        // Not which: a parser's words quote the item.
        tracing::warn!(n_unread = joined.n_unread, "items of the catalogue were left out");
    }
    let catalogue = Arc::new(joined.catalogue);
    // Slices have names of their own, and are no version of the whole.
    (!catalogue.regions.is_empty()).then_some(KnownCatalogue { version: None, catalogue })
}
