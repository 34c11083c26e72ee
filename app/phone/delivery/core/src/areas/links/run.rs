//! How what is to be done here is done.

use std::sync::Arc;

use fingertip_host::RequestNumber;
use fingertip_platform_client::PlatformError;
use fingertip_standard::{EntryError, RunningApp, Sender};

use crate::{
    areas::links::{effect::LinksEffect, model::Destination, msg::LinksMsg},
    fault::ShownFault,
    world::World,
};

pub(crate) fn carry_out(world: &Arc<World>, effect: LinksEffect) {
    match effect {
        LinksEffect::CheckDestination { instance, request, caller, destination } => {
            let at = world.clone();
            drop(world.begin(async move { check(&at, instance, request, &caller, destination).await }));
        }
    }
}

async fn check(
    world: &World,
    instance: u64,
    request: RequestNumber,
    caller: &RunningApp,
    destination: Box<Destination>,
) {
    let refused = refused(world, caller, &destination).await;
    world.send(LinksMsg::DestinationChecked { instance, request, destination, refused });
}

async fn refused(
    world: &World,
    caller: &RunningApp,
    destination: &Destination,
) -> Option<(ShownFault, &'static str)> {
    const UNAVAILABLE: &str = "link-unavailable";
    let Destination::MiniApp { department, address, .. } = destination else { return None };
    let Some(connected) = world.connected() else {
        return Some((ShownFault::of(&PlatformError::Unreachable), UNAVAILABLE));
    };
    let verified = match connected.bundles.open(department, &address.app, world.now()).await {
        Ok(verified) => verified,
        Err(error) => return Some((ShownFault::of(&error), UNAVAILABLE)),
    };
    let manifest = &verified.bundle.manifest;
    let sender = Sender::MiniApp { department: &caller.department, app: &caller.app };
    let admitted = manifest.admit(&address.route, &address.params, sender);
    let refusal = admitted.and_then(|()| manifest.check_version(address.version.as_deref())).err();
    refusal.map(|error: EntryError| (ShownFault::of(&error), error.code()))
}
