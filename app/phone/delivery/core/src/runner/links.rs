//! Where a mini-app wants to go: fetched, verified, and asked whether it is open to that mini-app, before anything is left.

use fingertip_standard::{EntryError, RunningApp, Sender, requests::RequestId};

use super::World;
use crate::{Destination, Msg, PlatformError, ShownFault};

pub(super) async fn check(
    world: &World,
    instance: u64,
    request: RequestId,
    caller: &RunningApp,
    destination: Box<Destination>,
) {
    let refused = refused(world, caller, &destination).await;
    world.send(Msg::DestinationChecked { instance, request, destination, refused });
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
