//! How what is to be done here is done.

use std::sync::Arc;

use fingertip_records::ProfileName;
use fingertip_secrets::{SecretError, SecretStore, existing_key, open_with_pin, remove_pin, set_pin};
use jiff::Timestamp;

use crate::{
    areas::{
        lock::{effect::LockEffect, msg::LockMsg},
        notices::msg::NoticesMsg,
    },
    fault::ShownFault,
    next::Next,
    options::CoreError,
    people::key_name,
    world::World,
};

pub(crate) fn carry_out(world: &Arc<World>, effect: LockEffect) {
    match effect {
        LockEffect::ChangePin { new, before } => {
            let at = world.clone();
            // Stretching a PIN takes its time on purpose: nothing waits for it.
            drop(world.begin(async move {
                let (own, now) = (at.clone(), at.now());
                let change =
                    move || change(&*own.options.secrets, &own.profile, new.as_deref(), &before, now);
                match tokio::task::spawn_blocking(change).await {
                    Ok(Ok(has_pin)) => at.send(LockMsg::PinChanged(has_pin)),
                    Ok(Err(SecretError::Pin(why))) => at.send(LockMsg::PinRefused(why)),
                    Ok(Err(error)) => {
                        at.send(LockMsg::PinNotChanged);
                        at.send(NoticesMsg::Failed(ShownFault::of(&CoreError::Secrets(error))));
                    }
                    Err(_) => at.send(LockMsg::PinNotChanged),
                }
            }));
        }
        LockEffect::Lock => world.end_with(Next::Locked),
    }
}

/// Whether the key of a store is behind a PIN.
pub(crate) fn has_pin(secrets: &dyn SecretStore, profile: &ProfileName) -> bool {
    matches!(existing_key(secrets, &key_name(profile)), Err(SecretError::PinNeeded))
}

/// Puts the key behind the new PIN, or none; whether there is one then. Whoever changes it has to know the one before: a telephone that
/// is open on a table gives nobody the right to it.
fn change(
    secrets: &dyn SecretStore,
    profile: &ProfileName,
    new: Option<&str>,
    before: &str,
    now: Timestamp,
) -> Result<bool, SecretError> {
    let name = key_name(profile);
    let key = match existing_key(secrets, &name) {
        Err(SecretError::PinNeeded) => open_with_pin(secrets, &name, before, now)?,
        key => key?,
    };
    match new {
        Some(new) => set_pin(secrets, &name, &key, new)?,
        None => remove_pin(secrets, &name, &key)?,
    }
    Ok(new.is_some())
}
