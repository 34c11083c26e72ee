//! What a person writes on a screen of the shell itself goes into the outbox, and comes back where it was not accepted.

use fingertip_records::{OutgoingItem, RecordsError};
use fingertip_standard::Disclosure;
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    areas::{consents, outbox::run},
    msg::Msg,
    world::World,
};

/// The ledger's `lines` first, with each document for which `goes` holds; then the outbox; then what is `left` to be written, under its
/// name: from then on nothing can lose it, and it is sent. False where it could not be kept: then it does not go.
pub(crate) async fn hand_over<T: Serialize + DeserializeOwned>(
    world: &World,
    item: OutgoingItem,
    (lines, goes): (&[Disclosure], impl Fn(&String) -> bool),
    (name, left): (&str, &T),
) -> bool {
    let key = uuid::Uuid::new_v4().to_string();
    // What cannot be written down does not go.
    let kept = consents::run::write_down(world, lines, goes)
        .and_then(|()| world.records.enqueue(&key, &item, None, world.now()))
        .and_then(|()| world.records.set_setting(name, left));
    if let Err(error) = kept {
        world.fail(&error);
        return false;
    }
    run::tell(world);
    drop(run::send_one(world, &key, item).await);
    true
}

/// Takes what was not accepted out of the outbox, where `again` makes something to be written anew of it: of that everything is there
/// again, the files too.
pub(crate) async fn take_out(world: &World, key: &str, again: impl FnOnce(OutgoingItem) -> Option<Msg>) {
    // What is on its way at this moment is not taken back under it.
    let _turn = world.sending.lock().await;
    let found: Result<_, RecordsError> =
        world.records.outbox().map(|kept| kept.rows.into_iter().find(|row| row.key == key));
    let item = match found {
        Ok(found) => found.map(|found| found.item),
        Err(error) => return world.fail(&error),
    };
    let Some(msg) = item.and_then(again) else { return };
    world.send(msg);
    if let Err(error) = world.records.take_back(key) {
        world.fail(&error);
    }
    run::tell(world);
}
