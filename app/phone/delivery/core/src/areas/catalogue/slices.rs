//! The catalogue slice by slice: what is offered to all and where the person lives, then the rest where it is wanted.
//!
//! Which slices are the newest is what the nation's repository signs. A slice comes as what has changed in it since the one that is here,
//! and only under the name that the index gives it, so it may come from anywhere. One that does not come leaves the one before it.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use fingertip_bundles::BundleError;
use fingertip_platform_client::PlatformError;
use fingertip_slices::{Lines, Slice, SliceIndex};
use fingertip_standard::RegionCode;
use tokio::task::JoinSet;

use crate::{
    areas::catalogue::{
        effect::WantedParts,
        kept::{self, Place, catalogue_of},
        model::Parts,
        msg::CatalogueMsg,
        tell::tell_catalogue,
    },
    fault::ShownFault,
    world::World,
};

/// So many bytes of a catalogue come before home is usable. A nation whose whole catalogue is not larger comes whole.
const AT_ONCE: u64 = 2 << 20;
/// How many slices are asked for at a time.
const TOGETHER: usize = 4;

/// What became of it.
#[derive(Debug)]
pub(super) enum Fetched {
    /// This nation offers its catalogue in one piece.
    NotOffered,
    /// What came is told.
    Told,
    /// Nothing is here.
    Failed(ShownFault),
}

/// The slices that are here, by place, and the places whose newest did not come.
#[derive(Default)]
struct Here {
    slices: BTreeMap<Place, Lines>,
    behind: Vec<Place>,
}

/// Fetches what is wanted, as the signed index has it now, and tells it: first what is offered to all, where the person lives, and where
/// they have to do with offices besides.
pub(super) async fn fetch(world: &Arc<World>, wanted: &WantedParts) -> Fetched {
    let index = match index(world).await {
        Ok(Some(index)) => index,
        Ok(None) => return Fetched::NotOffered,
        Err(fault) => return Fetched::Failed(fault),
    };
    let mut here = Here::default();
    if let Some(error) = obtain_all(world, vec![(None, index.national.clone())], &mut here).await
        && here.slices.is_empty()
    {
        return Fetched::Failed(ShownFault::of(&error));
    }
    let known = catalogue_of(here.slices.values());
    let regions = known.map(|known| known.catalogue).unwrap_or_default();
    let places = wanted.home.iter().chain(&wanted.besides);
    let own: BTreeSet<&RegionCode> = places.flat_map(|place| regions.and_above(place)).collect();
    let is_small = index.packed() <= AT_ONCE;
    let (first, rest): (Vec<_>, Vec<_>) =
        index.regions.iter().partition(|(code, _)| is_small || own.contains(code));
    obtain_all(world, entries(&first), &mut here).await;
    let has_more = !rest.is_empty() && !wanted.is_whole;
    tell(world, wanted, &here, !rest.is_empty()).await;
    if wanted.is_whole && !rest.is_empty() {
        obtain_all(world, entries(&rest), &mut here).await;
        tell(world, wanted, &here, has_more).await;
    }
    // What did not come now is wanted all the same; what is of none of the person's places is not.
    kept::forget(world, |place| match place {
        None => true,
        Some(code) => {
            index.regions.contains_key(code) && (wanted.is_whole || is_small || own.contains(&code))
        }
    });
    Fetched::Told
}

/// The index as the repository signed it; none where the nation signs none.
async fn index(world: &World) -> Result<Option<SliceIndex>, ShownFault> {
    let Some(connected) = world.connected() else { return Ok(None) };
    let bytes = match connected.bundles.catalogue_index(world.now()).await {
        Ok(bytes) => bytes,
        Err(BundleError::NotPublished { .. }) => return Ok(None),
        Err(error) => {
            // A platform whose repository says nothing that can be read, and that perhaps signs no slices, is asked for the whole. But who
            // knows that it does, waits: the whole has no signature.
            let is_known = matches!(error, BundleError::Changed { .. })
                || kept::read(&world.records, &None).is_ok_and(|kept| kept.is_some());
            return if is_known { Err(ShownFault::of(&error)) } else { Ok(None) };
        }
    };
    match SliceIndex::read(&bytes) {
        Ok(index) => Ok(Some(index)),
        Err(error) => {
            tracing::warn!(%error, "the catalogue is read as a whole");
            Ok(None)
        }
    }
}

fn entries(slices: &[(&RegionCode, &Slice)]) -> Vec<(Place, Slice)> {
    slices.iter().map(|(code, slice)| (Some((*code).clone()), (*slice).clone())).collect()
}

/// Obtains slices, some at a time; the last error where any did not come.
async fn obtain_all(
    world: &Arc<World>,
    wanted: Vec<(Place, Slice)>,
    here: &mut Here,
) -> Option<PlatformError> {
    let mut waiting = wanted.into_iter();
    let mut under_way = JoinSet::new();
    let mut failed = None;
    loop {
        while under_way.len() < TOGETHER
            && let Some((place, slice)) = waiting.next()
        {
            let at = world.clone();
            under_way.spawn(async move {
                let obtained = obtain(&at, &place, &slice).await;
                (place, obtained)
            });
        }
        let Some(obtained) = under_way.join_next().await else { return failed };
        let Ok((place, obtained)) = obtained else { continue };
        let lines = match obtained {
            Ok(lines) => Some(lines),
            Err((error, before)) => {
                tracing::warn!(%error, "a slice of the catalogue did not come");
                here.behind.push(place.clone());
                failed = Some(error);
                before
            }
        };
        if let Some(lines) = lines {
            here.slices.insert(place, lines);
        }
    }
}

/// The slice that the index names: as it is here, else as it comes. Where it does not come, the one that was here before.
async fn obtain(
    world: &World,
    place: &Place,
    slice: &Slice,
) -> Result<Lines, (PlatformError, Option<Lines>)> {
    let before = kept::read(&world.records, place).unwrap_or_else(|error| {
        tracing::warn!(%error, "the slices on this device cannot be read");
        None
    });
    let before = before.map(|(lines, _)| lines);
    if let Some(same) = before.as_ref().filter(|lines| lines.name() == slice.sha256) {
        // It is confirmed now.
        kept::keep(world, place, same);
        return Ok(same.clone());
    }
    match world.platform.slice(slice, before.as_ref()).await {
        Ok(lines) => {
            kept::keep(world, place, &lines);
            Ok(lines)
        }
        Err(error) => Err((error, before)),
    }
}

async fn tell(world: &World, wanted: &WantedParts, here: &Here, has_more: bool) {
    let slices: Vec<Lines> = here.slices.values().cloned().collect();
    // A whole nation's takes seconds to read.
    let known = tokio::task::spawn_blocking(move || catalogue_of(&slices)).await.ok().flatten();
    let parts = Parts {
        wanted: wanted.clone(),
        has_more,
        is_nation_behind: here.behind.contains(&None),
        behind: here.behind.iter().flatten().cloned().collect(),
    };
    if let Some(known) = known {
        tell_catalogue(world, known, world.now());
    }
    world.send(CatalogueMsg::PartsCame(parts));
}
