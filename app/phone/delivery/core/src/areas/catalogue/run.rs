//! How what is to be done here is done.

use std::{
    mem,
    sync::{Arc, PoisonError},
};

use fingertip_bundles::{BundleClient, BundleClientOptions};
use fingertip_contract::api::PlatformInfo;
use fingertip_host::NationRules;
use fingertip_identity::{IdentityError, last_issuer};
use fingertip_platform_client::{KnownCatalogue, PlatformError};

use crate::{
    areas::{
        catalogue::{
            effect::{CatalogueEffect, WantedParts},
            kept,
            model::Parts,
            msg::CatalogueMsg,
            slices::{self, Fetched},
            tell::tell_catalogue,
        },
        session::{
            elsewhere::{note_person, open_at},
            run::place_late,
        },
        uses,
    },
    fault::ShownFault,
    names::{BUNDLES, CATALOGUE, INFO, RATINGS},
    time,
    world::{Connected, World},
};

/// How long a verified mini-app runs without a refresh of its repository.
const GRACE_DAYS: u32 = 30;

pub(crate) fn carry_out(world: &Arc<World>, effect: &CatalogueEffect) {
    match effect {
        CatalogueEffect::Connect(wanted) => {
            let (at, wanted) = (world.clone(), wanted.clone());
            drop(world.begin(async move { connect(&at, &wanted).await }));
        }
    }
}

/// Asks the platform where things are, and for its catalogue.
async fn connect(world: &Arc<World>, wanted: &WantedParts) {
    let _turn = world.connecting.lock().await;
    let found = match world.platform.info().await {
        Ok(info) => {
            world.keep(INFO, &info);
            set(world, info);
            place_late(world).await;
            note_person(world).await;
            Ok(())
        }
        Err(error) => Err(error),
    };
    // What the repository signs, where it signs slices; else one answer of the platform.
    let found = match found {
        Ok(()) => match slices::fetch(world, wanted).await {
            Fetched::NotOffered => whole(world).await,
            Fetched::Told => Ok(None),
            Fetched::Failed(fault) => {
                world.send(CatalogueMsg::CatalogueFailed(fault));
                Ok(None)
            }
        },
        Err(error) => Err(error),
    };
    world.send(CatalogueMsg::Reached(!matches!(
        found,
        Err(PlatformError::Unreachable | PlatformError::TimedOut)
    )));
    match found {
        Ok(catalogue) => {
            if let Some(catalogue) = catalogue {
                world.keep(CATALOGUE, &catalogue);
                kept::forget(world, |_| false);
                world.send(CatalogueMsg::PartsCame(Parts { wanted: wanted.clone(), ..Parts::default() }));
                tell_catalogue(world, catalogue, world.now());
            }
            ratings(world).await;
            uses::run::fetch(world).await;
        }
        Err(error) => world.send(CatalogueMsg::CatalogueFailed(ShownFault::of(&error))),
    }
}

/// The catalogue in one answer.
async fn whole(world: &World) -> Result<Option<KnownCatalogue>, PlatformError> {
    let known = world.offered.read().unwrap_or_else(PoisonError::into_inner).clone();
    world.platform.catalogue(known.as_ref()).await.map(Some)
}

/// What people think of services: nothing waits for it, and nothing is said when it does not come.
async fn ratings(world: &World) {
    match world.platform.ratings().await {
        Ok(ratings) => {
            world.keep(RATINGS, &ratings);
            world.send(CatalogueMsg::RatingsCame(ratings));
        }
        Err(error) => tracing::warn!(%error, "the ratings of services did not come"),
    }
}

/// Takes the platform's word on where things are. A session goes on as long as its provider is the same.
pub(crate) fn set(world: &World, mut info: PlatformInfo) {
    // What is switched on and off is nothing that has to be connected to anew.
    world.send(CatalogueMsg::SwitchesCame(mem::take(&mut info.switches)));
    if world.connected().is_some_and(|connected| connected.info == info) {
        return;
    }
    let providers = info.identity_providers();
    let last = last_issuer(&*world.options.secrets, world.profile.as_str());
    let opened = last.map_err(IdentityError::from).and_then(|last| {
        // Who has signed in before goes on there, as long as the nation relies on it.
        let own = providers.iter().find(|one| Some(&one.issuer) == last.as_ref()).or(providers.first());
        let provider = own.ok_or(IdentityError::Refused { reason: "the platform names no provider" })?;
        Ok((open_at(world, &info, provider)?, provider.clone()))
    });
    let ((identity, facts), provider) = match opened {
        Ok(opened) => opened,
        Err(error) => return world.fail(&error),
    };
    let bundles = BundleClient::new(BundleClientOptions {
        root: world.options.root.clone(),
        metadata_url: info.metadata_url.clone(),
        targets_url: info.targets_url.clone(),
        folder: world.options.data.join(BUNDLES),
        grace_days: GRACE_DAYS,
    });
    let numbers = info.numbers.clone().map_or_else(|| NationRules::default().numbers, Arc::new);
    let changing = info.changing_operations.clone();
    let consent_days = info.consent_days.unwrap_or(NationRules::default().consent_days);
    let zone = time::zone(info.time_zone.as_deref());
    let rules = NationRules { changing, consent_days, zone, numbers };
    let told = CatalogueMsg::RulesCame { rules, sessions: info.sessions.clone(), providers };
    let (identity, bundles) = (Arc::new(identity), Arc::new(bundles));
    let connected = Connected { info, provider, identity, facts, bundles };
    *world.connected.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(connected));
    // Whoever reads where they can sign in can sign in there.
    world.send(told);
}
