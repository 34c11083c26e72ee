//! Under which names the key store holds what belongs to a profile's sign-in. Nobody else knows these names.

use fingertip_secrets::{SecretError, SecretStore};

use crate::kept::Shelf;

/// The sessions of a profile.
pub(crate) fn session(slot: &str) -> String {
    format!("session-{slot}")
}

/// Where what cannot be read of them is kept when another session takes its place.
pub(crate) fn aside(slot: &str) -> String {
    format!("session-{slot}-unread")
}

/// What the provider vouches for, and the key that it is bound to.
pub(crate) fn credential(slot: &str) -> String {
    format!("credential-{slot}")
}

/// Forgets all that is kept under `slot`, the profile's name: its sessions, and what a provider vouches for, which goes with them.
///
/// # Errors
/// [`SecretError`] when the key store fails; some of it is then still kept.
pub fn forget_slot(secrets: &dyn SecretStore, slot: &str) -> Result<(), SecretError> {
    [credential(slot), session(slot), aside(slot)].iter().try_for_each(|name| secrets.forget(name))
}

/// At which issuer the person of `slot` signed in last, where a session is kept that says so.
///
/// # Errors
/// [`SecretError`] when the key store fails.
pub fn last_issuer(secrets: &dyn SecretStore, slot: &str) -> Result<Option<String>, SecretError> {
    let kept = secrets.get(&session(slot))?;
    Ok(kept.and_then(|bytes| Shelf::read(&bytes)?.last_issuer().map(str::to_owned)))
}

/// The sessions that are kept under `from` are `to`'s.
///
/// # Errors
/// [`SecretError`] when the key store fails; they are then still where they were.
pub fn move_session(secrets: &dyn SecretStore, from: &str, to: &str) -> Result<(), SecretError> {
    if let Some(kept) = secrets.get(&session(from))? {
        secrets.set(&session(to), &kept)?;
        secrets.forget(&session(from))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use fingertip_secrets::MemorySecrets;

    use super::*;

    #[test]
    fn what_is_forgotten_leaves_nothing_and_touches_nobody_elses() {
        let secrets = MemorySecrets::default();
        let names = |slot: &str| [session(slot), aside(slot), credential(slot)];
        for name in names("main").iter().chain(&names("main-2")) {
            secrets.set(name, b"kept").expect("kept");
        }
        forget_slot(&secrets, "main").expect("forgotten");
        assert!(names("main").iter().all(|name| secrets.get(name).expect("read").is_none()));
        assert!(names("main-2").iter().all(|name| secrets.get(name).expect("read").is_some()));
    }
}
