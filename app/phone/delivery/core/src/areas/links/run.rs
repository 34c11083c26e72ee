//! Whether a mini-app gets to where it wants the person to go.

use fingertip_platform_client::PlatformError;
use fingertip_standard::{EntryError, RunningApp, Sender};

use crate::{areas::links::model::Destination, fault::ShownFault, world::World};

/// Why `caller` does not get to `destination`: fetched and verified, it is open to it or not. None where nothing stands against it.
pub(crate) async fn refused(
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
