//! Finding the platform, and the catalogue from it.

use std::sync::{Arc, PoisonError};

use fingertip_bundles::{BundleClient, BundleClientOptions};
use fingertip_contract::{Catalogue, api::PlatformInfo};
use fingertip_identity::{Identity, IdentityOptions};
use fingertip_search::{Index, Row};
use jiff::Timestamp;

use super::{Connected, World, device, storage};
use crate::{Msg, PlatformError, SearchIndex, ShownFault};

/// How long a verified mini-app runs without a refresh of its repository.
const GRACE_DAYS: u32 = 30;

/// Asks the platform where things are, and for its catalogue.
pub(super) async fn connect(world: &Arc<World>) {
    let found = match world.platform.info().await {
        Ok(info) => {
            keep(world, device::INFO, &info);
            set(world, info);
            world.platform.catalogue().await
        }
        Err(error) => Err(error),
    };
    world.send(Msg::Reached(!matches!(found, Err(PlatformError::Unreachable | PlatformError::TimedOut))));
    match found {
        Ok(catalogue) => {
            let now = world.now();
            keep(world, device::CATALOGUE, &catalogue);
            tell_catalogue(world, catalogue, now);
            ratings(world).await;
        }
        Err(error) => world.send(Msg::CatalogueFailed(ShownFault::of(&error))),
    }
}

/// What people think of services: nothing waits for it, and nothing is said when it does not come.
async fn ratings(world: &World) {
    match world.platform.ratings().await {
        Ok(ratings) => {
            keep(world, device::RATINGS, &ratings);
            world.send(Msg::RatingsCame(ratings));
        }
        Err(error) => tracing::warn!(%error, "the ratings of services did not come"),
    }
}

fn keep<T: serde::Serialize>(world: &World, name: &str, value: &T) {
    if let Err(error) = world.records.keep_cached(name, value, world.now()) {
        tracing::warn!(%error, name, "the platform's answer could not be kept");
    }
}

/// Takes the platform's word on where things are. A session goes on as long as its provider is the same.
pub(super) fn set(world: &World, info: PlatformInfo) {
    if world.connected().is_some_and(|connected| connected.info == info) {
        return;
    }
    let options = IdentityOptions {
        issuer: info.issuer.clone(),
        client_id: info.client_id.clone(),
        slot: world.options.profile.as_str().to_owned(),
    };
    let identity = match Identity::open(options, world.options.secrets.clone()) {
        Ok(identity) => identity,
        Err(error) => return world.fail(&error),
    };
    let bundles = BundleClient::new(BundleClientOptions {
        root: world.options.root.clone(),
        metadata_url: info.metadata_url.clone(),
        targets_url: info.targets_url.clone(),
        folder: world.options.data.join(storage::BUNDLES),
        grace_days: GRACE_DAYS,
    });
    let connected = Connected { info, identity: Arc::new(identity), bundles: Arc::new(bundles) };
    *world.connected.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(connected));
}

pub(super) fn tell_catalogue(world: &World, catalogue: Catalogue, as_of: Timestamp) {
    let rows = catalogue.services.iter().map(|service| Row {
        key: service.id.to_string(),
        names: service.name.all().map(str::to_owned).collect(),
        keywords: service.keywords.clone(),
        details: service
            .summary
            .all()
            .chain(
                catalogue.department(&service.department).iter().flat_map(|department| department.name.all()),
            )
            .map(str::to_owned)
            .collect(),
        demand: service.demand,
    });
    let index = SearchIndex(Arc::new(Index::new(rows)));
    world.send(Msg::CatalogueCame { catalogue: Arc::new(catalogue), index, as_of });
}
